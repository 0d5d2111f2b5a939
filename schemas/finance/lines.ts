// The lines under a price.
import Type from 'typebox';
import { Fen, Id } from '../core/types.ts';

export const PriceLine = Type.Object({
  /** A price item of the catalog. */
  item: Id,
  quantity: Type.Number({ minimum: 0, maximum: 1_000_000 }),
  unitFen: Fen,
  amountFen: Fen,
});
export type PriceLine = Type.Static<typeof PriceLine>;
