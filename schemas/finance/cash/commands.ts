// What is asked of drivers' cash. In place of the order's id they have the handover's.
import Type from 'typebox';
import { Fen, FenNotNegative, Id, filledText } from '../../core/types.ts';

/** A driver hands over every day, or every few: more orders at once are two handovers. */
export const mostOrders = 200;

const reason = filledText(500);

export const cashPayloads = {
  'count-cash': Type.Object({
    driverId: Id,
    orderIds: Type.Array(Id, { minItems: 1, maxItems: mostOrders }),
    /** What the driver owed of them when it was counted: refused when it is something else by now. */
    expectedFen: Fen,
    countedFen: FenNotNegative,
    /** Where the money goes. */
    method: Id,
    /** Needed where it was not what was owed. */
    reason: Type.Optional(reason),
  }),
  'reverse-cash-count': Type.Object({ reason }),
} as const;
