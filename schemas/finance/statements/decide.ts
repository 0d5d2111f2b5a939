// decide(statement, command) → event | rejection, with what becomes of its orders: the one place where a statement's
// commands are judged.
import type { Rejection, RejectionCode } from '../../core/codes.ts';
import { sumFen } from '../../core/money.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import type { Command } from '../../orders/commands.ts';
import type { DecideContext, OrderEvent } from '../../orders/events.ts';
import type { Order } from '../../orders/order.ts';
import { may, type Actor, type Permission } from '../../staff/permissions.ts';
import type { LineCommand, StatementCommand, StatementEvent, StatementType } from './events.ts';
import { takenBy } from '../cash/collect.ts';
import { isFromCredit, keepsCredit } from './credit.ts';
import { refreshed, stalenessOf } from './lines.ts';
import { layOut } from './receive.ts';
import { statementTable, type StatementMove } from './states.ts';
import {
  dueOf,
  isDisputed,
  openDispute,
  reachesStatement,
  standingReceipts,
  type Allocation,
  type Statement,
  type StatementLine,
} from './statement.ts';

export interface StatementContext extends DecideContext {
  /** The orders of the statement. */
  readonly order: (id: string) => Order | undefined;
  /** What the statement's customer has to his credit, where that matters; 0 if absent. */
  readonly creditFen?: number;
  /** The next number of the customer's month; absent before one was taken. */
  readonly statementNumber?: string;
}

export interface StatementDecision {
  readonly event: StatementEvent;
  /** What becomes of orders by it. */
  readonly orderEvents: readonly OrderEvent[];
}

type Decided = Result<StatementDecision, Rejection>;

export const statementPermission: Record<StatementType | LineCommand['type'], Permission> = {
  'open-statement': 'finance.approve',
  'add-to-statement': 'finance.approve',
  'remove-from-statement': 'finance.approve',
  'refresh-statement': 'finance.approve',
  'adjust-line': 'finance.approve',
  'discard-statement': 'finance.approve',
  'send-statement': 'finance.approve',
  'reopen-statement': 'finance.reverse',
  'confirm-statement': 'finance.approve',
  'dispute-line': 'finance.approve',
  'settle-dispute': 'finance.approve',
  'receive-payment': 'finance.post',
  'reverse-receipt': 'finance.reverse',
};

const moves: Record<Exclude<StatementType, 'open-statement'>, StatementMove> = {
  'refresh-statement': 'change',
  'adjust-line': 'change',
  'discard-statement': 'discard',
  'send-statement': 'send',
  'reopen-statement': 'reopen',
  'confirm-statement': 'confirm',
  'dispute-line': 'dispute',
  'settle-dispute': 'settle-dispute',
  'receive-payment': 'receive',
  'reverse-receipt': 'reverse-receipt',
};

export const isStatementCommand = (command: Command): command is StatementCommand =>
  command.type === 'open-statement' || Object.hasOwn(moves, command.type);

/** The statement that a command needs, whoever decides. */
export function statementOf(command: Command): string | undefined {
  if (isStatementCommand(command)) return command.orderId;
  const isLine = command.type === 'add-to-statement' || command.type === 'remove-from-statement';
  return isLine ? command.payload.statementId : undefined;
}

/** What can only be judged with all statements of the customer at hand. */
export const touchesCredit = (command: Command): boolean =>
  command.type === 'reverse-receipt' || (command.type === 'receive-payment' && isFromCredit(command.payload));

export function decideStatement(
  statement: Statement | null,
  command: StatementCommand,
  context: StatementContext,
): Decided {
  const permission = statementPermission[command.type];
  const isForCustomer = byCustomer.includes(command.type) && isCustomerOf(context.actor, command.orderId);
  if (!isForCustomer && !may(context.actor, permission)) return refuse('not-permitted', permission);
  if (command.type === 'open-statement') return open(statement, command, context);
  const isSeen = statement && (isForCustomer || reachesStatement(context.actor, statement));
  if (!isSeen) return refuse('statement-not-found');
  if (hasGoneOn(statement, command)) return refuse('statement-changed');
  const cell = statementTable[moves[command.type]][statement.state];
  if (!cell.go) return refuse(cell.code, statement.state);
  const effect = effectOf(statement, command, context);
  if (!effect.ok) return effect;
  const { isDone, orderEvents = [], ...more } = effect.value;
  const state = (isDone && cell.done) || (cell.next ?? statement.state);
  return ok({ event: { ...recorded(command, context), state, ...more }, orderEvents });
}

/** What its customer does himself, by his link. */
const byCustomer: readonly StatementType[] = ['confirm-statement', 'dispute-line'];

const isCustomerOf = ({ outsider }: Actor, statementId: string): boolean =>
  outsider?.kind === 'statement-customer' && outsider.statementId === statementId;

function hasGoneOn({ history }: Statement, { payload }: StatementCommand): boolean {
  const seen = 'seenEntryId' in payload ? payload.seenEntryId : undefined;
  return seen !== undefined && seen !== history.at(-1)?.id;
}

function open(
  statement: Statement | null,
  command: Extract<StatementCommand, { type: 'open-statement' }>,
  context: StatementContext,
): Decided {
  const { customerId, period } = command.payload;
  if (statement) return refuse('invalid-command', 'orderId is in use');
  if (period.until < period.from) return refuse('invalid-validity', 'period');
  const customer = context.find('customers', customerId);
  if (!customer) return refuse('unknown-reference', 'customerId');
  const number = context.statementNumber ?? '';
  const name = `${customer.name} ${number}`.trim();
  const event = { ...recorded(command, context), state: 'draft', number, name } as const;
  return ok({ event, orderEvents: [] });
}

type Effect = Partial<Pick<StatementEvent, 'lines' | 'adjustments' | 'allocations' | 'overFen' | 'posts'>> & {
  readonly isDone?: boolean;
  readonly orderEvents?: readonly OrderEvent[];
  readonly state?: Statement['state'];
};

/** What follows from a command besides what the table says, or what speaks against it apart from the state. */
function effectOf(
  statement: Statement,
  command: Exclude<StatementCommand, { type: 'open-statement' }>,
  context: StatementContext,
): Result<Effect, Rejection> {
  switch (command.type) {
    case 'refresh-statement':
      return refresh(statement, context);
    case 'adjust-line':
      return adjust(statement, command.payload);
    case 'discard-statement':
      return ok({ orderEvents: statement.orderIds.map((id, index) => freeing(id, index, command, context)) });
    case 'send-statement':
      return unless(objectionToSending(statement, command.payload.seenFen, context));
    case 'reopen-statement':
      return unless(standingReceipts(statement).length > 0 ? { code: 'money-received' } : undefined);
    case 'confirm-statement':
      return unless(changedTotal(statement, command.payload.seenFen));
    case 'dispute-line':
      return unless(objectionToDispute(statement, command.payload.lineId));
    case 'settle-dispute':
      return settleDispute(statement, command.payload);
    case 'receive-payment':
      return receive(statement, command, context);
    case 'reverse-receipt':
      return reverse(statement, command, context);
  }
}

/** The order as it leaves a draft that is discarded, like one that is taken off. */
function freeing(
  orderId: string,
  index: number,
  command: Extract<StatementCommand, { type: 'discard-statement' }>,
  context: StatementContext,
): OrderEvent {
  const payload = { statementId: command.orderId, ...command.payload };
  return { ...about(command, context, orderId, index), type: 'remove-from-statement', payload };
}

/** What was taken off a line may be more than it comes to by now: then that has to be adjusted first. */
function refresh(statement: Statement, context: StatementContext): Result<Effect, Rejection> {
  const lines = statement.lines.map((line) => takenOver(line, context));
  const below = lines.filter((line) => dueOf(line) < line.receivedFen).map(({ number }) => number);
  return below.length > 0 ? refuse('adjustment-wrong', below.join(', ')) : ok({ lines });
}

function takenOver(line: StatementLine, { order, find }: StatementContext): StatementLine {
  const now = order(line.id);
  return now ? refreshed(line, now, find('catalog', now.serviceId)) : line;
}

function adjust(statement: Statement, adjustment: Allocation): Result<Effect, Rejection> {
  const line = statement.lines.find(({ id }) => id === adjustment.lineId);
  if (!line) return refuse('line-not-found', adjustment.lineId);
  const objection = tooLow(line, adjustment.amountFen);
  if (objection) return fail(objection);
  return ok({ adjustments: [{ lineId: line.id, amountFen: adjustment.amountFen }] });
}

/** Nobody is owed money by a line, nor was paid more than it comes to. */
function tooLow(line: StatementLine, byFen: number): Rejection | undefined {
  const isTooLow = byFen === 0 || dueOf(line) + byFen < line.receivedFen;
  return isTooLow ? { code: 'adjustment-wrong', detail: line.number } : undefined;
}

function objectionToSending(
  statement: Statement,
  seenFen: number | undefined,
  { order }: StatementContext,
): Rejection | undefined {
  if (statement.lines.length === 0) return { code: 'statement-empty' };
  if (isDisputed(statement)) return { code: 'dispute-open', detail: disputedNumbers(statement) };
  const stale = statement.lines.filter((line) => stalenessOf(statement, line, order(line.id)));
  if (stale.length > 0) return { code: 'line-stale', detail: numbersOf(stale) };
  return changedTotal(statement, seenFen);
}

const disputedNumbers = ({ lines }: Statement): string =>
  numbersOf(lines.filter((line) => openDispute(line)));

const numbersOf = (lines: readonly StatementLine[]): string =>
  lines
    .slice(0, 20)
    .map(({ number }) => number)
    .join(', ');

function changedTotal({ totalFen }: Statement, seenFen: number | undefined): Rejection | undefined {
  if (seenFen === undefined || seenFen === totalFen) return undefined;
  return { code: 'amount-changed', detail: `amount ${totalFen} fen, seen ${seenFen} fen` };
}

function objectionToDispute({ lines }: Statement, lineId: string): Rejection | undefined {
  const line = lines.find(({ id }) => id === lineId);
  if (!line) return { code: 'line-not-found', detail: lineId };
  if (line.posted) return { code: 'wrong-finance-stage', detail: 'posted' };
  return openDispute(line) ? { code: 'dispute-open', detail: line.number } : undefined;
}

function settleDispute(
  statement: Statement,
  { lineId, amountFen = 0 }: { readonly lineId: string; readonly amountFen?: number },
): Result<Effect, Rejection> {
  const line = statement.lines.find(({ id }) => id === lineId);
  if (!line) return refuse('line-not-found', lineId);
  if (!openDispute(line)) return refuse('no-dispute', line.number);
  const objection = amountFen === 0 ? undefined : tooLow(line, amountFen);
  if (objection) return fail(objection);
  const isDone = statement.lines.every((other) => other.id === lineId || !openDispute(other));
  return ok({ isDone, ...(amountFen !== 0 && { adjustments: [{ lineId, amountFen }] }) });
}

function receive(
  statement: Statement,
  command: Extract<StatementCommand, { type: 'receive-payment' }>,
  context: StatementContext,
): Result<Effect, Rejection> {
  const { payload } = command;
  const objection =
    objectionToMethod(statement, payload, context) ?? changedTotal(statement, payload.seenFen);
  if (objection) return fail(objection);
  const laid = layOut(statement.lines, payload);
  if (!laid.ok) return laid;
  const { allocations, waived, overFen, posts } = laid.value;
  if (isFromCredit(payload) && overFen > 0) return refuse('allocation-wrong', `${overFen} fen too much`);
  const unready = posts.find((id) => context.order(id)?.finance.stage !== 'priced');
  if (unready !== undefined) return refuse('line-stale', numberOf(statement, unready));
  const isDone = statement.lines.every((line) => line.posted || posts.includes(line.id));
  const given = new Map(allocations.map(({ lineId, amountFen }) => [lineId, amountFen]));
  const orderEvents = posts.map((id, index): OrderEvent => {
    const receivedFen = (lineIn(statement, id)?.receivedFen ?? 0) + (given.get(id) ?? 0);
    const inner = { receivedFen, method: payload.method, note: statement.number };
    const order = context.order(id);
    const taken = order && takenBy(order, receivedFen, false);
    return {
      ...about(command, context, id, index),
      ...{ type: 'post-payment', payload: inner, stage: 'posted' },
      ...(taken && { taken }),
    };
  });
  return ok({ allocations, adjustments: waived, overFen, posts, orderEvents, isDone });
}

function objectionToMethod(
  { customerId }: Statement,
  payload: { readonly method: string; readonly amountFen: number },
  { find, creditFen = 0 }: StatementContext,
): Rejection | undefined {
  if (isFromCredit(payload)) {
    const usableFen = keepsCredit(find('customers', customerId)) ? creditFen : 0;
    return payload.amountFen > usableFen ? { code: 'credit-short', detail: `${usableFen} fen` } : undefined;
  }
  const isKnown = find('catalog', payload.method)?.type === 'settlement-method';
  return isKnown ? undefined : { code: 'unknown-reference', detail: 'method' };
}

function reverse(
  statement: Statement,
  command: Extract<StatementCommand, { type: 'reverse-receipt' }>,
  context: StatementContext,
): Result<Effect, Rejection> {
  const { receiptId, reason } = command.payload;
  const receipt = standingReceipts(statement).find(({ id }) => id === receiptId);
  if (!receipt) return refuse('receipt-not-found', receiptId);
  if (!isFromCredit(receipt) && receipt.overFen > (context.creditFen ?? 0)) return refuse('credit-used');
  const adjustments = statement.lines.flatMap(({ id, adjustments: all }) => {
    const waived = sumFen(all.filter((one) => one.id === receiptId).map(({ amountFen }) => amountFen));
    return waived === 0 ? [] : [{ lineId: id, amountFen: -waived }];
  });
  const touched = [...receipt.posts, ...[...receipt.allocations, ...adjustments].map(({ lineId }) => lineId)];
  const posts = statement.lines
    .filter(({ id, posted }) => posted && touched.includes(id))
    .map(({ id }) => id);
  const orderEvents = posts.map((id, index): OrderEvent => {
    return {
      ...about(command, context, id, index),
      type: 'reverse-finance',
      payload: { reason },
      stage: 'priced',
    };
  });
  const isConfirmed = statement.state === 'settled' && statement.confirmed !== undefined;
  return ok({ adjustments, posts, orderEvents, ...(isConfirmed && { state: 'confirmed' as const }) });
}

const lineIn = ({ lines }: Statement, id: string) => lines.find((line) => line.id === id);
const numberOf = (statement: Statement, id: string): string => lineIn(statement, id)?.number ?? id;

/** What every event of an order has that is made by a statement's command; its id is the command's, with a count. */
function about(command: StatementCommand, context: StatementContext, orderId: string, index: number) {
  const { id, n, deviceId, at } = command;
  return {
    ...{ id: `${id}:${index + 1}`, n, deviceId, at, orderId },
    ...{ by: context.actor.id, recordedAt: context.now },
  };
}

function recorded<Kind extends StatementCommand>(command: Kind, { actor, now }: StatementContext) {
  return { ...command, by: actor.id, recordedAt: now };
}

const unless = (objection: Rejection | undefined): Result<Effect, Rejection> =>
  objection ? fail(objection) : ok({});

function refuse(code: RejectionCode, detail?: string) {
  return fail<Rejection>({ code, ...(detail && { detail }) });
}
