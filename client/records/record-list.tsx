// The list of one kind of reference data: what all of them have alike. A page says its columns, rows and filters.
import { useNavigate } from '@solidjs/router';
import Plus from 'lucide-solid/icons/plus';
import { Show, type JSX } from 'solid-js';
import { mayEdit } from '#schemas/staff/editing.ts';
import type { DocumentOf, ReferenceCollection } from '#schemas/sync/collections.ts';
import { useReferenceMap } from '../data/reference.ts';
import { useActor } from '../data/session.ts';
import { useSync } from '../data/sync-state.ts';
import { ImportLink } from '../import/import-link.tsx';
import { importNames } from '../import/kind.ts';
import { SetupLink } from '../setup/start.tsx';
import { BatchRunDialog, createBatchRun } from '../ui/batch-run.tsx';
import { LinkButton } from '../ui/button.tsx';
import type { Filters } from '../ui/list-filter.ts';
import { ListPage, type ListPageProps } from '../ui/list-page.tsx';
import type { Selection } from '../ui/selection.ts';
import { RecordBatch } from './batch-actions.tsx';

/** The catalog is many lists, and has a page of its own. */
type Listed = Exclude<ReferenceCollection, 'catalog'>;

type FromPage = 'query' | 'columns' | 'rows' | 'filters' | 'card' | 'rowTone' | 'banner' | 'description';

interface RecordListProps<Name extends Listed, F extends Filters> extends Pick<
  ListPageProps<DocumentOf<Name>, F>,
  FromPage
> {
  collection: Name;
  words: RecordListWords;
  /** Buttons of its own that act on the ticked rows, first. */
  batch?: ((selection: Selection<DocumentOf<Name>>) => JSX.Element) | undefined;
}

interface RecordListWords {
  readonly title: string;
  readonly search: string;
  readonly create: string;
  readonly emptyTitle: string;
  readonly emptyHint: string;
}

export function RecordList<Name extends Listed, F extends Filters>(
  props: RecordListProps<Name, F>,
): JSX.Element {
  const sync = useSync();
  const navigate = useNavigate();
  const all = useReferenceMap(props.collection);
  const run = createBatchRun();
  const ways = () => <WaysIn collection={props.collection} create={props.words.create} />;
  return (
    <>
      <ListPage
        title={props.words.title}
        storageKey={props.collection}
        query={props.query}
        columns={props.columns}
        rows={props.rows}
        total={all().size}
        rowKey={({ id }) => id}
        rowTone={props.rowTone ?? (({ disabled }) => (disabled ? 'muted' : undefined))}
        card={props.card}
        search={props.words.search}
        filters={props.filters}
        actions={ways()}
        banner={props.banner}
        description={props.description}
        state={all().size === 0 && !sync.initialSyncDone() && sync.online() ? 'loading' : 'ready'}
        empty={{
          title: props.words.emptyTitle,
          hint: props.words.emptyHint,
          action: (
            <>
              {ways()}
              <SetupLink />
            </>
          ),
        }}
        batch={(selection) => (
          <>
            {props.batch?.(selection)}
            <RecordBatch collection={props.collection} selection={selection} run={run} />
          </>
        )}
        onOpen={({ id }) => navigate(`/${props.collection}/${id}`)}
      />
      <BatchRunDialog run={run} />
    </>
  );
}

function WaysIn(props: { collection: Listed; create: string }): JSX.Element {
  const actor = useActor();
  return (
    <>
      <Show when={importNames.find((name) => name === props.collection)}>
        {(name) => <ImportLink collection={name()} />}
      </Show>
      <Show when={mayEdit(actor, props.collection)}>
        <LinkButton href={`/${props.collection}/new`} variant="primary" icon={Plus}>
          {props.create}
        </LinkButton>
      </Show>
    </>
  );
}
