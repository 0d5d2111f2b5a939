// The lines under a price.
import Type from 'typebox';
import { Fen, Id, text } from '../core/types.ts';

/** The rules that make a line; `pricing/` has them. */
export const lineRules = [
  'start',
  'kilometres',
  'extra',
  'waiting',
  'empty-run',
  'night',
  'holiday',
  'outlay',
  'minimum',
  'maximum',
] as const;
export type LineRule = (typeof lineRules)[number];

/** Why a line is what it is: the rule, the agreed rate with its version, and what went in. */
export const LineReason = Type.Object({
  rule: Type.Enum([...lineRules]),
  /** Absent where the usual prices of the catalog were taken. */
  rate: Type.Optional(Type.Object({ id: Id, version: Type.Integer({ minimum: 1 }) })),
  /** Kilometres, minutes, per cent and fen by name. */
  inputs: Type.Optional(Type.Record(text(20), Type.Number())),
});
export type LineReason = Type.Static<typeof LineReason>;

export const PriceLine = Type.Object({
  /** A price item of the catalog. */
  item: Id,
  quantity: Type.Number({ minimum: 0, maximum: 1_000_000 }),
  unitFen: Fen,
  amountFen: Fen,
  /** Absent where a person entered the line. It stays with the order, whatever becomes of the rate. */
  reason: Type.Optional(LineReason),
});
export type PriceLine = Type.Static<typeof PriceLine>;
