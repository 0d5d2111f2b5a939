// The board's filters as they stand in the address, so that a link or a reload shows the same orders.
import type { OrderFilter } from '#schemas/orders/filter.ts';
import { openStatuses, orderStatuses, type Order, type OrderStatus } from '#schemas/orders/order.ts';

export interface BoardQuery {
  readonly outletId: string | null;
  /** None chosen means all. */
  readonly statuses: readonly OrderStatus[];
  readonly text: string;
  readonly attention: boolean;
  /** Only what was closed today. */
  readonly today: boolean;
  /** Only what has missed its time target. */
  readonly late: boolean;
  /** Only what this vehicle could be sent to. */
  readonly vehicleId: string | null;
  readonly customerId: string | null;
  /** To whom it is given. */
  readonly driverId: string | null;
  /** None chosen means all. */
  readonly serviceIds: readonly string[];
  /** When it was taken, as in the address: a preset goes on with the days. */
  readonly taken: string;
  /** Only what several drivers are asked for. */
  readonly offered: boolean;
}

type Narrowing = 'outlet' | 'customer' | 'driver' | 'service' | 'status' | 'taken' | 'vehicle';
export type BoardParams = Partial<
  Record<Narrowing | 'q' | 'attention' | 'today' | 'late' | 'offered', string | string[]>
>;

export function readQuery(params: BoardParams): BoardQuery {
  const wanted = one(params.status).split(',');
  return {
    outletId: one(params.outlet) || null,
    statuses: orderStatuses.filter((status) => wanted.includes(status)),
    text: one(params.q),
    attention: one(params.attention) === '1',
    today: one(params.today) === '1',
    late: one(params.late) === '1',
    vehicleId: one(params.vehicle) || null,
    customerId: one(params.customer) || null,
    driverId: one(params.driver) || null,
    serviceIds: one(params.service).split(',').filter(Boolean),
    taken: one(params.taken),
    offered: one(params.offered) === '1',
  };
}

const one = (value: string | string[] | undefined): string => (Array.isArray(value) ? value[0] : value) ?? '';

/** Every parameter, the unused ones as null, so that they leave the address. */
export function writeQuery(query: BoardQuery): Record<keyof BoardParams, string | null> {
  return {
    outlet: query.outletId,
    status: query.statuses.join(',') || null,
    q: query.text.trim() || null,
    attention: query.attention ? '1' : null,
    today: query.today ? '1' : null,
    late: query.late ? '1' : null,
    vehicle: query.vehicleId,
    customer: query.customerId,
    driver: query.driverId,
    service: query.serviceIds.join(',') || null,
    taken: query.taken || null,
    offered: query.offered ? '1' : null,
  };
}

/**
 * Reservations wait on a page of their own until somebody is sent.
 * @param taken what `query.taken` means now
 */
export function filterOf(query: BoardQuery, taken: Ends = {}): OrderFilter {
  const { outletId, customerId, driverId, serviceIds, statuses, text, attention, late, offered } = query;
  return {
    reserved: false,
    ...(outletId && { outletId }),
    ...(customerId && { customerId }),
    ...(driverId && { driverId }),
    ...(serviceIds.length > 0 && { serviceIds }),
    ...(statuses.length > 0 ? { statuses } : late && { statuses: openStatuses }),
    ...(taken.from && { from: taken.from }),
    ...(taken.to && { to: taken.to }),
    ...(text.trim() && { text: text.trim() }),
    ...(attention && { attention }),
    ...(offered && { onOffer: true }),
  };
}

interface Ends {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** The columns by status: those that are chosen, else whatever is under way; what needs attention may be anywhere. */
export function lanesOf({ statuses, attention }: BoardQuery): readonly OrderStatus[] {
  if (statuses.length > 0) return statuses;
  return attention ? orderStatuses : openStatuses;
}

export const isFiltered = (query: BoardQuery): boolean =>
  Object.values(writeQuery(query)).some((value) => value !== null);

export const noFilter: BoardQuery = {
  outletId: null,
  statuses: [],
  text: '',
  attention: false,
  today: false,
  late: false,
  vehicleId: null,
  customerId: null,
  driverId: null,
  serviceIds: [],
  taken: '',
  offered: false,
};

/** The board with what waits and a vehicle could be sent to. */
export const waitingFor = (vehicleId: string): string =>
  `/orders?${new URLSearchParams({ status: 'pending', vehicle: vehicleId }).toString()}`;

/** What a dispatcher watches, each a filter and a counter. */
export const groups = {
  pending: { statuses: ['pending'], attention: false, today: false, late: false },
  active: {
    statuses: ['dispatched', 'accepted', 'en-route', 'on-scene', 'working', 'towing', 'at-destination'],
    attention: false,
    today: false,
    late: false,
  },
  late: { statuses: [], attention: false, today: false, late: true },
  attention: { statuses: [], attention: true, today: false, late: false },
  done: { statuses: ['completed'], attention: false, today: true, late: false },
} as const satisfies Record<string, Pick<BoardQuery, 'statuses' | 'attention' | 'today' | 'late'>>;
export type Group = keyof typeof groups;
export const groupNames = Object.keys(groups) as Group[];

/** The group that the filters are just now, if they are one. */
export function groupOf(query: BoardQuery): Group | undefined {
  return groupNames.find((name) => {
    const group = groups[name];
    return (
      group.attention === query.attention &&
      group.today === query.today &&
      group.late === query.late &&
      group.statuses.join() === query.statuses.join()
    );
  });
}

/** When the order was closed, by the clock of record; undefined while it is open. */
export function closedAt({ timeline, result }: Pick<Order, 'timeline' | 'result'>): string | undefined {
  if (!result) return undefined;
  return timeline.findLast(({ status }) => status !== undefined)?.recordedAt;
}
