// One change of a document: its author and moment, and each field before and after.
import ArrowRight from 'lucide-solid/icons/arrow-right';
import { createSignal, For, Show, type JSX } from 'solid-js';
import { equalJson } from '#schemas/core/equal.ts';
import type { DocumentOf, ReferenceCollection } from '#schemas/sync/collections.ts';
import { useCodeText } from '../app/code-text.ts';
import type { FieldChange, HistoryEntry } from '../data/history.ts';
import { useSync } from '../data/sync-state.ts';
import { useStrings } from '../i18n/strings.ts';
import { useSave } from '../records/record-form.ts';
import { usePrivateRestoring } from '../staff/private-api.ts';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { Time } from '../ui/formatting.tsx';
import { toast } from '../ui/toast.tsx';
import { compare, restored, type Compared } from './compared.ts';
import { Device } from './device.tsx';
import type { HistoryRecord } from './history-panel.tsx';
import css from './history.module.css';
import { historyStrings } from './strings.ts';
import { useHistoryWords, type HistoryWords } from './words.ts';

interface Props {
  entry: HistoryEntry;
  record: HistoryRecord;
  /** Reads the history again. */
  refresh: () => void;
}

const tones = { created: 'success', changed: 'neutral', deleted: 'danger' } as const;

export function Entry(props: Props): JSX.Element {
  const t = useStrings(historyStrings);
  const words = useHistoryWords();
  return (
    <li class={css.entry}>
      <header class={css.head}>
        <strong>{words.author(props.entry)}</strong>
        <Badge tone={tones[props.entry.kind]}>{t().kinds[props.entry.kind]}</Badge>
        <Show when={props.entry.part === 'private'}>
          <Badge tone="warning">{t().private}</Badge>
        </Show>
        <span class={css.when}>
          <Time iso={props.entry.at} as="full" />
          <Device id={props.entry.deviceId} />
        </span>
      </header>
      <dl class={css.fields}>
        <For each={props.entry.changes}>{(change) => <Field {...props} change={change} words={words} />}</For>
      </dl>
    </li>
  );
}

interface FieldProps extends Props {
  change: FieldChange;
  words: HistoryWords;
}

function Field(props: FieldProps): JSX.Element {
  const isRestorable = () => props.record.mayEdit && props.entry.kind === 'changed';
  const document = () =>
    isRestorable() && props.entry.part === 'document' ? props.record.document() : undefined;
  // Nobody else is told of them; of a picture not even he is told which it was.
  const isPrivate = () => isRestorable() && props.entry.part === 'private' && isKept(props.change);
  return (
    <div class={css.field}>
      <dt class={css.label}>{props.words.field(props.change.field)}</dt>
      <dd class={css.value}>
        <Show
          when={props.entry.kind === 'created'}
          fallback={<Difference compared={compare(props.change)} {...props} />}
        >
          {props.words.value(props.change.field, props.change.after)}
        </Show>
      </dd>
      <Show when={document()}>{(current) => <Restore {...props} document={current()} />}</Show>
      <Show when={isPrivate()}>
        <RestorePrivate {...props} />
      </Show>
    </div>
  );
}

const isKept = (change: FieldChange): boolean => 'before' in change || 'after' in change;

function Difference(props: FieldProps & { compared: Compared }): JSX.Element {
  const t = useStrings(historyStrings);
  const say = (value: unknown) => props.words.value(props.change.field, value);
  const lists = () => (props.compared.kind === 'list' ? props.compared : undefined);
  const values = () => (props.compared.kind === 'value' && isKept(props.change) ? props.compared : undefined);
  return (
    <>
      <Show when={!isKept(props.change)}>{t().notKept}</Show>
      <Show when={values()}>
        {(both) => (
          <>
            <del class={css.before}>{say(both().before)}</del>
            <span class={css.arrow}>
              <ArrowRight size={12} aria-label={t().becomes} />
            </span>
            <ins class={css.after}>{say(both().after)}</ins>
          </>
        )}
      </Show>
      <Show when={lists()}>
        {(list) => (
          <span class={css.members}>
            <Members kind="added" label={t().added} items={list().added.map(say)} />
            <Members kind="removed" label={t().removed} items={list().removed.map(say)} />
          </span>
        )}
      </Show>
    </>
  );
}

function Members(props: { kind: 'added' | 'removed'; label: string; items: readonly string[] }): JSX.Element {
  return (
    <Show when={props.items.length > 0}>
      <span class={css.line} data-kind={props.kind}>
        <span class={css.sign}>{props.label}</span>
        <For each={props.items}>{(item) => <span class={css.member}>{item}</span>}</For>
      </span>
    </Show>
  );
}

/** An ordinary edit: it is judged, merged and sent like any other. */
function Restore(props: FieldProps & { document: DocumentOf<ReferenceCollection> }): JSX.Element {
  const t = useStrings(historyStrings);
  // eslint-disable-next-line solid/reactivity -- a panel belongs to one collection
  const save = useSave(props.record.collection);
  const again = () => restored(props.document, props.change);
  const restore = async (): Promise<string | undefined> => {
    const refused = await save(again());
    return refused === undefined || typeof refused === 'string' ? refused : Object.values(refused).join(' ');
  };
  return (
    <RestoreButton
      {...props}
      disabledReason={equalJson(again(), props.document) ? t().standsAlready : undefined}
      restore={restore}
    />
  );
}

/** What lies on the server alone is read and written there. */
function RestorePrivate(props: FieldProps): JSX.Element {
  const t = useStrings(historyStrings);
  const sync = useSync();
  const codeText = useCodeText();
  const restorePrivate = usePrivateRestoring();
  const restore = async (): Promise<string | undefined> => {
    const refused = await restorePrivate(props.record.id, (details) => restored(details, props.change));
    props.refresh();
    return refused && codeText(refused);
  };
  return (
    <RestoreButton
      {...props}
      disabledReason={sync.online() ? undefined : t().offlineRestoring}
      restore={restore}
    />
  );
}

/** @prop restore puts the field back; what it resolves with speaks against it */
function RestoreButton(
  props: FieldProps & {
    disabledReason: string | undefined;
    restore: () => Promise<string | undefined>;
  },
): JSX.Element {
  const t = useStrings(historyStrings);
  const [busy, setBusy] = createSignal(false);
  const name = () => props.words.field(props.change.field);
  const press = async (): Promise<void> => {
    setBusy(true);
    const refused = await props.restore();
    setBusy(false);
    if (refused === undefined) toast.success(t().restored(name()));
    else toast.error(refused);
  };
  return (
    <Button
      size="small"
      variant="ghost"
      busy={busy()}
      disabledReason={props.disabledReason}
      aria-label={t().restoreField(name(), props.words.value(props.change.field, props.change.before))}
      onClick={() => void press()}
    >
      {t().restore}
    </Button>
  );
}
