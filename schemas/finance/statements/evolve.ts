// The fold that makes a statement out of its events, and out of those that put orders on it and took them off.
import { sumFen, totalFen } from '../../core/money.ts';
import type { OrderEvent } from '../../orders/events.ts';
import type { StatementEvent } from './events.ts';
import { dueOf, type Statement, type StatementEntry, type StatementLine } from './statement.ts';

/** The statement after the event. `version` is the database's to give. */
export function evolveStatement(statement: Statement | null, event: StatementEvent): Statement {
  if (event.type === 'open-statement') return opened(event);
  if (!statement) throw new Error(`Event ${event.id} has no statement to change`);
  const { state } = event;
  const history = [...statement.history, entryOf(event, statement)];
  return counted({ ...applied(statement, event), state, history });
}

/** The statement after an order came onto it, or left it. */
export function evolveLines(statement: Statement, event: OrderEvent): Statement {
  if (event.type === 'add-to-statement' && event.line)
    return counted({ ...statement, lines: [...statement.lines, event.line] });
  if (event.type === 'remove-from-statement')
    return counted({ ...statement, lines: statement.lines.filter(({ id }) => id !== event.orderId) });
  return statement;
}

function opened(event: Extract<StatementEvent, { type: 'open-statement' }>): Statement {
  return {
    id: event.orderId,
    number: event.number ?? '',
    name: event.name ?? '',
    ...event.payload,
    state: event.state,
    edition: 0,
    ...{ lines: [], orderIds: [], outletIds: [], totalFen: 0, receivedFen: 0, receipts: [] },
    history: [entryOf(event)],
    createdAt: event.recordedAt,
    createdBy: event.by,
  };
}

function applied(statement: Statement, event: StatementEvent): Statement {
  const next = withAdjustments(statement, event);
  const deed = { by: event.by, at: event.recordedAt };
  switch (event.type) {
    case 'refresh-statement':
      return { ...next, lines: [...(event.lines ?? next.lines)] };
    case 'send-statement':
      return { ...next, edition: next.edition + 1, sentAt: event.recordedAt };
    case 'reopen-statement':
      return unconfirmed(next);
    case 'confirm-statement': {
      const { note } = event.payload;
      return { ...next, confirmed: { ...deed, ...(note && { note }) } };
    }
    case 'dispute-line': {
      const { lineId, reason, claimedFen } = event.payload;
      const dispute = { id: event.id, reason, ...(claimedFen !== undefined && { claimedFen }), ...deed };
      return changedLine(unconfirmed(next), lineId, (line) => ({
        ...line,
        disputes: [...line.disputes, dispute],
      }));
    }
    case 'settle-dispute': {
      const { lineId, resolution } = event.payload;
      return changedLine(next, lineId, (line) => ({
        ...line,
        disputes: line.disputes.map((one) =>
          one.settled ? one : { ...one, settled: { resolution, ...deed } },
        ),
      }));
    }
    case 'receive-payment':
      return received(next, event);
    case 'reverse-receipt':
      return reversed(next, event);
    default:
      return next;
  }
}

function withAdjustments(statement: Statement, event: StatementEvent): Statement {
  return (event.adjustments ?? []).reduce(
    (before, { lineId, amountFen }) =>
      changedLine(before, lineId, (line) => {
        const { id, by, recordedAt: at } = event;
        const adjustment = { id, amountFen, reason: reasonOf(event), by, at };
        return { ...line, adjustments: [...line.adjustments, adjustment] };
      }),
    statement,
  );
}

function reasonOf({ type, payload }: StatementEvent): string {
  if (type === 'settle-dispute') return payload.resolution;
  return 'reason' in payload ? (payload.reason ?? '') : '';
}

function received(
  statement: Statement,
  { id, payload, allocations = [], adjustments = [], overFen = 0, posts = [], by, recordedAt }: ReceiptEvent,
): Statement {
  const { amountFen, method, receivedOn, note, reason } = payload;
  const receipt = {
    ...{ id, amountFen, method, receivedOn, overFen, by, at: recordedAt },
    ...{ allocations: [...allocations], posts: [...posts] },
    waivedFen: -totalFen(adjustments),
    ...(note && { note }),
    ...(reason && { reason }),
  };
  const given = new Map(allocations.map(({ lineId, amountFen: part }) => [lineId, part]));
  const lines = statement.lines.map((line) => ({
    ...line,
    receivedFen: line.receivedFen + (given.get(line.id) ?? 0),
    posted: line.posted || posts.includes(line.id),
  }));
  return { ...statement, lines, receipts: [...statement.receipts, receipt] };
}

type ReceiptEvent = Extract<StatementEvent, { type: 'receive-payment' }>;

function reversed(
  statement: Statement,
  { payload, posts = [], by, recordedAt }: Extract<StatementEvent, { type: 'reverse-receipt' }>,
): Statement {
  const { receiptId, reason } = payload;
  const receipts = statement.receipts.map((receipt) =>
    receipt.id === receiptId ? { ...receipt, reversed: { reason, by, at: recordedAt } } : receipt,
  );
  const allocations = statement.receipts.find(({ id }) => id === receiptId)?.allocations ?? [];
  const given = new Map(allocations.map(({ lineId, amountFen }) => [lineId, amountFen]));
  const lines = statement.lines.map((line) => ({
    ...line,
    receivedFen: line.receivedFen - (given.get(line.id) ?? 0),
    posted: line.posted && !posts.includes(line.id),
  }));
  return { ...statement, lines, receipts };
}

function changedLine(
  statement: Statement,
  lineId: string,
  change: (line: StatementLine) => StatementLine,
): Statement {
  return { ...statement, lines: statement.lines.map((line) => (line.id === lineId ? change(line) : line)) };
}

function unconfirmed({ confirmed: _, ...statement }: Statement): Statement {
  return statement;
}

/** With what follows from its lines. */
function counted(statement: Statement): Statement {
  const { lines, receipts } = statement;
  const standing = receipts.filter((receipt) => !receipt.reversed);
  return {
    ...statement,
    orderIds: lines.map(({ id }) => id),
    outletIds: [...new Set([...statement.outletIds, ...lines.map(({ outletId }) => outletId)])].sort(),
    totalFen: sumFen(lines.map(dueOf)),
    receivedFen: totalFen(standing),
  };
}

/** @param before what it came to is remembered of one that is discarded: its lines leave it */
function entryOf(
  { id, type, by, recordedAt, state, payload }: StatementEvent,
  before?: Statement,
): StatementEntry {
  const reason =
    'resolution' in payload ? payload.resolution : 'reason' in payload ? payload.reason : undefined;
  return {
    ...{ id, type, by, at: recordedAt, state },
    ...('lineId' in payload && { lineId: payload.lineId }),
    ...('amountFen' in payload && payload.amountFen !== undefined && { amountFen: payload.amountFen }),
    ...(type === 'discard-statement' && before && { amountFen: before.totalFen }),
    ...(reason && { reason }),
  };
}
