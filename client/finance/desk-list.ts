// What a desk lists, and what it can be narrowed by.
import { createMemo, type Accessor } from 'solid-js';
import type { Ground } from '#schemas/finance/differences.ts';
import { seesOutlet } from '#schemas/staff/permissions.ts';
import { useFinanceOrders, type OrderList } from '../data/orders.ts';
import { useCatalog, useDrives, useReference } from '../data/reference.ts';
import { useActor } from '../data/session.ts';
import { locale } from '../i18n/locale.ts';
import { useStrings } from '../i18n/strings.ts';
import { itemName } from '../orders/names.ts';
import { namedOption } from '../records/options.ts';
import type { FilterField } from '../ui/filter-bar.tsx';
import { filter, useListQuery, type ListQuery } from '../ui/list-query.ts';
import { stagesAfter, type Desk } from './desks.ts';
import { financeStrings } from './strings.ts';

const kinds = {
  outlet: filter.one(),
  customer: filter.one(),
  service: filter.several(),
  driver: filter.one(),
  taken: filter.range(),
  /** What was decided here already, instead of what waits. */
  done: filter.flag(),
  /** What is with its outlet to be put right, instead of what waits. */
  sentBack: filter.flag(),
  /** What is on a statement, and received there; without it, of what waits only what is on none. */
  onStatement: filter.flag(),
  /** What is priced and on no statement yet. */
  billable: filter.flag(),
  /** What was posted here, and paid less than its price, or more. */
  open: filter.flag(),
  /** That of which two amounts, or two witnesses of the kilometres, differ. */
  differing: filter.flag(),
};

export type DeskQuery = ListQuery<typeof kinds>;

export const useDeskQuery = (): DeskQuery => useListQuery(kinds);

/** Of what waits here, some may be with its outlet. */
const hasUnverified = ({ stages }: Desk): boolean => stages[0] === 'unverified';
/** Of what waits to be received, some is received by its statement. */
const hasPriced = ({ stages }: Desk): boolean => stages.some((stage) => stage === 'priced');

const rowsAtOnce = 200;
const billableOrders = { financeStages: ['priced'], onStatement: false } as const;

export function useDeskOrders(desk: Accessor<Desk>, query: DeskQuery): OrderList {
  const ground = useGround();
  return useFinanceOrders(
    () => {
      const { outlet, customer, service, driver, taken, done, billable, sentBack, onStatement, open } =
        query.values;
      const text = query.text();
      return {
        ...(billable
          ? billableOrders
          : { financeStages: done || open ? stagesAfter(desk()) : desk().stages }),
        ...(open && { open }),
        ...(hasUnverified(desk()) && !done && { sentBack }),
        ...(hasPriced(desk()) && (onStatement || !(done || open)) && { onStatement }),
        ...(outlet && { outletId: outlet }),
        ...(customer && { customerId: customer }),
        ...(service.length > 0 && { serviceIds: service }),
        ...(driver && { driverId: driver }),
        ...(taken.from && { from: taken.from }),
        ...(taken.to && { to: taken.to }),
        ...(query.values.differing && { differing: ground() }),
        ...(text && { text }),
      };
    },
    { limit: rowsAtOnce },
  );
}

/** What an order's kilometres are measured by, as this device knows it. */
function useGround(): Accessor<Ground> {
  const [outlets, catalog] = [useReference('outlets'), useReference('catalog')];
  return createMemo(() => ({
    outlets: Object.fromEntries(outlets().map(({ id, lng, lat }) => [id, { lng, lat }])),
    towing: catalog().flatMap((item) => (item.needsDestination ? [item.id] : [])),
  }));
}

export function useDeskFilters(desk: Accessor<Desk>): Accessor<FilterField<typeof kinds>[]> {
  const t = useStrings(financeStrings);
  const actor = useActor();
  const [outlets, customers, staff] = [
    useReference('outlets'),
    useReference('customers'),
    useReference('staff'),
  ];
  const services = useCatalog('service');
  const drives = useDrives();
  return createMemo((): FilterField<typeof kinds>[] => [
    {
      key: 'outlet',
      label: t().column.outlet,
      options: outlets()
        .filter(({ id }) => seesOutlet(actor, id))
        .map(namedOption),
    },
    { key: 'customer', label: t().column.customer, options: customers().map(namedOption) },
    {
      key: 'service',
      label: t().column.service,
      options: services().map((service) => ({ value: service.id, label: itemName(service, locale()) })),
    },
    { key: 'driver', label: t().column.driver, options: staff().filter(drives).map(namedOption) },
    { key: 'taken', label: t().taken },
    { key: 'differing', label: t().differing },
    { key: 'done', label: t().withDone },
    ...(hasUnverified(desk()) ? [{ key: 'sentBack' as const, label: t().sentBack }] : []),
    ...(hasPriced(desk()) ? [{ key: 'onStatement' as const, label: t().onStatement }] : []),
    ...(desk().name === 'post' ? [{ key: 'open' as const, label: t().open }] : []),
    ...(desk().name === 'approve' ? [{ key: 'billable' as const, label: t().billable }] : []),
  ]);
}
