// 訂單通知: an order offered by an insurer or a platform, before it becomes ours.
import Type from 'typebox';
import { Id, Instant, Latitude, Longitude, Person, Phone, filledText, text } from '../core/types.ts';
import { Car } from '../orders/order.ts';

/** A place as somebody else knows it: perhaps without coordinates. They are WGS-84 degrees. */
export const NoticePlace = Type.Object(
  { address: filledText(200), lng: Type.Optional(Longitude), lat: Type.Optional(Latitude) },
  { dependentRequired: { lng: ['lat'], lat: ['lng'] } },
);
export type NoticePlace = Type.Static<typeof NoticePlace>;

/** What the sender says of the rescue, in its own words. */
export const offered = {
  /** Its code or name for what is to be done. */
  service: filledText(60),
  /** Its code or name for who pays; absent: the sender itself. */
  customer: Type.Optional(text(120)),
  contact: Person,
  car: Car,
  pickup: NoticePlace,
  destination: Type.Optional(NoticePlace),
  scheduledAt: Type.Optional(Instant),
  requester: Type.Optional(Type.Object({ name: text(60), phone: Type.Optional(Phone) })),
  fault: Type.Optional(text(500)),
  note: Type.Optional(text(1500)),
};

export const noticeStates = ['new', 'converted', 'refused'] as const;

export const Notice = Type.Object({
  id: Id,
  /** Which outlet it was offered to. */
  outletId: Id,
  senderId: Id,
  senderName: text(120),
  /** The sender's own number of it, by which it is the same however often it comes. */
  senderNumber: text(60),
  state: Type.Enum([...noticeStates]),
  receivedAt: Instant,
  ...offered,
  /** Ours, as far as the sender's words are known. */
  serviceId: Type.Optional(Id),
  customerId: Type.Optional(Id),
  /** What else was sent. It is shown and trusted by nothing. */
  extra: Type.Optional(Type.Object({})),
  orderId: Type.Optional(Id),
  decidedBy: Type.Optional(Id),
  decidedAt: Type.Optional(Instant),
  /** Why it was refused. */
  reason: Type.Optional(text(500)),
  version: Type.Optional(Type.Integer({ minimum: 0 })),
});
export type Notice = Type.Static<typeof Notice>;
