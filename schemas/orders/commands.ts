// What people ask for (intents) and report (facts) about orders. A command is an insert-only document; the
// server decides it once, by its id, and its verdict comes back on it.
import Type from 'typebox';
import { FenNotNegative, Id, Instant, Kilometres, Position, filledText, text } from '../core/types.ts';
import { PriceLine } from '../finance/lines.ts';
import { orderDetails } from './order.ts';

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

/** The payload of every command type: the one list from which types, checks and documentation derive. */
export const commandPayloads = {
  'create-order': Type.Object({
    kind: Type.Enum(['normal', 'reservation']),
    ...orderDetails,
    copiedFrom: Type.Optional(Id),
    noticeId: Type.Optional(Id),
    callId: Type.Optional(Id),
  }),
  'edit-order': Type.Object({ patch: OrderPatch, base: Type.Record(Type.String(), Type.Unknown()) }),
  dispatch: Type.Object({ vehicleId: Id, driverId: Id, note: Type.Optional(text(500)) }),
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
    signaturePhotoId: Type.Optional(Id),
    note: Type.Optional(text(2000)),
    position: Type.Optional(Position),
  }),
  'empty-run': Type.Object({
    reason,
    position: Type.Optional(Position),
    mileageKm: Type.Optional(Kilometres),
  }),
  void: Type.Object({ reason }),
  verify: Type.Object({
    lines: Type.Array(PriceLine, { maxItems: 100 }),
    amountFen: FenNotNegative,
    method: Id,
  }),
  'approve-price': Type.Object({ amountFen: FenNotNegative, note: Type.Optional(text(500)) }),
  'post-payment': Type.Object({
    receivedFen: FenNotNegative,
    method: Id,
    note: Type.Optional(text(500)),
  }),
  'reverse-finance': Type.Object({ reason }),
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
