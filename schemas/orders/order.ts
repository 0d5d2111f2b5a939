// One rescue. Four axes that are never mixed: its status (folded from the timeline of facts), its result,
// its finance stage, and the third party's confirmation.
import Type from 'typebox';
import {
  Fen,
  FenNotNegative,
  Id,
  Instant,
  Kilometres,
  Person,
  Phone,
  Place,
  Position,
  filledText,
  text,
} from '../core/types.ts';
import { attentionCodeList } from '../core/codes.ts';
import { OrderCash, TakenCash } from '../finance/cash/cash.ts';
import { PriceLine } from '../finance/lines.ts';
import { Crew, Offer } from './offer.ts';
import { SentBack } from './sent-back.ts';
import { TimeTargets } from './target-fields.ts';
import { workReported } from './work-reported.ts';

export const openStatuses = [
  'pending',
  'dispatched',
  'accepted',
  'en-route',
  'on-scene',
  'working',
  'towing',
  'at-destination',
] as const;
export const closedStatuses = ['completed', 'empty-run', 'voided'] as const;
export const orderStatuses = [...openStatuses, ...closedStatuses] as const;
export type OrderStatus = (typeof orderStatuses)[number];

export const isOpen = (status: OrderStatus): boolean => openStatuses.some((open) => open === status);

export const financeStages = ['unverified', 'verified', 'priced', 'posted'] as const;
export type FinanceStage = (typeof financeStages)[number];

export const Car = Type.Object({
  plate: filledText(16),
  model: Type.Optional(text(60)),
  vin: Type.Optional(text(32)),
  color: Type.Optional(text(20)),
});

/** The steps whose times a repair may set right. */
export const stepTypes = [
  'accept',
  'depart',
  'arrive',
  'start-work',
  'load',
  'reach-destination',
  'complete',
  'empty-run',
] as const;
export type StepType = (typeof stepTypes)[number];

/** When a step was done; null: it was not. */
export const StepTime = Type.Object({
  type: Type.Enum([...stepTypes]),
  at: Type.Union([Instant, Type.Null()]),
});
export type StepTime = Type.Static<typeof StepTime>;

/** What a repair changed: null where there was, or is, nothing. */
export const Change = Type.Object({ field: text(40), before: Type.Unknown(), after: Type.Unknown() });
export type Change = Type.Static<typeof Change>;

/** How far a message has come, from less to more. `unknown`: the gateway gave no answer; it may be under way. */
export const messageStates = ['queued', 'unknown', 'sent', 'failed', 'delivered'] as const;
export type MessageState = (typeof messageStates)[number];

/** What the person who takes the order enters, and what an edit may change. */
export const orderDetails = {
  outletId: Id,
  customerId: Id,
  serviceId: Id,
  contact: Person,
  car: Car,
  pickup: Place,
  destination: Type.Optional(Place),
  scheduledAt: Type.Optional(Instant),
  requester: Type.Optional(Type.Object({ name: text(60), phone: Type.Optional(Phone) })),
  customerOrderNumber: Type.Optional(text(60)),
  roadConditionId: Type.Optional(Id),
  fault: Type.Optional(text(500)),
  note: Type.Optional(text(2000)),
};

export const Stars = Type.Integer({ minimum: 1, maximum: 5 });

/** A timeline entry is a command as it was applied. Its id is the command's id. */
export const TimelineEntry = Type.Object({
  id: Id,
  type: text(32),
  /** The device's clock: shown, never compared. */
  at: Instant,
  /** The server's clock, in commit order. */
  recordedAt: Instant,
  /** Staff id, or the kind of an outsider. */
  by: Id,
  /** The status the order has from here on; absent when this changed none. */
  status: Type.Optional(Type.Enum([...orderStatuses])),
  /** Why a person should look at it. */
  flag: Type.Optional(Type.Enum(attentionCodeList)),
  vehicleId: Type.Optional(Id),
  driverId: Type.Optional(Id),
  /** Whom it was offered to, and until when the office waits. */
  to: Type.Optional(Type.Array(Crew)),
  until: Type.Optional(Instant),
  reason: Type.Optional(text(500)),
  note: Type.Optional(text(2000)),
  position: Type.Optional(Position),
  odometerKm: Type.Optional(Kilometres),
  mileageKm: Type.Optional(Kilometres),
  collectedFen: Type.Optional(FenNotNegative),
  collectedMethod: Type.Optional(Id),
  ...workReported,
  signaturePhotoId: Type.Optional(Id),
  /** Names of the fields an edit changed. */
  changed: Type.Optional(Type.Array(text(40))),
  /** What a repair changed, and from what. */
  changes: Type.Optional(Type.Array(Change)),
  /** In which month a repair of finance was booked. */
  into: Type.Optional(text(20)),
  steps: Type.Optional(Type.Array(StepTime)),
  photoId: Type.Optional(Id),
  /** What a photo shows, and the one it was taken in place of. */
  slot: Type.Optional(text(40)),
  replaces: Type.Optional(Id),
  source: Type.Optional(text(10)),
  templateId: Type.Optional(Id),
  phone: Type.Optional(Phone),
  /** A message as it was written. */
  text: Type.Optional(text(1000)),
  /** The message whose state this tells. */
  messageId: Type.Optional(Id),
  state: Type.Optional(Type.Enum([...messageStates])),
  code: Type.Optional(text(60)),
  returnRemark: Type.Optional(text(2000)),
  outcome: Type.Optional(text(60)),
  stars: Type.Optional(Stars),
  comment: Type.Optional(text(1000)),
  amountFen: Type.Optional(Fen),
  receivedFen: Type.Optional(Fen),
  method: Type.Optional(Id),
  statementId: Type.Optional(Id),
});
export type TimelineEntry = Type.Static<typeof TimelineEntry>;

export const OrderFinance = Type.Object({
  stage: Type.Enum([...financeStages]),
  lines: Type.Optional(Type.Array(PriceLine)),
  /** As they were verified, where others were approved. */
  verifiedLines: Type.Optional(Type.Array(PriceLine)),
  amountFen: Type.Optional(FenNotNegative),
  receivedFen: Type.Optional(FenNotNegative),
  /** Settlement method (入賬方式), a catalog id. */
  method: Type.Optional(Id),
  statementId: Type.Optional(Id),
  /** Of `receivedFen`, what came (or, negative, went back) after the order was posted. */
  rests: Type.Optional(Type.Array(Type.Object({ receivedFen: Fen, method: Id }))),
  /** What the payment made of the cash that the driver took. */
  taken: Type.Optional(TakenCash),
  verifiedBy: Type.Optional(Id),
  approvedBy: Type.Optional(Id),
  postedBy: Type.Optional(Id),
});
export type OrderFinance = Type.Static<typeof OrderFinance>;

export const Order = Type.Object({
  id: Id,
  /** The company's own number; empty while the order exists on one device only. */
  number: text(20),
  kind: Type.Enum(['normal', 'reservation']),
  status: Type.Enum([...orderStatuses]),
  result: Type.Optional(Type.Enum(['success', 'empty-run', 'void'])),
  ...orderDetails,
  copiedFrom: Type.Optional(Id),
  noticeId: Type.Optional(Id),
  callId: Type.Optional(Id),
  assignment: Type.Optional(Crew),
  /** While it is pending and several are asked. */
  offer: Type.Optional(Offer),
  /** What was agreed when the order was taken; without it nothing is timed. */
  targets: Type.Optional(TimeTargets),
  timeline: Type.Array(TimelineEntry),
  attention: Type.Array(Type.Object({ code: Type.Enum(attentionCodeList), at: Instant })),
  finance: OrderFinance,
  /** While its outlet has to put something right before finance verifies it. */
  sentBack: Type.Optional(SentBack),
  /** What the driver took in cash; absent where he took none. */
  cash: Type.Optional(OrderCash),
  confirmation: Type.Optional(
    Type.Object({
      /** `expected`: the customer will be asked when the order has ended. */
      state: Type.Enum(['expected', 'waiting', 'confirmed']),
      /** From when on it waited. */
      since: Type.Optional(Instant),
      returnRemark: Type.Optional(text(2000)),
      outcome: Type.Optional(text(60)),
      /** Who entered the word of the third party, and when. */
      by: Type.Optional(Id),
      at: Type.Optional(Instant),
    }),
  ),
  rating: Type.Optional(
    Type.Object({
      stars: Stars,
      comment: Type.Optional(text(1000)),
      at: Type.Optional(Instant),
    }),
  ),
  createdAt: Instant,
  createdBy: Id,
  /** Sorts newest first when ascending: browsers' databases page quickly one way only. */
  recency: Type.String({ maxLength: 80 }),
  version: Type.Integer({ minimum: 0 }),
});
export type Order = Type.Static<typeof Order>;

/** The entry that ended the order, with what was reported in it. */
export const closingEntry = ({ timeline }: Pick<Order, 'timeline'>): TimelineEntry | undefined =>
  timeline.findLast(({ status }) => status !== undefined && !isOpen(status));

/** @param createdAt an instant; later instants sort first. */
export function recencyOf(createdAt: string, id: string): string {
  return `${String(9_999_999_999_999 - Date.parse(createdAt)).padStart(13, '0')}-${id}`;
}
