// The way to a document's page: not there yet, not there at all, or not for this person.
import { useParams, useSearchParams } from '@solidjs/router';
import FileSearch from 'lucide-solid/icons/file-search';
import { Match, Show, Switch, type JSX } from 'solid-js';
import type { ReferenceCollection } from '#schemas/sync/collections.ts';
import { NotPermitted } from '../app/not-permitted.tsx';
import { useSync } from '../data/sync-state.ts';
import { useStrings } from '../i18n/strings.ts';
import { LinkButton } from '../ui/button.tsx';
import { EmptyState, LoadingState } from '../ui/states.tsx';
import { useRecord, type Record } from './record.ts';
import { recordStrings } from './strings.ts';

interface Props<Name extends ReferenceCollection> {
  collection: Name;
  /** The address of its list. */
  list: string;
  /** Made anew for each document. */
  children: (record: Record<Name>) => JSX.Element;
}

/** At `list/:id`; `list/new` makes one, `list/new?from=id` one like another, `list/new?after=id` one more. */
export function RecordGate<Name extends ReferenceCollection>(props: Props<Name>): JSX.Element {
  const params = useParams<{ id: string }>();
  const [search] = useSearchParams<{ from?: string; after?: string }>();
  return (
    <Show when={`${params.id} ${search.from ?? ''} ${search.after ?? ''}`} keyed>
      <Gated {...props} id={params.id} from={search.from} />
    </Show>
  );
}

function Gated<Name extends ReferenceCollection>(
  props: Props<Name> & { id: string; from: string | undefined },
): JSX.Element {
  const t = useStrings(recordStrings);
  const sync = useSync();
  const record = useRecord(props.collection, props.id, props.from);
  const isBarred = () => record.isNew && !record.mayEdit;
  const isThere = () => record.isNew || record.document() !== undefined;
  const back = () => <LinkButton href={props.list}>{t().back}</LinkButton>;
  return (
    <Switch
      fallback={
        <EmptyState page icon={FileSearch} title={t().notFound} hint={t().notFoundHint} action={back()} />
      }
    >
      <Match when={isBarred()}>
        <NotPermitted title={t().mayNotCreate} action={back()} />
      </Match>
      <Match when={isThere()}>{props.children(record)}</Match>
      <Match when={!sync.initialSyncDone() && sync.online()}>
        <LoadingState label={t().loading} />
      </Match>
    </Switch>
  );
}
