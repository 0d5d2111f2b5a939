// 修改歷史: who changed what of a document, when and from where, and the way back for a single field.
import CloudOff from 'lucide-solid/icons/cloud-off';
import { createEffect, For, Match, on, Show, Switch, type Accessor, type JSX } from 'solid-js';
import type { DocumentOf, ReferenceCollection } from '#schemas/sync/collections.ts';
import { useHistory, type History } from '../data/history.ts';
import { useSync } from '../data/sync-state.ts';
import { useStrings } from '../i18n/strings.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { Drawer } from '../ui/drawer.tsx';
import { EmptyState, ErrorState, LoadingState } from '../ui/states.tsx';
import { Entry } from './entry.tsx';
import css from './history.module.css';
import { historyStrings } from './strings.ts';

export interface HistoryRecord {
  readonly collection: ReferenceCollection;
  readonly id: string;
  readonly document: Accessor<DocumentOf<ReferenceCollection> | undefined>;
  readonly mayEdit: boolean;
}

interface Props {
  record: HistoryRecord;
  open: boolean;
  onClose: () => void;
}

export function HistoryPanel(props: Props): JSX.Element {
  const t = useStrings(historyStrings);
  return (
    <Drawer open={props.open} onClose={() => props.onClose()} title={t().title}>
      <Changes record={props.record} />
    </Drawer>
  );
}

function Changes(props: { record: HistoryRecord }): JSX.Element {
  const t = useStrings(historyStrings);
  const history = useLiveHistory(props.record);
  const isEmpty = () => history.entries().length === 0;
  return (
    <Switch fallback={<Entries record={props.record} history={history} />}>
      <Match when={isEmpty() && history.state() === 'offline'}>
        <EmptyState icon={CloudOff} title={t().offline} hint={t().offlineHint} />
      </Match>
      <Match when={isEmpty() && history.state() === 'refused'}>
        <ErrorState title={t().refused} onRetry={() => history.refresh()} />
      </Match>
      <Match when={isEmpty() && history.state() === 'loading'}>
        <LoadingState />
      </Match>
      <Match when={isEmpty()}>
        <EmptyState title={t().empty} />
      </Match>
    </Switch>
  );
}

function Entries(props: { record: HistoryRecord; history: History }): JSX.Element {
  const t = useStrings(historyStrings);
  return (
    <>
      <Show when={props.history.state() === 'offline'}>
        <Banner tone="info">{t().stale}</Banner>
      </Show>
      <ol class={css.entries} aria-label={t().list}>
        <For each={props.history.entries()}>
          {(entry) => <Entry entry={entry} record={props.record} refresh={() => props.history.refresh()} />}
        </For>
      </ol>
      <Show when={props.history.hasMore()}>
        <Button busy={props.history.state() === 'loading'} onClick={() => props.history.loadMore()}>
          {t().more}
        </Button>
      </Show>
    </>
  );
}

/** Read again whenever the server has another version, and when the connection is back. */
function useLiveHistory(record: HistoryRecord): History {
  const sync = useSync();
  const history = useHistory(record.collection, record.id);
  createEffect(on([() => record.document()?.version, sync.phase, sync.online], () => history.refresh()));
  return history;
}
