// 抢单: an order that is offered to several drivers at once. It stays pending, and the first of them who accepts
// has it; the server's order of arrival says who was first, whatever the phones' clocks say. A time limit ends the
// waiting and not the offer: until the office decides otherwise, a late acceptance is better than none.
import Type from 'typebox';
import { Id, Instant, text } from '../core/types.ts';

export const Crew = Type.Object({ vehicleId: Id, driverId: Id });
export type Crew = Type.Static<typeof Crew>;

export const offerSize = { least: 2, most: 8 } as const;
/** Minutes that may be set as the limit. */
export const offerMinutes = { least: 1, most: 120 } as const;

export const Offer = Type.Object({
  /** The command's that made it. */
  id: Id,
  by: Id,
  at: Instant,
  /** `declined`: his reason. */
  to: Type.Array(Type.Object({ ...Crew.properties, declined: Type.Optional(text(500)) })),
  /** By the server's clock. */
  until: Type.Optional(Instant),
  note: Type.Optional(text(500)),
});
export type Offer = Type.Static<typeof Offer>;

interface Offered {
  readonly offer?: Offer;
}

/** What somebody is offered, with which vehicle; undefined when nothing is, or he has declined. */
export const offeredTo = ({ offer }: Offered, driverId: string): Crew | undefined => {
  const found = offer && stillAsked(offer).find((each) => each.driverId === driverId);
  return found && { vehicleId: found.vehicleId, driverId: found.driverId };
};

export const stillAsked = ({ to }: Offer): Offer['to'] => to.filter(({ declined }) => declined === undefined);

/** Undefined when he was the last: then nobody is asked any more. */
export function declinedBy(offer: Offer, driverId: string, reason: string): Offer | undefined {
  const to = offer.to.map((each) => (each.driverId === driverId ? { ...each, declined: reason } : each));
  return stillAsked({ ...offer, to }).length > 0 ? { ...offer, to } : undefined;
}

/** @param now an ISO instant */
export const isOfferOver = ({ until }: Offer, now: string): boolean =>
  until !== undefined && Date.parse(until) <= Date.parse(now);

/** When waiting ends that begins at an instant. */
export const offerEnd = (at: string, minutes: number): string =>
  new Date(Date.parse(at) + minutes * 60_000).toISOString();

/** Whether he was ever asked, whatever came of it. */
export const wasOffered = (
  { timeline }: { readonly timeline: readonly { readonly to?: readonly Crew[] }[] },
  driverId: string,
): boolean => timeline.some(({ to }) => to?.some((each) => each.driverId === driverId));
