// New orders that nobody at this screen has looked at yet, and those that have come back from a driver.
import { createSignal } from 'solid-js';
import { isOfferOver } from '#schemas/orders/offer.ts';
import type { Order } from '#schemas/orders/order.ts';
import { awaitsDispatch } from '#schemas/orders/reservation.ts';
import { hasBeenDeclined } from './declined.ts';

/** `unsent`: how many of this person's commands about it are not judged yet. */
type Watched = Order & { readonly unsent?: number };

/** Tells of each look at the open orders which of them somebody has to be found for since the look before. */
export interface Arrivals {
  /** @param now an ISO instant */
  in(orders: readonly Watched[], now: string): readonly string[];
}

/** Without a look before nothing is news, nor is what this person did himself. */
export function createArrivals(actorId: string): Arrivals {
  let before: ReadonlySet<string> | undefined;
  return {
    in: (orders, now) => {
      const waiting = orders.filter((order) => waitsForCrew(order, now));
      const arrived = before
        ? waiting.filter((order) => !before?.has(order.id) && broughtBy(order) !== actorId)
        : [];
      // What one gives away oneself may come back refused, which is no news.
      const tried = orders.filter(({ id, unsent }) => unsent && before?.has(id));
      before = new Set([...waiting, ...tried].map(({ id }) => id));
      return arrived.map(({ id }) => id);
    },
  };
}

/** Nobody has it and nobody is asked any more; a reservation has a page of its own until a driver hands it back. */
function waitsForCrew(order: Order, now: string): boolean {
  if (order.status !== 'pending' || (order.offer && !isOfferOver(order.offer, now))) return false;
  return !awaitsDispatch(order) || hasBeenDeclined(order);
}

/** Who took it, handed it back or took it away from somebody; an offer runs out by itself. */
function broughtBy({ offer, timeline, createdBy }: Order): string | undefined {
  if (offer) return undefined;
  const last = timeline.findLast(
    ({ type, status }) => status === 'pending' || type === 'decline' || type === 'withdraw-offer',
  );
  return last?.by ?? createdBy;
}

const [fresh, setFresh] = createSignal<ReadonlySet<string>>(new Set());

export const isFresh = (id: string): boolean => fresh().has(id);

export function markFresh(ids: readonly string[]): void {
  setFresh((before) => new Set([...before, ...ids]));
}

export function markSeen(id: string): void {
  setFresh((before) => (before.has(id) ? new Set([...before].filter((each) => each !== id)) : before));
}
