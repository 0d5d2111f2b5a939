// From a sender's words to ours, and from a notice to the order that it becomes.
import type { Place } from '../core/types.ts';
import { haversine } from '../fleet/distance.ts';
import type { CommandPayload } from '../orders/commands.ts';
import type { Outlet } from '../outlets/outlet.ts';
import type { Notice, NoticePlace } from './notice.ts';
import type { NoticeRequest } from './request.ts';

/** What an administrator has agreed with a sender. */
export interface SenderTerms {
  readonly id: string;
  readonly name: string;
  /** Who pays when the sender names nobody. */
  readonly customerId?: string;
  /** Which outlet gets its notices; none: the nearest. */
  readonly outletId?: string;
  /** Ours by the sender's words. */
  readonly services: Readonly<Record<string, string>>;
  readonly customers: Readonly<Record<string, string>>;
}

type Mapped = Pick<Notice, 'senderId' | 'senderName' | 'outletId'> & Partial<Notice>;

/** Undefined when the company has no outlet at all. */
export function mappedBy(
  terms: SenderTerms,
  request: NoticeRequest,
  outlets: readonly Outlet[],
): Mapped | undefined {
  const outletId = outletFor(terms, request.pickup, outlets);
  if (outletId === undefined) return undefined;
  const serviceId = lookedUp(terms.services, request.service);
  const customerId = request.customer ? lookedUp(terms.customers, request.customer) : terms.customerId;
  return {
    senderId: terms.id,
    senderName: terms.name,
    outletId,
    ...(serviceId && { serviceId }),
    ...(customerId && { customerId }),
  };
}

const lookedUp = (words: Readonly<Record<string, string>>, word: string): string | undefined =>
  Object.hasOwn(words, word) ? words[word] : undefined;

/** The sender's own outlet while there is one, else the one nearest to the car, else the first. */
export function outletFor(
  { outletId }: Pick<SenderTerms, 'outletId'>,
  pickup: NoticePlace,
  outlets: readonly Outlet[],
): string | undefined {
  const open = outlets.filter(({ disabled }) => !disabled).sort((a, b) => (a.id < b.id ? -1 : 1));
  if (open.some(({ id }) => id === outletId)) return outletId;
  const { lng, lat } = pickup;
  if (lng === undefined || lat === undefined) return open[0]?.id;
  const away = (outlet: Outlet) => haversine({ lng, lat }, outlet);
  return open.reduce<Outlet | undefined>(
    (best, outlet) => (best && away(best) <= away(outlet) ? best : outlet),
    undefined,
  )?.id;
}

/** What a person has to choose where the sender's words say nothing to us. */
export interface Chosen {
  readonly outletId: string;
  readonly serviceId: string;
  readonly customerId: string;
}

/**
 * The order as a notice tells it.
 * @param approximate how a place is marked whose coordinates are those of its neighbourhood
 * @param near where such a place is taken to be: the outlet
 */
export function creationFrom(
  notice: Notice,
  chosen: Chosen,
  near: { readonly lng: number; readonly lat: number },
  approximate: (address: string) => string,
): CommandPayload<'create-order'> {
  const place = ({ address, lng, lat }: NoticePlace): Place =>
    lng !== undefined && lat !== undefined
      ? { address, lng, lat }
      : { address: approximate(address).slice(0, 200), lng: near.lng, lat: near.lat };
  const { contact, car, pickup, destination, scheduledAt, requester, fault, note } = notice;
  return {
    kind: scheduledAt ? 'reservation' : 'normal',
    ...chosen,
    contact,
    car,
    pickup: place(pickup),
    ...(destination && { destination: place(destination) }),
    ...(scheduledAt && { scheduledAt }),
    ...(requester && { requester }),
    ...(fault && { fault }),
    ...(note && { note }),
    customerOrderNumber: notice.senderNumber,
    noticeId: notice.id,
  };
}
