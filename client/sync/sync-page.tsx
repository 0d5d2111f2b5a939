// What was refused, what two people changed differently, what is not sent yet, and the state of this device:
// nothing a person entered disappears without his having seen why.
import CloudCheck from 'lucide-solid/icons/cloud-check';
import { createMemo, For, Show, type JSX } from 'solid-js';
import { equalJson } from '#schemas/core/equal.ts';
import { useKeptPhotos, withoutPhotos } from '../data/photos.ts';
import { useReferenceConflicts, type ReferenceConflict } from '../data/reference-editing.ts';
import { useSync, type SyncState } from '../data/sync-state.ts';
import { useUnsentEdits } from '../data/unsent-edits.ts';
import { useStrings } from '../i18n/strings.ts';
import { isLostDispatch, LostDispatch } from '../orders/lost-dispatches.tsx';
import { photoStrings } from '../photos/strings.ts';
import { UnsentPhoto } from '../photos/unsent-photo.tsx';
import { Card } from '../ui/card.tsx';
import { Counter } from '../ui/counter.tsx';
import { useFormat } from '../ui/formatting.tsx';
import { Page, Stack } from '../ui/page.tsx';
import { EmptyState, LoadingState } from '../ui/states.tsx';
import { ConflictCard } from './conflict-card.tsx';
import { DeviceCard } from './device-card.tsx';
import { useKnown } from './known.ts';
import { Overview } from './overview.tsx';
import { RefusedCommand } from './refused-command.tsx';
import { RefusedEditCard } from './refused-edit.tsx';
import css from './sync.module.css';
import { syncStrings } from './strings.ts';
import { UnsentCommand } from './unsent-command.tsx';
import { UnsentEditCard } from './unsent-edit-card.tsx';

export default function SyncPage(): JSX.Element {
  const t = useStrings(syncStrings);
  const sync = useSync();
  const format = useFormat();
  const known = useKnown();
  const conflicts = useKeyedConflicts();
  const edits = useUnsentEdits();
  const photos = useKeptPhotos();
  const commands = createMemo(() => withoutPhotos(sync.unsent(), photos()));
  const refused = createMemo(() => withoutPhotos(sync.refused(), photos()));
  const refusedEdits = createMemo(() => new Map(sync.refusedEdits().map((edit) => [edit.key, edit])));
  const photoWords = useStrings(photoStrings);
  // By id, so that a card stays while its photo gets on.
  const photoIds = createMemo(() => photos().map(({ id }) => id), undefined, { equals: equalJson });
  const contact = () => {
    const at = sync.lastContact();
    return at === undefined ? t().never : t().lastContact(format.relative(new Date(at).toISOString()));
  };
  const counts = () => ({
    refused: refused().length + sync.refusedEdits().length,
    conflict: conflicts().size,
    unsent: commands().length + edits().length,
    photos: photos().length,
  });
  const refusedPhotos = () => photos().filter(({ problem }) => problem).length;
  /** A photo stands among the photos, refused or not. */
  const told = () => ({
    refused: counts().refused + refusedPhotos(),
    conflict: counts().conflict,
    unsent: counts().unsent + counts().photos - refusedPhotos(),
  });
  const nothing = () => Object.values(counts()).every((count) => count === 0);
  return (
    <Page title={t().title} description={contact()}>
      <Stack class={css.page ?? ''}>
        <Show when={!nothing()} fallback={<NothingWaits sync={sync} />}>
          <Overview counts={told()} />
        </Show>
        <Section part="refused" title={t().refused.title} hint={t().refused.hint} count={counts().refused}>
          <For each={refused()}>
            {(command) => (
              <Refused command={command} known={known} onDismiss={() => sync.dismiss(command.id)} />
            )}
          </For>
          <For each={[...refusedEdits().keys()]}>
            {(key) => (
              <Show when={refusedEdits().get(key)}>
                {(edit) => <RefusedEditCard edit={edit()} onDismiss={() => sync.dismissEdit(key)} />}
              </Show>
            )}
          </For>
        </Section>
        <Section
          part="conflict"
          title={t().conflict.title}
          hint={t().conflict.hint}
          count={counts().conflict}
        >
          <For each={[...conflicts().keys()]}>
            {(key) => (
              <Show when={conflicts().get(key)}>{(conflict) => <ConflictCard conflict={conflict()} />}</Show>
            )}
          </For>
        </Section>
        <Section part="unsent" title={t().unsent.title} hint={t().unsent.hint} count={counts().unsent}>
          <For each={commands()}>
            {(command, index) => <UnsentCommand command={command} place={index() + 1} known={known} />}
          </For>
          <For each={edits()}>{(edit) => <UnsentEditCard edit={edit} />}</For>
        </Section>
        <Section
          part="photos"
          title={photoWords().unsentTitle}
          hint={photoWords().unsentHint}
          count={counts().photos}
        >
          <For each={photoIds()}>
            {(id) => (
              <Show when={photos().find((photo) => photo.id === id)}>
                {(photo) => <UnsentPhoto photo={photo()} />}
              </Show>
            )}
          </For>
        </Section>
        <DeviceCard sync={sync} />
      </Stack>
    </Page>
  );
}

function Refused(props: Parameters<typeof RefusedCommand>[0]): JSX.Element {
  return (
    <Show when={isLostDispatch(props.command)} fallback={<RefusedCommand {...props} />}>
      <li class={css.card}>
        <LostDispatch command={props.command} onDismiss={() => props.onDismiss()} />
      </li>
    </Show>
  );
}

/** By what makes each the same question, while its document goes on changing: the card and the focus in it stay. */
function useKeyedConflicts() {
  const conflicts = useReferenceConflicts();
  return createMemo<ReadonlyMap<string, ReferenceConflict>>(
    () => new Map(conflicts().map((conflict) => [keyOf(conflict), conflict])),
  );
}

const keyOf = ({ collection, document, conflict: { field, other, by, at } }: ReferenceConflict): string =>
  JSON.stringify([collection, document.id, field, other, by, at]);

/** Before everything was loaded once, nobody knows whether something waits for a choice. */
function NothingWaits(props: { sync: SyncState }): JSX.Element {
  const t = useStrings(syncStrings);
  const isLoading = () => !props.sync.initialSyncDone() && props.sync.online();
  return (
    <Card flush>
      <Show when={!isLoading()} fallback={<LoadingState rows={3} label={t().conflict.loading} />}>
        <EmptyState icon={CloudCheck} title={t().allSent} hint={t().allSentHint} />
      </Show>
    </Card>
  );
}

interface SectionProps {
  readonly part: 'refused' | 'conflict' | 'unsent' | 'photos';
  readonly title: string;
  readonly hint: string;
  readonly count: number;
  readonly children: JSX.Element;
}

function Section(props: SectionProps): JSX.Element {
  return (
    <Show when={props.count > 0}>
      <div id={props.part} class={css.section}>
        <Card
          flush
          title={
            <span class={css.titled}>
              {props.title}{' '}
              <Counter
                value={props.count}
                tone={props.part === 'unsent' || props.part === 'photos' ? 'accent' : 'danger'}
              />
            </span>
          }
        >
          <p class={css.hint}>{props.hint}</p>
          <ul>{props.children}</ul>
        </Card>
      </div>
    </Show>
  );
}
