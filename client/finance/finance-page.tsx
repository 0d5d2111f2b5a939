// The finance queue: a list per stage, and beside it the chosen order with what is to be done.
import { useSearchParams } from '@solidjs/router';
import { createEffect, createSignal, on, Show, type JSX } from 'solid-js';
import { matchesFilter } from '#schemas/orders/filter.ts';
import { financeStages, type FinanceStage } from '#schemas/orders/order.ts';
import { useFinanceOrders, useOrder } from '../data/orders.ts';
import { useSync } from '../data/sync-state.ts';
import { useStrings } from '../i18n/strings.ts';
import { OrderStatusBadge } from '../orders/marks.tsx';
import { Banner } from '../ui/banner.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { Page } from '../ui/page.tsx';
import { SidePanel, WithSidePanel } from '../ui/side-panel.tsx';
import { EmptyState } from '../ui/states.tsx';
import { TextField } from '../ui/text-field.tsx';
import { OrderCard, useFinanceColumns } from './columns.tsx';
import { FinancePanel } from './finance-panel.tsx';
import { StageTabs } from './stage-tabs.tsx';
import css from './finance.module.css';
import { financeStrings } from './strings.ts';

/** What stays of the list while an order is open beside it. */
const besidePanel = ['number', 'closed', 'customer', 'service', 'amount'];

export default function FinancePage(): JSX.Element {
  const t = useStrings(financeStrings);
  const sync = useSync();
  const [query, setQuery] = useSearchParams<{ stage?: string; order?: string; q?: string }>();
  const stage = (): FinanceStage => financeStages.find((one) => one === query.stage) ?? 'unverified';
  const list = useFinanceOrders(stage, { limit: 200 });
  const rows = () => list.orders().filter((order) => !query.q || matchesFilter(order, { text: query.q }));
  const chosen = useOrder(() => query.order);
  const columns = useFinanceColumns();
  const isLoading = () => rows().length === 0 && (list.loading() || !sync.initialSyncDone());

  // Where the chosen order stood, so that the next one is known when it has moved on to another stage.
  const [place, setPlace] = createSignal(0);
  createEffect(
    on([() => query.order, rows], ([id, all]) => {
      const index = all.findIndex((order) => order.id === id);
      if (index >= 0) setPlace(index);
    }),
  );
  const goToNext = () => {
    const left = rows().filter(({ id }) => id !== query.order);
    setQuery({ order: (left[place()] ?? left.at(-1))?.id ?? null });
  };
  const shown = () => (query.order ? chosen.order() : undefined);
  const close = () => setQuery({ order: null });

  return (
    <Page
      title={t().title}
      fill
      banner={
        <Show when={!sync.online()}>
          <Banner tone="warning">{t().offline}</Banner>
        </Show>
      }
      toolbar={
        <>
          <StageTabs stage={stage()} onChange={(next) => setQuery({ stage: next, order: null })} />
          <TextField
            label={t().search}
            hideLabel
            type="search"
            placeholder={t().searchHint}
            value={query.q ?? ''}
            onInput={(text) => setQuery({ q: text || null }, { replace: true })}
          />
        </>
      }
    >
      <WithSidePanel>
        <div class={css.list}>
          <DataTable
            label={t().table}
            columns={columns().filter(({ id }) => !query.order || besidePanel.includes(id))}
            rows={rows()}
            rowKey={({ id }) => id}
            card={(order) => <OrderCard order={order} />}
            state={isLoading() ? 'loading' : 'ready'}
            empty={
              <EmptyState title={t().empty[stage()]} hint={query.q ? t().emptyFiltered : t().emptyHint} />
            }
            active={query.order ?? null}
            onOpen={({ id }) => setQuery({ order: id })}
            onReachEnd={list.hasMore() ? list.loadMore : undefined}
          />
        </div>
        <Show when={shown()} keyed>
          {(order) => (
            <SidePanel
              wide
              title={order.number}
              titleExtra={<OrderStatusBadge status={order.status} />}
              onClose={close}
            >
              <FinancePanel order={order} onDone={goToNext} />
            </SidePanel>
          )}
        </Show>
      </WithSidePanel>
    </Page>
  );
}
