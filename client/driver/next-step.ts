// The one step a driver's large button offers, and what else there is to do.
import type { Order, OrderStatus } from '#schemas/orders/order.ts';

export type Step = 'accept' | 'depart' | 'arrive' | 'start-work' | 'load' | 'reach-destination' | 'complete';

/** Services that tow nothing skip the way to a destination. */
export function nextStep(status: OrderStatus, tows: boolean): Step | undefined {
  switch (status) {
    case 'dispatched':
      return 'accept';
    case 'accepted':
      return 'depart';
    case 'en-route':
      return 'arrive';
    case 'on-scene':
      return 'start-work';
    case 'working':
      return tows ? 'load' : 'complete';
    case 'towing':
      return 'reach-destination';
    case 'at-destination':
      return 'complete';
    default:
      return undefined;
  }
}

/** The steps of a job in order, for the line that shows how far it is. */
export function stepsOf(tows: boolean): OrderStatus[] {
  const road: OrderStatus[] = ['accepted', 'en-route', 'on-scene', 'working'];
  return [...road, ...(tows ? (['towing', 'at-destination'] as const) : []), 'completed'];
}

/** How many of `stepsOf` are behind the driver. A skipped step counts as done. */
export function stepsDone(status: OrderStatus, tows: boolean): number {
  const order: OrderStatus[] = ['pending', 'dispatched', ...stepsOf(true)];
  const reached = order.indexOf(status);
  return stepsOf(tows).filter((step) => order.indexOf(step) <= reached).length;
}

/** Steps a driver may jump to besides the next one, e.g. to complete straight from the scene. */
export function skips(status: OrderStatus, tows: boolean): Step[] {
  const next = nextStep(status, tows);
  const all: Step[] = [
    'depart',
    'arrive',
    'start-work',
    ...(tows ? (['load', 'reach-destination'] as const) : []),
    'complete',
  ];
  const from = next === 'accept' ? 0 : all.findIndex((step) => step === next) + 1;
  return next ? all.slice(from) : [];
}

/** Until then there is nothing to photograph. */
export const hasAccepted = ({ status }: Pick<Order, 'status'>): boolean =>
  !['pending', 'dispatched'].includes(status);

export const hasDeparted = ({ status }: Pick<Order, 'status'>): boolean =>
  !['pending', 'dispatched', 'accepted'].includes(status);
