// 司機現金: what a driver took in cash at the car, and the handovers in which it was counted. It stands on the order, so
// that the driver and the cashier read it without a network.
import Type from 'typebox';
import { sumFen } from '../../core/money.ts';
import { Fen, FenNotNegative, Id, Instant, text } from '../../core/types.ts';

const deed = { by: Id, at: Instant };

/** One handover, as each of its orders remembers it. */
export const Handover = Type.Object({
  id: Id,
  /** What it settles of this order. */
  fen: Fen,
  /** Of all orders of the handover: what the driver owed, and what was counted. */
  expectedFen: Fen,
  countedFen: FenNotNegative,
  method: Id,
  /** Why it was not what was owed. */
  reason: Type.Optional(text(500)),
  ...deed,
  reversed: Type.Optional(Type.Object({ reason: text(500), ...deed })),
});
export type Handover = Type.Static<typeof Handover>;

export const Collection = Type.Object({ driverId: Id, collectedFen: FenNotNegative });
/** Who took how much. */
export type Collection = Type.Static<typeof Collection>;

export const OrderCash = Type.Object({ ...Collection.properties, handovers: Type.Array(Handover) });
export type OrderCash = Type.Static<typeof OrderCash>;

/** Of the cash of an order, when its payment is posted: all of it is taken, and pays as much as was received in cash. */
export const TakenCash = Type.Object({ takenFen: FenNotNegative, paysFen: FenNotNegative });
export type TakenCash = Type.Static<typeof TakenCash>;

export const standingHandovers = ({ handovers }: Pick<OrderCash, 'handovers'>): readonly Handover[] =>
  handovers.filter(({ reversed }) => !reversed);

/** What the driver still has of it; less than nothing where he reported less after it was counted. */
export const heldOf = ({ collectedFen, handovers }: Omit<OrderCash, 'driverId'>): number =>
  collectedFen - sumFen(standingHandovers({ handovers }).map(({ fen }) => fen));

export const differenceOf = ({ expectedFen, countedFen }: Pick<Handover, 'expectedFen' | 'countedFen'>) =>
  countedFen - expectedFen;
