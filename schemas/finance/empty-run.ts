// What the charge of an empty run rests on: how long and how far the vehicle was out, and what was photographed there.
import type { Order } from '../orders/order.ts';
import { stepTimes } from '../orders/steps.ts';
import { photosOn } from '../photos/decide.ts';
import { kmOnTheWay } from './pricing/kilometres.ts';

export interface EmptyRunProof {
  /** ISO instants; what nobody reported is absent. */
  readonly departedAt?: string;
  readonly arrivedAt?: string;
  readonly endedAt?: string;
  /** From departure to the end, whole minutes. */
  readonly minutes?: number;
  /** Along the places where the driver's phone was at each step, as far as it went. */
  readonly km?: number;
  readonly photos: number;
}

/** Undefined where the order is no empty run. */
export function emptyRunProof(order: Pick<Order, 'status' | 'timeline'>): EmptyRunProof | undefined {
  if (order.status !== 'empty-run') return undefined;
  const { depart, arrive, 'empty-run': end } = stepTimes(order);
  const km = kmOnTheWay(order);
  return {
    ...(depart !== undefined && { departedAt: depart }),
    ...(arrive !== undefined && { arrivedAt: arrive }),
    ...(end !== undefined && { endedAt: end }),
    ...(depart !== undefined && end !== undefined && { minutes: minutesBetween(depart, end) }),
    ...(km !== undefined && { km }),
    photos: photosOn(order.timeline).size,
  };
}

/** Devices' clocks differ: none says less than nothing. */
const minutesBetween = (from: string, to: string): number =>
  Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 60_000));
