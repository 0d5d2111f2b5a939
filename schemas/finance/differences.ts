// 差異: whether somebody should look at an order's money or kilometres twice, before he says his own word.
import type { Order } from '../orders/order.ts';
import { disagree, kmKnown } from './pricing/kilometres.ts';
import type { Point } from './pricing/work-done.ts';
import { valuesOf } from './values.ts';

/** What kilometres are measured by. Plain, so that it can stand in a filter. */
export interface Ground {
  /** By id. WGS-84. */
  readonly outlets: Readonly<Record<string, Point>>;
  /** Ids of the services that have a destination. */
  readonly towing: readonly string[];
}

/** Two amounts of its stages are not the same, or two witnesses of its kilometres say very different things. */
export function differs(order: Order, { outlets, towing }: Ground): boolean {
  if (valuesOf(order).some(({ differsFen }) => differsFen)) return true;
  const service = { needsDestination: towing.includes(order.serviceId) };
  return disagree(kmKnown(order, service, outlets[order.outletId]));
}
