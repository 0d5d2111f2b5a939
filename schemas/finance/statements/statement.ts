// 對賬單: many orders of one customer settled together. The document is a fold of its own events and of the events
// that put its orders on it and took them off; a line keeps what was known when it was last taken over.
import Type from 'typebox';
import { sumFen, totalFen } from '../../core/money.ts';
import { Day, Fen, FenNotNegative, Id, Instant, text } from '../../core/types.ts';
import { may, type Actor } from '../../staff/permissions.ts';

export const statementStates = ['draft', 'sent', 'confirmed', 'disputed', 'settled', 'discarded'] as const;
export type StatementState = (typeof statementStates)[number];

/** More would make a document that is slow to carry to every screen. */
export const mostLines = 1000;

export const Period = Type.Object({ from: Day, until: Day });

const deed = { by: Id, at: Instant };

/** An extra amount on a line, beside what the order costs. */
export const Adjustment = Type.Object({ id: Id, amountFen: Fen, reason: text(500), ...deed });
export type Adjustment = Type.Static<typeof Adjustment>;

export const Dispute = Type.Object({
  id: Id,
  reason: text(500),
  /** What the customer thinks is right. */
  claimedFen: Type.Optional(FenNotNegative),
  ...deed,
  settled: Type.Optional(Type.Object({ resolution: text(500), ...deed })),
});
export type Dispute = Type.Static<typeof Dispute>;

/** One order, as it was when the line was last taken over. */
export const StatementLine = Type.Object({
  /** The order's id. */
  id: Id,
  number: text(20),
  outletId: Id,
  /** 案件號. */
  customerOrderNumber: Type.Optional(text(60)),
  plate: text(16),
  serviceId: Id,
  service: text(120),
  /** When the order ended, by the server's clock. */
  endedAt: Type.Optional(Instant),
  amountFen: FenNotNegative,
  adjustments: Type.Array(Adjustment),
  disputes: Type.Array(Dispute),
  receivedFen: FenNotNegative,
  /** Everything was received, and the order is posted. */
  posted: Type.Boolean(),
});
export type StatementLine = Type.Static<typeof StatementLine>;

export const Allocation = Type.Object({ lineId: Id, amountFen: FenNotNegative });
export type Allocation = Type.Static<typeof Allocation>;

export const Receipt = Type.Object({
  id: Id,
  amountFen: FenNotNegative,
  method: Id,
  receivedOn: Day,
  note: Type.Optional(text(500)),
  allocations: Type.Array(Allocation),
  /** Ids of the lines that were paid in full by it. */
  posts: Type.Array(Id),
  /** What was more than all lines; it stays to the customer's credit. */
  overFen: FenNotNegative,
  /** What was waived of lines. */
  waivedFen: FenNotNegative,
  /** Why it was more, or what was missing is not asked for. */
  reason: Type.Optional(text(500)),
  ...deed,
  reversed: Type.Optional(Type.Object({ reason: text(500), ...deed })),
});
export type Receipt = Type.Static<typeof Receipt>;

export const StatementEntry = Type.Object({
  id: Id,
  type: text(32),
  ...deed,
  state: Type.Enum([...statementStates]),
  lineId: Type.Optional(Id),
  amountFen: Type.Optional(Fen),
  reason: Type.Optional(text(500)),
});
export type StatementEntry = Type.Static<typeof StatementEntry>;

export const Statement = Type.Object({
  id: Id,
  /** Counts by customer and month: 202603-01. */
  number: text(20),
  name: text(160),
  customerId: Id,
  period: Period,
  state: Type.Enum([...statementStates]),
  /** How often it was sent: a customer can tell which one he holds. */
  edition: Type.Integer({ minimum: 0 }),
  lines: Type.Array(StatementLine),
  /** Of the lines. */
  orderIds: Type.Array(Id),
  /** Of all lines that it ever had: its history speaks of those that were taken off. */
  outletIds: Type.Array(Id),
  totalFen: Fen,
  receivedFen: Fen,
  receipts: Type.Array(Receipt),
  confirmed: Type.Optional(Type.Object({ ...deed, note: Type.Optional(text(500)) })),
  sentAt: Type.Optional(Instant),
  /** What happened to it, the oldest first. */
  history: Type.Array(StatementEntry),
  createdAt: Instant,
  createdBy: Id,
  version: Type.Optional(Type.Integer({ minimum: 0 })),
});
export type Statement = Type.Static<typeof Statement>;

/** What was added to it and taken off. */
export const adjustedOf = ({ adjustments }: Pick<StatementLine, 'adjustments'>): number =>
  totalFen(adjustments);

/** What a line comes to, with what was added and taken off. */
export const dueOf = (line: StatementLine): number => line.amountFen + adjustedOf(line);

/** What has not been received of it. */
export const openOf = (line: StatementLine): number => dueOf(line) - line.receivedFen;

/** What is still to come for it. */
export const openOfStatement = ({ totalFen: total, lines }: Pick<Statement, 'totalFen' | 'lines'>): number =>
  total - sumFen(lines.map(({ receivedFen }) => receivedFen));

export const openDispute = ({ disputes }: StatementLine): Dispute | undefined =>
  disputes.find(({ settled }) => !settled);

export const isDisputed = ({ lines }: Pick<Statement, 'lines'>): boolean =>
  lines.some((line) => openDispute(line) !== undefined);

export const standingReceipts = ({ receipts }: Pick<Statement, 'receipts'>): readonly Receipt[] =>
  receipts.filter(({ reversed }) => !reversed);

/** What was sent can be shown to its customer; a draft is the company's own. */
export const isForCustomer = ({ state }: Pick<Statement, 'state'>): boolean =>
  state !== 'draft' && state !== 'discarded';

/** A statement shows orders: whoever sees it has to see all of their outlets. */
export function reachesStatement(actor: Actor, { outletIds }: Pick<Statement, 'outletIds'>): boolean {
  if (!may(actor, 'finance.view')) return false;
  return seesOutlets(actor, outletIds);
}

/** Orders of several outlets are for those who see every outlet. */
export function seesOutlets(actor: Actor, outletIds: readonly string[]): boolean {
  if (may(actor, 'outlets.all') || outletIds.length === 0) return true;
  return outletIds.length === 1 && actor.outletIds.includes(outletIds[0] ?? '');
}
