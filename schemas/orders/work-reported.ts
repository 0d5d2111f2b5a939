// What a crew reports of its work for the price: 附加作業, what it did beside the rescue itself, and 代墊費用, what it
// paid for the customer. The `item` of either is a price item of the catalog.
import Type from 'typebox';
import { FenPositive, Id } from '../core/types.ts';

/** In units of the item, such as wheels; to a thousandth, as a line of a price counts. */
export const quantityBounds = { minimum: 0.001, maximum: 1000, multipleOf: 0.001 } as const;

/** Of extras and of outlays each. */
export const mostReported = 20;

export const ExtraDone = Type.Object({ item: Id, quantity: Type.Number(quantityBounds) });
export type ExtraDone = Type.Static<typeof ExtraDone>;

export const OutlayPaid = Type.Object({ item: Id, amountFen: FenPositive });
export type OutlayPaid = Type.Static<typeof OutlayPaid>;

/** Fields of whatever closes an order. An empty list says that there was nothing, none says nothing. */
export const workReported = {
  extras: Type.Optional(Type.Array(ExtraDone, { maxItems: mostReported })),
  outlays: Type.Optional(Type.Array(OutlayPaid, { maxItems: mostReported })),
};

export interface WorkReported {
  readonly extras?: ExtraDone[];
  readonly outlays?: OutlayPaid[];
}

/** The price items that a report names. */
export const itemsReported = ({ extras = [], outlays = [] }: WorkReported): string[] =>
  [...extras, ...outlays].map(({ item }) => item);
