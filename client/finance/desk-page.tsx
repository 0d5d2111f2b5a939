// A desk of finance: what waits at a desk, and beside it the chosen order with what is to be done.
import { useSearchParams } from '@solidjs/router';
import { createEffect, createSignal, on, Show, type JSX } from 'solid-js';
import { OfflineBanner } from '../app/offline-banner.tsx';
import { useOrder, type ProjectedOrder } from '../data/orders.ts';
import { useSync } from '../data/sync-state.ts';
import { useStrings } from '../i18n/strings.ts';
import { OrderPageLink, OrderStatusBadge } from '../orders/marks.tsx';
import { GenerateStatement } from '../statements/generate.tsx';
import { InterruptedGeneration } from '../statements/statement-batch.tsx';
import { Banner } from '../ui/banner.tsx';
import { BatchRunDialog, createBatchRun, type BatchRun } from '../ui/batch-run.tsx';
import { ListPage } from '../ui/list-page.tsx';
import type { Selection } from '../ui/selection.ts';
import { SidePanel } from '../ui/side-panel.tsx';
import { ApprovalRuleNote } from './approval-rule.tsx';
import { OrderCard, useFinanceColumns } from './columns.tsx';
import { DeskBatch, InterruptedDeskBatch } from './desk-batch.tsx';
import { useDeskFilters, useDeskOrders, useDeskQuery } from './desk-list.ts';
import type { Desk, StageDesk } from './desks.ts';
import { FinancePanel } from './finance-panel.tsx';
import { OneStopPanel } from './one-stop-panel.tsx';
import { financeStrings } from './strings.ts';

export function DeskPage(props: { desk: Desk }): JSX.Element {
  const t = useStrings(financeStrings);
  const sync = useSync();
  const query = useDeskQuery();
  const list = useDeskOrders(() => props.desk, query);
  const columns = useFinanceColumns(() => props.desk);
  const filters = useDeskFilters(() => props.desk);
  const panel = useChosen(list.orders);
  const run = createBatchRun();
  /** What this list shows is decided at another desk. */
  const isElsewhere = (): boolean => {
    const { done, billable, open, onStatement } = query.values;
    return done || billable || open || onStatement;
  };
  const isLoading = () => list.orders().length === 0 && (list.loading() || !sync.initialSyncDone());
  return (
    <>
      <ListPage
        title={t().desk[props.desk.name]}
        storageKey={`finance-${props.desk.name}`}
        query={query}
        columns={columns()}
        rows={list.orders()}
        loadAll={list.hasMore() ? list.loadAll : undefined}
        presorted={list.hasMore()}
        rowKey={({ id }: ProjectedOrder) => id}
        card={(order) => <OrderCard order={order} />}
        search={t().searchHint}
        filters={filters()}
        banner={
          <>
            <OfflineBanner text={t().offline} />
            <Show when={!sync.initialSyncDone() && list.orders().length > 0}>
              <Banner tone="info">{t().arriving}</Banner>
            </Show>
            <Show when={withBatches(props.desk)}>
              {(desk) => <InterruptedDeskBatch desk={desk()} run={run} />}
            </Show>
            <Show when={props.desk.name === 'approve'}>
              <InterruptedGeneration run={run} />
            </Show>
            <Show when={props.desk.name === 'approve' || props.desk.name === 'one-stop'}>
              <ApprovalRuleNote />
            </Show>
          </>
        }
        state={isLoading() ? 'loading' : 'ready'}
        empty={{ title: t().empty[props.desk.name], hint: t().emptyHint }}
        batch={batchOf(props.desk, isElsewhere(), run)}
        chosen={panel.id()}
        onOpen={({ id }) => panel.open(id)}
        onReachEnd={list.hasMore() ? list.loadMore : undefined}
        panel={
          <Show when={panel.order()} keyed>
            {(order) => (
              <SidePanel
                wide
                title={order.number}
                titleExtra={
                  <>
                    <OrderStatusBadge status={order.status} />
                    <OrderPageLink id={order.id} />
                  </>
                }
                onClose={panel.close}
              >
                <Show
                  when={props.desk.name === 'one-stop'}
                  fallback={<FinancePanel order={order} onDone={panel.goToNext} />}
                >
                  <OneStopPanel order={order} onPosted={panel.goToNext} />
                </Show>
              </SidePanel>
            )}
          </Show>
        }
      />
      <BatchRunDialog run={run} />
    </>
  );
}

/** Where many orders can be decided at once. */
const withBatches = (desk: Desk): StageDesk | undefined =>
  desk.name === 'approve' || desk.name === 'post' ? desk : undefined;

/** What is priced goes onto statements, from the desk where it is priced. */
function batchOf(
  desk: Desk,
  isElsewhere: boolean,
  run: BatchRun,
): ((selection: Selection<ProjectedOrder>) => JSX.Element) | undefined {
  if (isElsewhere)
    return desk.name === 'approve'
      ? (selection) => <GenerateStatement selection={selection} run={run} />
      : undefined;
  const own = withBatches(desk);
  return own && ((selection) => <DeskBatch desk={own} selection={selection} run={run} />);
}

/** The order beside the list, and the one after it when it is done with. */
function useChosen(rows: () => readonly ProjectedOrder[]) {
  const [params, setParams] = useSearchParams<{ order?: string }>();
  const chosen = useOrder(() => params.order);
  const open = (id: string | null) => setParams({ order: id });
  // Where the chosen order stood, so that the next one is known when it has moved on to another stage.
  const [place, setPlace] = createSignal(0);
  createEffect(
    on([() => params.order, rows], ([id, all]) => {
      const index = all.findIndex((order) => order.id === id);
      if (index >= 0) setPlace(index);
    }),
  );
  return {
    id: () => params.order,
    order: () => (params.order ? chosen.order() : undefined),
    open,
    close: () => open(null),
    goToNext: () => {
      const left = rows().filter(({ id }) => id !== params.order);
      open((left[place()] ?? left.at(-1))?.id ?? null);
    },
  };
}
