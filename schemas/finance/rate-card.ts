// 價目: what a customer pays for a service, agreed for a time. A rate that has begun is never edited: another
// version takes its place from a day on, and what was priced before keeps the version it was priced with.
import Type from 'typebox';
import { Day, FenNotNegative, Id, Kilometres, TimeOfDay } from '../core/types.ts';

const Percent = Type.Number({ minimum: 0, maximum: 1000 });

export const RateCard = Type.Object({
  id: Id,
  /** The services it is for; none means every service that no other card names. */
  serviceIds: Type.Array(Id, { maxItems: 60 }),
  /** Counts from 1 for the same services. */
  version: Type.Integer({ minimum: 1, maximum: 10_000 }),
  validFrom: Day,
  /** The last day; none means until another version begins. */
  validUntil: Type.Optional(Day),
  /** 起步價, which holds the first kilometres. A fixed price has no kilometres at all. */
  startFen: FenNotNegative,
  includedKm: Kilometres,
  /** For each kilometre beyond, by leg: out to the car, with it, back, and when nothing could be done. */
  kmFen: Type.Object({
    out: FenNotNegative,
    tow: FenNotNegative,
    back: FenNotNegative,
    empty: FenNotNegative,
  }),
  /** 空駛. */
  emptyRunFen: FenNotNegative,
  /** 夜間: by what the price rises between two times of day, which may lie around midnight. */
  night: Type.Optional(Type.Object({ from: TimeOfDay, to: TimeOfDay, percent: Percent })),
  holidayPercent: Type.Optional(Percent),
  /** 等候. */
  waiting: Type.Optional(
    Type.Object({
      freeMinutes: Type.Integer({ minimum: 0, maximum: 1440 }),
      hourFen: FenNotNegative,
    }),
  ),
  /** Further price items at agreed prices, such as dolly wheels, a basement, a crane. */
  extras: Type.Array(Type.Object({ itemId: Id, unitFen: FenNotNegative }), { maxItems: 60 }),
  /** 過路費: charged as paid, or contained in the price. */
  tolls: Type.Enum(['at-cost', 'included']),
  minimumFen: Type.Optional(FenNotNegative),
  maximumFen: Type.Optional(FenNotNegative),
});
export type RateCard = Type.Static<typeof RateCard>;
