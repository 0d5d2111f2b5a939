// What a rescue was, as far as its price depends on it.

export const legs = ['out', 'tow', 'back'] as const;
/** Out to the car, with it, and back. */
export type Leg = (typeof legs)[number];

export interface Work {
  readonly serviceId: string;
  readonly result: 'success' | 'empty-run';
  /** The instant that decides which version of a rate, whether it is night and whether a holiday. */
  readonly at: string;
  readonly km: Readonly<Record<Leg, number>>;
  readonly waitingMinutes: number;
  /** Price items beside the start and the kilometres, such as two dolly wheels. */
  readonly extras: readonly { readonly itemId: string; readonly quantity: number }[];
  /** What was paid for the customer, such as tolls. */
  readonly outlays: readonly { readonly itemId: string; readonly amountFen: number }[];
}
