// What drivers took, a row for each driver and day, made of the orders that this device holds.
import { sumFen } from '#schemas/core/money.ts';
import { differenceOf, heldOf, standingHandovers, type Handover } from '#schemas/finance/cash/cash.ts';
import type { Order } from '#schemas/orders/order.ts';

export const cashStates = ['held', 'counted', 'short', 'over'] as const;
export type CashState = (typeof cashStates)[number];

export interface CashDay {
  readonly key: string;
  readonly driverId: string;
  /** In the company's zone: 2026-03-31. */
  readonly day: string;
  /** When the last of it was taken. */
  readonly lastAt: string;
  /** The latest first. */
  readonly orders: readonly Order[];
  readonly collectedFen: number;
  readonly heldFen: number;
  /** Of the handovers that ended on this day's orders: short is less than nothing. */
  readonly differenceFen: number;
  readonly state: CashState;
}

export const heldFenOf = ({ cash }: Pick<Order, 'cash'>): number => (cash ? heldOf(cash) : 0);
export const collectedFenOf = ({ cash }: Pick<Order, 'cash'>): number => cash?.collectedFen ?? 0;

/** When the driver reported it. */
export const takenAt = ({ timeline, createdAt }: Order): string =>
  timeline.findLast(({ collectedFen }) => collectedFen !== undefined)?.recordedAt ?? createdAt;

/** @param dayOf the company's day of an instant */
export function cashDays(orders: readonly Order[], dayOf: (instant: string) => string): CashDay[] {
  const rows = new Map<string, Order[]>();
  for (const order of orders.toSorted((a, b) => (takenAt(a) < takenAt(b) ? 1 : -1))) {
    if (!order.cash) continue;
    const key = `${order.cash.driverId} ${dayOf(takenAt(order))}`;
    rows.set(key, [...(rows.get(key) ?? []), order]);
  }
  const told = new Set<string>();
  return [...rows].map(([key, own]) => cashDay(key, own, told));
}

/** A handover over several days is told of on the latest of them, so that differences are not counted twice. */
function cashDay(key: string, orders: readonly Order[], told: Set<string>): CashDay {
  const [driverId = '', day = ''] = key.split(' ');
  const fresh = handoversOf(orders).filter(({ id, reversed }) => !reversed && !told.has(id));
  for (const { id } of fresh) told.add(id);
  const heldFen = sumFen(orders.map(heldFenOf));
  const differenceFen = sumFen(fresh.map(differenceOf));
  return {
    ...{ key, driverId, day, orders, heldFen, differenceFen },
    lastAt: orders[0] ? takenAt(orders[0]) : '',
    collectedFen: sumFen(orders.map(collectedFenOf)),
    state: stateOf(heldFen, differenceFen),
  };
}

function stateOf(heldFen: number, differenceFen: number): CashState {
  if (heldFen !== 0) return 'held';
  if (differenceFen === 0) return 'counted';
  return differenceFen < 0 ? 'short' : 'over';
}

/** Each once, the latest first. */
export function handoversOf(orders: readonly Order[]): Handover[] {
  const all = orders.flatMap(({ cash }) => cash?.handovers ?? []);
  const byId = new Map(all.map((handover) => [handover.id, handover]));
  return [...byId.values()].sort((a, b) => (a.at < b.at ? 1 : -1));
}

/** The handover that settled an order last. */
export const lastHandover = ({ cash }: Pick<Order, 'cash'>): Handover | undefined =>
  cash && standingHandovers(cash).at(-1);
