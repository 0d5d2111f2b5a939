// 預約: reservations that nobody is sent to yet, the earliest on top. What can be done with one stands beside it.
import Plus from 'lucide-solid/icons/plus';
import { createMemo, Show, type Accessor, type JSX } from 'solid-js';
import { matchesFilter } from '#schemas/orders/filter.ts';
import { dueOf, type Due } from '#schemas/orders/reservation.ts';
import { useOrders, type ProjectedOrder } from '../data/orders.ts';
import { useReference } from '../data/reference.ts';
import { useMay } from '../data/session.ts';
import { useSync } from '../data/sync-state.ts';
import { locale } from '../i18n/locale.ts';
import { useStrings } from '../i18n/strings.ts';
import { GroupButtons } from '../orders/group-buttons.tsx';
import { itemName } from '../orders/names.ts';
import { OrderBatchButtons, OrderBatchDialogs, useOrderBatch } from '../orders/order-batch.tsx';
import { useChosenOrder } from '../orders/chosen-order.ts';
import { OrderPanel } from '../orders/order-panel.tsx';
import { namedOption } from '../records/options.ts';
import { Banner } from '../ui/banner.tsx';
import { LinkButton } from '../ui/button.tsx';
import { useFormat } from '../ui/formatting.tsx';
import { ListPage } from '../ui/list-page.tsx';
import { filter, useListQuery } from '../ui/list-query.ts';
import { Select } from '../ui/select.tsx';
import { sortByColumn } from '../ui/table-columns.ts';
import { ReservationCard, useReservationColumns } from './columns.tsx';
import { useReminderLead, type ReminderLead } from './lead.ts';
import { reservationStrings } from './strings.ts';
import { leads, whenOf, whens } from './when.ts';

export default function ReservationsPage(): JSX.Element {
  const t = useStrings(reservationStrings);
  const format = useFormat();
  const sync = useSync();
  const query = useReservationQuery();
  const columns = useReservationColumns();
  const lead = useReminderLead();
  const list = useOrders(() => ({ statuses: ['pending'], reserved: true }), { limit: 500 });
  const rows = useRows(list.orders, query, columns);
  const filters = useFilters();
  const chosen = useChosenOrder(rows);
  const batch = useOrderBatch();
  const dues = createMemo(() =>
    list
      .orders()
      .map((order) => dueOf(order, format.now(), lead.minutes()))
      .filter((due) => due !== 'later'),
  );
  const waits = () => list.loading() || (!sync.initialSyncDone() && sync.online());
  return (
    <>
      <ListPage
        title={t().title}
        storageKey="reservations"
        query={query}
        columns={columns()}
        rows={rows()}
        total={list.orders().length}
        presorted
        rowKey={({ id }: ProjectedOrder) => id}
        card={(order) => <ReservationCard order={order} />}
        rowTone={(order) => tones[dueOf(order, format.now(), lead.minutes())]}
        search={t().search}
        filters={filters()}
        actions={
          <>
            <LeadChoice lead={lead} />
            <NewReservation />
          </>
        }
        banner={dues().length > 0 ? <DueBanner dues={dues()} minutes={lead.minutes()} /> : undefined}
        description={<Whens orders={list.orders()} query={query} />}
        state={rows().length === 0 && waits() ? 'loading' : 'ready'}
        empty={{ title: t().emptyTitle, hint: t().emptyHint }}
        batch={(selection) => <OrderBatchButtons batch={batch} selection={selection} />}
        onOpen={({ id }) => chosen.show(id)}
        loadAll={list.hasMore() ? list.loadAll : undefined}
        onReachEnd={list.hasMore() ? list.loadMore : undefined}
        chosen={chosen.id()}
        panel={
          <Show when={chosen.id()}>{(id) => <OrderPanel id={id()} onClose={() => chosen.show()} />}</Show>
        }
      />
      <OrderBatchDialogs batch={batch} />
    </>
  );
}

const tones = { overdue: 'danger', soon: 'warning', later: undefined } as const;

type Query = ReturnType<typeof useReservationQuery>;

const useReservationQuery = () =>
  useListQuery(
    { when: filter.one(whens), outlet: filter.one(), customer: filter.one(), service: filter.one() },
    { sort: { column: 'scheduled', direction: 'ascending' } },
  );

function useRows(
  orders: Accessor<readonly ProjectedOrder[]>,
  query: Query,
  columns: ReturnType<typeof useReservationColumns>,
): Accessor<readonly ProjectedOrder[]> {
  const format = useFormat();
  return createMemo(() => {
    const { when, outlet, customer, service } = query.values;
    const found = orders().filter(
      (order) =>
        (!when || whenOf(order, format) === when) &&
        matchesFilter(order, {
          text: query.text(),
          ...(outlet && { outletId: outlet }),
          ...(customer && { customerId: customer }),
          ...(service && { serviceIds: [service] }),
        }),
    );
    return sortByColumn(columns(), found, query.sort(), locale());
  });
}

function Whens(props: { orders: readonly ProjectedOrder[]; query: Query }): JSX.Element {
  const t = useStrings(reservationStrings);
  const format = useFormat();
  const counts = createMemo(() => {
    const found = props.orders.map((order) => whenOf(order, format));
    return (name: (typeof whens)[number]) => found.filter((when) => when === name).length;
  });
  return (
    <GroupButtons
      label={t().whenLabel}
      names={whens}
      nameOf={(name) => t().when[name]}
      count={(name) => ({ count: counts()(name), more: false })}
      alarm={['overdue']}
      current={props.query.values.when}
      onPress={(when) => props.query.set({ when })}
    />
  );
}

function DueBanner(props: { dues: readonly Due[]; minutes: number }): JSX.Element {
  const t = useStrings(reservationStrings);
  const count = (wanted: Due) => props.dues.filter((due) => due === wanted).length;
  return (
    <Banner tone={count('overdue') > 0 ? 'danger' : 'warning'}>
      {t().dueBanner(count('overdue'), count('soon'), props.minutes)}
    </Banner>
  );
}

/** For whoever is reminded: each for himself. */
function LeadChoice(props: { lead: ReminderLead }): JSX.Element {
  const t = useStrings(reservationStrings);
  const may = useMay();
  return (
    <Show when={may('orders.dispatch')}>
      <Select
        label={t().lead}
        hideLabel
        value={String(props.lead.minutes())}
        options={leads.map((minutes) => ({ value: String(minutes), label: t().leadOf(minutes) }))}
        onChange={(minutes) => minutes !== null && props.lead.keep(Number(minutes))}
      />
    </Show>
  );
}

function NewReservation(): JSX.Element {
  const t = useStrings(reservationStrings);
  const may = useMay();
  return (
    <Show when={may('orders.create')}>
      <LinkButton href="/orders/new" icon={Plus}>
        {t().newReservation}
      </LinkButton>
    </Show>
  );
}

function useFilters() {
  const t = useStrings(reservationStrings);
  const [outlets, customers, catalog] = [
    useReference('outlets'),
    useReference('customers'),
    useReference('catalog'),
  ];
  return createMemo(() => [
    {
      key: 'outlet' as const,
      label: t().outlet,
      options: outlets().map(namedOption),
    },
    {
      key: 'customer' as const,
      label: t().customer,
      options: customers().map(namedOption),
    },
    {
      key: 'service' as const,
      label: t().service,
      options: catalog()
        .filter(({ type }) => type === 'service')
        .map((item) => ({ value: item.id, label: itemName(item, locale()) })),
    },
  ]);
}
