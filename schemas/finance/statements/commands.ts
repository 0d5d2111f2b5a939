// What is asked of statements. The first two are about one order, so that a batch has a verdict for each; the others
// have the statement's id in place of the order's.
import Type from 'typebox';
import { Day, Fen, FenNotNegative, Id, filledText, text } from '../../core/types.ts';
import { Allocation, Period, mostLines } from './statement.ts';

const reason = filledText(500);
/** The amount that somebody saw when he decided: refused when it is another one by now. */
const seen = { seenFen: Type.Optional(Fen) };

/** The last entry of its history that somebody saw: refused when something has happened since. */
const seenEntry = { seenEntryId: Type.Optional(Id) };

export const statementPayloads = {
  'add-to-statement': Type.Object({ statementId: Id, ...seen }),
  'remove-from-statement': Type.Object({ statementId: Id, reason: Type.Optional(text(500)) }),
  'open-statement': Type.Object({ customerId: Id, period: Period }),
  /** Takes over what the orders say now. */
  'refresh-statement': Type.Object({}),
  'adjust-line': Type.Object({ lineId: Id, amountFen: Fen, reason }),
  /** A draft that is not wanted: its orders are free again. */
  'discard-statement': Type.Object({ reason: Type.Optional(text(500)) }),
  'send-statement': Type.Object(seen),
  /** Back to draft. */
  'reopen-statement': Type.Object({ reason }),
  'confirm-statement': Type.Object({ ...seen, ...seenEntry, note: Type.Optional(text(500)) }),
  'dispute-line': Type.Object({
    lineId: Id,
    reason,
    claimedFen: Type.Optional(FenNotNegative),
    ...seenEntry,
  }),
  'settle-dispute': Type.Object({
    lineId: Id,
    resolution: reason,
    /** By what the line changes for it. */
    amountFen: Type.Optional(Fen),
  }),
  'receive-payment': Type.Object({
    amountFen: FenNotNegative,
    /** Or `customer-credit`: from what the customer paid too much before. */
    method: Id,
    receivedOn: Day,
    note: Type.Optional(text(500)),
    /** Without it the oldest lines are paid first. */
    allocations: Type.Optional(Type.Array(Allocation, { minItems: 1, maxItems: mostLines })),
    /** What is missing of the lines is not asked for any more. */
    waivesRest: Type.Optional(Type.Boolean()),
    /** Needed for what is too much, and for what is waived. */
    reason: Type.Optional(reason),
    ...seen,
  }),
  'reverse-receipt': Type.Object({ receiptId: Id, reason }),
} as const;
