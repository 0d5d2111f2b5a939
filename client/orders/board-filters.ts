// What the board can be narrowed by beside its groups, for the bar that all lists have.
import { createMemo, type Accessor } from 'solid-js';
import { orderStatuses } from '#schemas/orders/order.ts';
import { useCatalog, useDrives, useReference } from '../data/reference.ts';
import { locale } from '../i18n/locale.ts';
import { useStrings } from '../i18n/strings.ts';
import { namedOption } from '../records/options.ts';
import type { FilterField } from '../ui/filter-bar.tsx';
import { useFormat } from '../ui/formatting.tsx';
import { filter, type ListQuery } from '../ui/list-query.ts';
import type { TimeRange } from '../ui/time-range.ts';
import { isFiltered, noFilter, type BoardQuery } from './board-query.ts';
import { itemName } from './names.ts';
import { orderStrings } from './strings.ts';

const kinds = {
  status: filter.several(orderStatuses),
  outlet: filter.one(),
  customer: filter.one(),
  service: filter.several(),
  driver: filter.one(),
  taken: filter.range(),
  offered: filter.flag(),
};
type Kinds = typeof kinds;

const isKind = (key: string): key is keyof Kinds => Object.hasOwn(kinds, key);

/** What the query's word for a stretch of time means now. */
export function useTaken(query: Accessor<BoardQuery>): Accessor<TimeRange> {
  const clock = useFormat();
  return () => kinds.taken.read([query().taken], clock);
}

/** The board's query as the bar reads and changes it. */
export function useBoardList(
  query: Accessor<BoardQuery>,
  change: (next: BoardQuery) => void,
): ListQuery<Kinds> {
  const taken = useTaken(query);
  const values: ListQuery<Kinds>['values'] = {
    get status() {
      return query().statuses;
    },
    get outlet() {
      return query().outletId ?? undefined;
    },
    get customer() {
      return query().customerId ?? undefined;
    },
    get service() {
      return query().serviceIds;
    },
    get driver() {
      return query().driverId ?? undefined;
    },
    get taken() {
      return taken();
    },
    get offered() {
      return query().offered;
    },
  };
  const isOn = (key: string): boolean => isKind(key) && kinds[key].write(values[key] as never).length > 0;
  return {
    kinds,
    values,
    set: (patch) => {
      const next = { ...values, ...patch };
      change({
        ...query(),
        statuses: orderStatuses.filter((status) => next.status.includes(status)),
        outletId: next.outlet ?? null,
        customerId: next.customer ?? null,
        serviceIds: next.service,
        driverId: next.driver ?? null,
        taken: kinds.taken.write(next.taken)[0] ?? '',
        offered: next.offered,
      });
    },
    text: () => query().text,
    setText: (text) => change({ ...query(), text }),
    sort: () => undefined,
    setSort: () => undefined,
    activeFilters: () => Object.keys(kinds).filter(isOn).length,
    isFiltered: () => isFiltered(query()),
    clear: () => change(noFilter),
  };
}

/** @param outlets those that this person sees */
export function useBoardFields(
  outlets: Accessor<readonly { readonly id: string; readonly name: string }[]>,
): Accessor<FilterField<Kinds>[]> {
  const t = useStrings(orderStrings);
  const [customers, staff] = [useReference('customers'), useReference('staff')];
  const services = useCatalog('service');
  const drives = useDrives();
  return createMemo((): FilterField<Kinds>[] => [
    {
      key: 'status',
      label: t().filters.status,
      options: orderStatuses.map((status) => ({ value: status, label: t().status[status] })),
    },
    ...(outlets().length > 1
      ? [{ key: 'outlet' as const, label: t().filters.outlet, options: outlets().map(namedOption) }]
      : []),
    { key: 'customer', label: t().fact.customer, options: customers().map(namedOption) },
    {
      key: 'service',
      label: t().fact.service,
      options: services().map((service) => ({ value: service.id, label: itemName(service, locale()) })),
    },
    { key: 'driver', label: t().fact.driver, options: staff().filter(drives).map(namedOption) },
    { key: 'taken', label: t().filters.taken },
    { key: 'offered', label: t().filters.offered },
  ]);
}
