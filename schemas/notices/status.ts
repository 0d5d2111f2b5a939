// What a sender is told of the order that its notice became.
import Type from 'typebox';
import { equalJson } from '../core/equal.ts';
import { Id, Instant, text } from '../core/types.ts';
import type { Find, OrderEvent } from '../orders/events.ts';
import type { Crew } from '../orders/offer.ts';
import { isOpen, type Order, type OrderStatus } from '../orders/order.ts';
import type { Notice } from './notice.ts';

export const noticeEventTypes = [
  'notice.accepted',
  'notice.refused',
  'notice.dispatched',
  /** Open, and nobody comes any more: it was taken from who came, he declined, or its end was a mistake. */
  'notice.waiting',
  'notice.arrived',
  'notice.completed',
  'notice.empty-run',
  'notice.voided',
  'notice.result-confirmed',
] as const;
export type NoticeEventType = (typeof noticeEventTypes)[number];

/** The body of the webhook that a sender gets. */
export const NoticeStatus = Type.Object({
  type: Type.Enum([...noticeEventTypes]),
  timestamp: Instant,
  data: Type.Object({
    noticeId: Id,
    /** The sender's own number of the notice; filled in when it is sent. */
    number: Type.Optional(text(60)),
    /** Grows with everything that happens to the order: a lower one that comes later is older. */
    sequence: Type.Integer({ minimum: 0 }),
    orderNumber: Type.Optional(text(20)),
    reason: Type.Optional(text(500)),
    vehicle: Type.Optional(Type.Object({ plate: text(16) })),
    driver: Type.Optional(Type.Object({ name: text(120), phone: Type.Optional(text(32)) })),
    mileageKm: Type.Optional(Type.Number()),
    /** 回傳備注: what our office says of the result. */
    returnRemark: Type.Optional(text(2000)),
    outcome: Type.Optional(text(60)),
  }),
});
export type NoticeStatus = Type.Static<typeof NoticeStatus>;

const atTheCar: readonly OrderStatus[] = ['on-scene', 'working', 'towing', 'at-destination'];
const closing: Partial<Record<OrderStatus, NoticeEventType>> = {
  completed: 'notice.completed',
  'empty-run': 'notice.empty-run',
  voided: 'notice.voided',
};

/** Undefined: the sender need not know. A driver may skip steps, so arriving is what first shows that he did. */
export function noticeEventOf(
  before: Order | null,
  event: OrderEvent,
  after: Order,
): NoticeEventType | undefined {
  if (event.type === 'create-order') return 'notice.accepted';
  if (crewIn(event)) return 'notice.dispatched';
  if (event.type === 'confirm-result') return 'notice.result-confirmed';
  const { status } = event;
  if (!status || status === before?.status)
    return isOtherCrew(before, event, after) ? 'notice.dispatched' : undefined;
  if (atTheCar.includes(status))
    return before && atTheCar.includes(before.status) ? undefined : 'notice.arrived';
  if (status === 'pending') return 'notice.waiting';
  if (before && !isOpen(before.status) && isOpen(status))
    return after.assignment ? 'notice.dispatched' : 'notice.waiting';
  return closing[status];
}

/** @param order as it is after the event, made from a notice */
export function statusMessage(
  type: NoticeEventType,
  order: Order,
  event: OrderEvent,
  find: Find,
): NoticeStatus {
  const reason = isOurs(type, event) || !('reason' in event.payload) ? undefined : event.payload.reason;
  const mileageKm = 'mileageKm' in event.payload ? event.payload.mileageKm : undefined;
  return {
    type,
    timestamp: event.recordedAt,
    data: {
      noticeId: order.noticeId ?? '',
      sequence: order.timeline.length,
      orderNumber: order.number,
      ...(reason && { reason }),
      ...(mileageKm !== undefined && { mileageKm }),
      ...(type === 'notice.dispatched' && whoComes(crewIn(event) ?? order.assignment, find)),
      ...(event.type === 'confirm-result' && wordOf(event.payload)),
    },
  };
}

/** Why a driver could not come, or what we had entered wrongly, is our own business. */
const isOurs = (type: NoticeEventType, event: OrderEvent): boolean =>
  type === 'notice.waiting' || event.type === 'repair-order';

/** Somebody else is on his way than the sender was told. */
const isOtherCrew = (before: Order | null, { type }: OrderEvent, { status, assignment }: Order): boolean =>
  type === 'repair-order' &&
  isOpen(status) &&
  !atTheCar.includes(status) &&
  assignment !== undefined &&
  !equalJson(assignment, before?.assignment);

/** To whom this gave the order. */
const crewIn = (event: OrderEvent): Crew | undefined =>
  event.type === 'dispatch' ? event.payload : event.assignment;

function whoComes(crew: Crew | undefined, find: Find) {
  const vehicle = crew && find('vehicles', crew.vehicleId);
  const driver = crew && find('staff', crew.driverId);
  return {
    ...(vehicle && { vehicle: { plate: vehicle.plate } }),
    ...(driver && { driver: { name: driver.name, ...(driver.phone && { phone: driver.phone }) } }),
  };
}

const wordOf = ({ returnRemark, outcome }: { returnRemark: string; outcome?: string }) => ({
  returnRemark,
  ...(outcome && { outcome }),
});

export const refusalMessage = ({ id, senderNumber, reason, decidedAt }: Notice): NoticeStatus => ({
  type: 'notice.refused',
  timestamp: decidedAt ?? '',
  data: { noticeId: id, number: senderNumber, sequence: 0, ...(reason && { reason }) },
});
