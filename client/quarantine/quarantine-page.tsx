// What employees entered and the server kept back, because they had lost the right to it when it arrived: a
// manager decides on each. Nothing of it disappears without him.
import { useSearchParams } from '@solidjs/router';
import ArchiveRestore from 'lucide-solid/icons/archive-restore';
import CloudOff from 'lucide-solid/icons/cloud-off';
import RefreshCw from 'lucide-solid/icons/refresh-cw';
import { createMemo, createSignal, For, Match, Show, Switch, type JSX } from 'solid-js';
import type { QuarantineEntry } from '../data/quarantine.ts';
import { useSync } from '../data/sync-state.ts';
import { useStrings } from '../i18n/strings.ts';
import { focusOn } from '../sync/focus.ts';
import { Banner } from '../ui/banner.tsx';
import { Button, IconButton } from '../ui/button.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { Page } from '../ui/page.tsx';
import { SidePanel, WithSidePanel } from '../ui/side-panel.tsx';
import { EmptyState, ErrorState } from '../ui/states.tsx';
import { EntryCard, useColumns, useWhat } from './columns.tsx';
import { EntryPanel } from './entry-panel.tsx';
import { nextAfter, platesIn } from './names.ts';
import { tellChanged } from './open-count.ts';
import css from './quarantine.module.css';
import { useSteadyList, type SteadyList } from './steady-list.ts';
import { quarantineStrings } from './strings.ts';
import { useCatchingUp } from './taken-over.ts';

/** What stays of the list while an entry is open beside it. */
const besidePanel = ['who', 'what', 'about', 'receivedAt'];

export default function QuarantinePage(): JSX.Element {
  const t = useStrings(quarantineStrings);
  const [query, setQuery] = useSearchParams<{ handled?: string; entry?: string }>();
  const handled = () => query.handled === '1';
  const list = useSteadyList(handled, useSync());
  useCatchingUp(list);
  const plates = createMemo(() => platesIn(list.entries()));
  const columns = useColumns(plates);
  const what = useWhat();
  const chosen = createMemo(() => list.entries().find(({ id }) => String(id) === query.entry));
  const { takesFocus, goOn, show } = useWay(list, (id) => setQuery({ entry: id?.toString() ?? null }));
  return (
    <Page
      fill
      title={t().title}
      description={t().about}
      banner={
        !list.isConnected() && list.entries().length > 0 ? (
          <Banner tone="warning">{t().offlineBanner}</Banner>
        ) : undefined
      }
      toolbar={
        <>
          <Filter
            handled={handled()}
            onChange={(next) => setQuery({ handled: next ? '1' : null, entry: null })}
          />
          <IconButton icon={RefreshCw} label={t().refresh} onClick={() => (list.refresh(), tellChanged())} />
        </>
      }
    >
      <WithSidePanel>
        <div class={css.list}>
          <DataTable
            label={t().table}
            columns={columns(handled()).filter(({ id }) => !chosen() || besidePanel.includes(id))}
            rows={list.entries()}
            rowKey={({ id }) => String(id)}
            card={(entry) => <EntryCard entry={entry} plates={plates} />}
            state={tableState(list.state())}
            empty={<Nothing handled={handled()} />}
            error={<Trouble list={list} />}
            active={query.entry ?? null}
            onOpen={({ id }) => show(id)}
            onReachEnd={list.hasMore() ? list.loadMore : undefined}
          />
        </div>
        <Show when={chosen()?.id} keyed>
          <Show when={chosen()}>
            {(entry) => (
              <SidePanel title={what(entry())} onClose={() => show(undefined)}>
                <EntryPanel
                  entry={entry()}
                  list={list}
                  plates={plates}
                  takesFocus={takesFocus()}
                  onShow={show}
                  onSettled={goOn}
                />
              </SidePanel>
            )}
          </Show>
        </Show>
      </WithSidePanel>
    </Page>
  );
}

const tableState = (state: ReturnType<SteadyList['state']>) =>
  state === 'ready' || state === 'loading' ? state : 'error';

/** From one entry to the next. */
function useWay(list: SteadyList, setEntry: (id: number | undefined) => void) {
  const [takesFocus, setTakesFocus] = createSignal(false);
  const place = createMemo<ReadonlyMap<number, number>>(
    (before) => new Map([...before, ...list.entries().map(({ id }, index) => [id, index] as const)]),
    new Map(),
  );
  return {
    takesFocus,
    show: (id: number | undefined): void => {
      setTakesFocus(false);
      setEntry(id);
    },
    goOn: (settled: QuarantineEntry): void => {
      const next = nextAfter(settled, list.entries(), place().get(settled.id) ?? 0);
      setTakesFocus(true);
      setEntry(next?.id);
      const title = document.querySelector<HTMLElement>('main h1');
      if (!next && title) focusOn(title);
    },
  };
}

function Filter(props: { handled: boolean; onChange: (handled: boolean) => void }): JSX.Element {
  const t = useStrings(quarantineStrings);
  return (
    <div class={css.filter} role="group" aria-label={t().filter}>
      <For each={[false, true]}>
        {(handled) => (
          <Button
            variant={props.handled === handled ? 'primary' : 'ghost'}
            aria-pressed={props.handled === handled}
            onClick={() => props.onChange(handled)}
          >
            {handled ? t().handled : t().open}
          </Button>
        )}
      </For>
    </div>
  );
}

function Nothing(props: { handled: boolean }): JSX.Element {
  const t = useStrings(quarantineStrings);
  const words = () => (props.handled ? t().empty.handled : t().empty.open);
  return <EmptyState icon={ArchiveRestore} title={words().title} hint={words().hint} />;
}

function Trouble(props: { list: SteadyList }): JSX.Element {
  const t = useStrings(quarantineStrings);
  return (
    <Switch>
      <Match when={props.list.state() === 'offline'}>
        <EmptyState
          icon={CloudOff}
          title={t().offline.title}
          hint={t().offline.hint}
          action={
            <Button icon={RefreshCw} onClick={() => props.list.refresh()}>
              {t().refresh}
            </Button>
          }
        />
      </Match>
      <Match when={props.list.state() === 'failed'}>
        <ErrorState title={t().failed.title} hint={t().failed.hint} onRetry={() => props.list.refresh()} />
      </Match>
    </Switch>
  );
}
