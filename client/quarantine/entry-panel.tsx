// One entry in full: who entered what and when, why it was held back, and what becomes of it.
import { createMemo, onMount, Show, type JSX } from 'solid-js';
import type { QuarantineEntry } from '../data/quarantine.ts';
import { useStrings } from '../i18n/strings.ts';
import { EnteredList } from '../sync/entered.tsx';
import { fieldsOfDocument, fieldsOfPayload } from '../sync/entered-fields.ts';
import { focusOn } from '../sync/focus.ts';
import { useWords } from '../sync/words.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { Time } from '../ui/formatting.tsx';
import { KeyValueList } from '../ui/key-value-list.tsx';
import { About, ResolutionText, useReason, type Plates } from './columns.tsx';
import { EntryActions } from './entry-actions.tsx';
import { HeldPhoto } from './held-photo.tsx';
import { commandIn, earlierOf } from './names.ts';
import css from './quarantine.module.css';
import type { SteadyList } from './steady-list.ts';
import { quarantineStrings } from './strings.ts';

export interface EntryPanelProps {
  readonly entry: QuarantineEntry;
  readonly list: SteadyList;
  readonly plates: Plates;
  /** The one before was settled: whoever works by keyboard goes on here. */
  readonly takesFocus: boolean;
  readonly onShow: (id: number) => void;
  readonly onSettled: (entry: QuarantineEntry) => void;
}

export function EntryPanel(props: EntryPanelProps): JSX.Element {
  const t = useStrings(quarantineStrings);
  const reason = useReason();
  let top!: HTMLDivElement;
  onMount(() => props.takesFocus && focusOn(top));
  const isPhoto = () => commandIn(props.entry)?.type === 'add-photo';
  const fields = createMemo(() => {
    const command = commandIn(props.entry);
    return command ? fieldsOfPayload(command.payload) : fieldsOfDocument(props.entry.entered);
  });
  return (
    <div ref={top} class={css.panel} tabindex={-1}>
      <Banner tone="warning">{reason(props.entry)}</Banner>
      <Facts entry={props.entry} plates={props.plates} />
      <section class={css.entered}>
        <h3 class={css.heading}>{t().entered}</h3>
        <Show when={isPhoto() && props.entry.id} keyed>
          <HeldPhoto entry={props.entry} />
        </Show>
        <Show when={!isPhoto() || fields().length > 0}>
          <EnteredList fields={fields()} />
        </Show>
      </section>
      <Show when={props.entry.handledAt === undefined} fallback={<Handled entry={props.entry} />}>
        <Earlier {...props} />
        <EntryActions entry={props.entry} list={props.list} onSettled={(entry) => props.onSettled(entry)} />
      </Show>
    </div>
  );
}

function Facts(props: { entry: QuarantineEntry; plates: Plates }): JSX.Element {
  const t = useStrings(quarantineStrings);
  const enteredAt = () => commandIn(props.entry)?.at;
  const items = () => [
    { label: t().column.who, value: props.entry.actorName },
    { label: t().column.about, value: <About entry={props.entry} plates={props.plates} /> },
    ...(enteredAt() ? [{ label: t().column.enteredAt, value: <Time iso={enteredAt()} as="full" /> }] : []),
    { label: t().column.receivedAt, value: <Time iso={props.entry.receivedAt} as="full" /> },
  ];
  return <KeyValueList items={items()} />;
}

function Handled(props: { entry: QuarantineEntry }): JSX.Element {
  const t = useStrings(quarantineStrings);
  const words = useWords();
  const by = () => words.person(props.entry.handledBy ?? '') ?? t().unknownPerson;
  const items = () => [
    { label: t().column.resolution, value: <ResolutionText entry={props.entry} /> },
    { label: t().handledBy, value: by() },
    { label: t().handledAt, value: <Time iso={props.entry.handledAt} as="full" /> },
    ...(props.entry.note ? [{ label: t().noteLabel, value: props.entry.note, wide: true }] : []),
  ];
  return <KeyValueList items={items()} />;
}

/** A dispatch comes after the creation: in another order it would be refused. */
function Earlier(props: EntryPanelProps): JSX.Element {
  const t = useStrings(quarantineStrings);
  const earlier = createMemo(() => earlierOf(props.entry, props.list.entries()));
  return (
    <Show when={earlier()[0]}>
      {(first) => (
        <Banner
          tone="info"
          action={
            <Button size="small" onClick={() => props.onShow(first().id)}>
              {t().openEarliest}
            </Button>
          }
        >
          {t().earlier(earlier().length)}
        </Banner>
      )}
    </Show>
  );
}
