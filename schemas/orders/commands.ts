// What people ask for (intents) and report (facts) about orders. A command is an insert-only document; the
// server decides it once, by its id, and its verdict comes back on it.
import Type from 'typebox';
import {
  Fen,
  FenNotNegative,
  Id,
  Instant,
  Kilometres,
  Phone,
  Position,
  filledText,
  text,
} from '../core/types.ts';
import { cashPayloads } from '../finance/cash/commands.ts';
import { financeRepairPayloads } from '../finance/repair.ts';
import { PriceLine } from '../finance/lines.ts';
import { statementPayloads } from '../finance/statements/commands.ts';
import { PhotoId, photoFacts } from '../photos/photo.ts';
import { Crew, offerMinutes, offerSize } from './offer.ts';
import { StepTime, Stars, messageStates, orderDetails, orderStatuses } from './order.ts';
import { workReported } from './work-reported.ts';

const step = { position: Type.Optional(Position), odometerKm: Type.Optional(Kilometres) };
const reason = filledText(500);

/** An optional field is taken away by null. */
const orNull = <Schema extends Type.TSchema>(schema: Schema) =>
  Type.Optional(Type.Union([schema, Type.Null()]));

export const OrderPatch = Type.Object(
  {
    outletId: Type.Optional(orderDetails.outletId),
    customerId: Type.Optional(orderDetails.customerId),
    serviceId: Type.Optional(orderDetails.serviceId),
    contact: Type.Optional(orderDetails.contact),
    car: Type.Optional(orderDetails.car),
    pickup: Type.Optional(orderDetails.pickup),
    destination: orNull(orderDetails.destination),
    scheduledAt: orNull(orderDetails.scheduledAt),
    requester: orNull(orderDetails.requester),
    customerOrderNumber: orNull(orderDetails.customerOrderNumber),
    roadConditionId: orNull(orderDetails.roadConditionId),
    fault: orNull(orderDetails.fault),
    note: orNull(orderDetails.note),
  },
  { additionalProperties: false, minProperties: 1 },
);
export type OrderPatch = Type.Static<typeof OrderPatch>;

/** What a repair may set right: the details, and what people did, which nobody edits otherwise. */
export const RepairPatch = Type.Object(
  {
    ...OrderPatch.properties,
    assignment: Type.Optional(Crew),
    status: Type.Optional(Type.Enum([...orderStatuses])),
    mileageKm: Type.Optional(Kilometres),
    collectedFen: Type.Optional(FenNotNegative),
    steps: Type.Optional(Type.Array(StepTime, { minItems: 1, maxItems: 20 })),
  },
  { additionalProperties: false, minProperties: 1 },
);
export type RepairPatch = Type.Static<typeof RepairPatch>;
export type RepairField = keyof RepairPatch;

/** What somebody saw of each field he changes: it has to be there still. */
const base = Type.Record(Type.String(), Type.Unknown());

/** The order's amount that somebody saw when he decided: refused when it is another one by now. */
const seen = { seenFen: Type.Optional(FenNotNegative) };

/** The payload of every command type: the one list from which types, checks and documentation derive. */
export const commandPayloads = {
  'create-order': Type.Object({
    kind: Type.Enum(['normal', 'reservation']),
    ...orderDetails,
    copiedFrom: Type.Optional(Id),
    noticeId: Type.Optional(Id),
    callId: Type.Optional(Id),
  }),
  'edit-order': Type.Object({ patch: OrderPatch, base }),
  dispatch: Type.Object({
    ...Crew.properties,
    note: Type.Optional(text(500)),
    /** Who had it when that was decided, null for nobody: refused when somebody else has it by now. */
    seen: Type.Optional(Type.Union([Crew, Type.Null()])),
  }),
  recall: Type.Object({
    note: Type.Optional(text(500)),
    /** Who had it when that was decided: refused when somebody else has it by now. */
    seen: Type.Optional(Crew),
  }),
  offer: Type.Object({
    to: Type.Array(Crew, { minItems: offerSize.least, maxItems: offerSize.most }),
    /** How long the office waits before it decides itself. */
    minutes: Type.Optional(Type.Integer({ minimum: offerMinutes.least, maximum: offerMinutes.most })),
    note: Type.Optional(text(500)),
  }),
  'withdraw-offer': Type.Object({}),
  accept: Type.Object({}),
  decline: Type.Object({ reason }),
  depart: Type.Object(step),
  arrive: Type.Object(step),
  'start-work': Type.Object(step),
  load: Type.Object(step),
  'reach-destination': Type.Object(step),
  complete: Type.Object({
    mileageKm: Type.Optional(Kilometres),
    collectedFen: Type.Optional(FenNotNegative),
    /** How it was paid; without it, in cash. */
    collectedMethod: Type.Optional(Id),
    ...workReported,
    signaturePhotoId: Type.Optional(Id),
    note: Type.Optional(text(2000)),
    position: Type.Optional(Position),
  }),
  'empty-run': Type.Object({
    reason,
    position: Type.Optional(Position),
    mileageKm: Type.Optional(Kilometres),
    ...workReported,
  }),
  void: Type.Object({ reason }),
  'send-sms': Type.Object({
    templateId: Id,
    phone: Phone,
    /** What the order does not say, or says otherwise: the template's fields by name. */
    params: Type.Optional(Type.Record(Type.String(), text(200))),
  }),
  'report-sms': Type.Object({
    messageId: Id,
    state: Type.Enum([...messageStates]),
    /** The gateway's own. */
    code: Type.Optional(text(60)),
  }),
  'add-photo': Type.Object({ photoId: PhotoId, ...photoFacts }),
  'remove-photo': Type.Object({ photoId: PhotoId, reason: Type.Optional(text(200)) }),
  'confirm-result': Type.Object({ returnRemark: filledText(2000), outcome: Type.Optional(text(60)) }),
  rate: Type.Object({ stars: Stars, comment: Type.Optional(text(1000)) }),
  'repair-order': Type.Object({ patch: RepairPatch, base, reason }),
  /** In place of the order's id it has the notice's. */
  'refuse-notice': Type.Object({ reason }),
  'send-back': Type.Object({ reason }),
  /** What was put right, or why nothing had to be. */
  resubmit: Type.Object({ note: Type.Optional(text(500)) }),
  verify: Type.Object({
    lines: Type.Array(PriceLine, { maxItems: 100 }),
    amountFen: FenNotNegative,
    method: Id,
  }),
  'approve-price': Type.Object({
    amountFen: FenNotNegative,
    /** Where it is not the verified lines that are approved; they come to the amount. */
    lines: Type.Optional(Type.Array(PriceLine, { minItems: 1, maxItems: 100 })),
    ...seen,
    note: Type.Optional(text(500)),
  }),
  'post-payment': Type.Object({
    receivedFen: FenNotNegative,
    method: Id,
    ...seen,
    note: Type.Optional(text(500)),
  }),
  /** 補收、退款: what comes in of a posted order later, or, negative, goes back of what was too much. */
  'settle-rest': Type.Object({
    receivedFen: Fen,
    method: Id,
    /** All that was received of it so far, as it was seen. */
    seenReceivedFen: FenNotNegative,
    note: Type.Optional(text(500)),
  }),
  'reverse-finance': Type.Object({ reason }),
  ...statementPayloads,
  ...cashPayloads,
  ...financeRepairPayloads,
} as const;

export type CommandType = keyof typeof commandPayloads;
export const commandTypes = Object.keys(commandPayloads) as CommandType[];

export type CommandPayload<Kind extends CommandType> = Type.Static<(typeof commandPayloads)[Kind]>;

interface Envelope<Kind extends CommandType> {
  readonly id: string;
  /** The device's own counter, from 1. */
  readonly n: number;
  readonly deviceId: string;
  readonly type: Kind;
  readonly orderId: string;
  /** The device's clock: shown, never compared. */
  readonly at: string;
  readonly payload: CommandPayload<Kind>;
}

/** A command of any type, told apart by `type`. */
export type Command = { [Kind in CommandType]: Envelope<Kind> }[CommandType];

export const Verdict = Type.Object({
  status: Type.Enum(['applied', 'flagged', 'rejected']),
  code: Type.Optional(text(40)),
  detail: Type.Optional(text(500)),
});
export type Verdict = Type.Static<typeof Verdict>;

/** What every command carries, whatever its type. */
export const CommandEnvelope = Type.Object({
  id: Id,
  n: Type.Integer({ minimum: 0, maximum: 1_000_000_000 }),
  deviceId: Id,
  type: text(32),
  orderId: Id,
  at: Instant,
  payload: Type.Object({}),
});

/** The document in the collection `commands`; the last four fields are the server's. */
export const CommandDocument = Type.Object({
  ...CommandEnvelope.properties,
  actorId: Type.Optional(Id),
  decidedAt: Type.Optional(Instant),
  verdict: Type.Optional(Verdict),
  version: Type.Optional(Type.Integer({ minimum: 0 })),
});
export type CommandDocument = Type.Static<typeof CommandDocument>;
