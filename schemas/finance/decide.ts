// The three finance stages of an order: verify 錄單核單 → approve price 核價對賬 → post 入賬核銷, each back by
// one stage with a reason. What cannot be verified is sent back to its outlet; what was posted short or over is settled
// by what comes, or goes back, later. Decided on the server only.
import { fail, ok } from '../core/result.ts';
import type { RejectionCode } from '../core/codes.ts';
import { totalFen } from '../core/money.ts';
import { isCash, takenBy } from './cash/collect.ts';
import type { PriceLine } from './lines.ts';
import { restOf } from './rest.ts';
import { isOtherToApprove } from './rules.ts';
import { may, seesOutlet, type Permission } from '../staff/permissions.ts';
import type { Command } from '../orders/commands.ts';
import type { DecideContext, Decision, Find } from '../orders/events.ts';
import type { FinanceStage, Order } from '../orders/order.ts';

export type FinanceCommand = Extract<
  Command,
  { type: 'send-back' | 'verify' | 'approve-price' | 'post-payment' | 'settle-rest' | 'reverse-finance' }
>;
type FinanceType = FinanceCommand['type'];

export function isFinanceCommand(command: Command): command is FinanceCommand {
  return command.type in nextStage;
}

/** The stage a command leads to from each stage; absent cells refuse. */
export const nextStage: Record<FinanceType, Record<FinanceStage, FinanceStage | null>> = {
  'send-back': { unverified: 'unverified', verified: null, priced: null, posted: null },
  verify: { unverified: 'verified', verified: null, priced: null, posted: null },
  'approve-price': { unverified: null, verified: 'priced', priced: null, posted: null },
  'post-payment': { unverified: null, verified: null, priced: 'posted', posted: null },
  'settle-rest': { unverified: null, verified: null, priced: null, posted: 'posted' },
  'reverse-finance': { unverified: null, verified: 'unverified', priced: 'verified', posted: 'priced' },
};

export const financePermission: Record<FinanceType, Permission> = {
  'send-back': 'finance.verify',
  verify: 'finance.verify',
  'approve-price': 'finance.approve',
  'post-payment': 'finance.post',
  'settle-rest': 'finance.post',
  'reverse-finance': 'finance.reverse',
};

export function decideFinance(order: Order, command: FinanceCommand, context: DecideContext): Decision {
  const permission = financePermission[command.type];
  const allowed = may(context.actor, permission) && seesOutlet(context.actor, order.outletId);
  if (!allowed) return refuse('not-permitted', permission);
  if (order.status !== 'completed' && order.status !== 'empty-run') return refuse('order-not-closed');
  const stage = nextStage[command.type][order.finance.stage];
  if (!stage) return refuse('wrong-finance-stage', order.finance.stage);
  const objection = heldByStatement(order, command, context.find) ?? objectionTo(order, command, context);
  if (objection) return fail(objection);
  return ok([
    {
      ...command,
      by: context.actor.id,
      recordedAt: context.now,
      stage,
      ...(command.type === 'send-back' && { flag: 'sent-back' as const }),
      ...cashTaken(order, command, context.find),
    },
  ]);
}

function cashTaken(order: Order, command: FinanceCommand, find: Find) {
  if (command.type !== 'post-payment') return {};
  const { receivedFen, method } = command.payload;
  const taken = takenBy(order, receivedFen, isCash(method, find));
  return taken ? { taken } : {};
}

/**
 * What is settled by a statement is received there; once it was sent, the order's price stays as it is on it.
 * What an outlet may change is on none: it could become another customer's.
 */
function heldByStatement({ finance }: Order, { type }: FinanceCommand, find: Find) {
  const statement = finance.statementId ? find('statements', finance.statementId) : undefined;
  const isFree = type !== 'post-payment' && type !== 'send-back' && statement?.state === 'draft';
  if (!finance.statementId || isFree) return undefined;
  return { code: 'on-statement', detail: statement?.number ?? finance.statementId } as const;
}

function objectionTo(order: Order, command: FinanceCommand, { actor, find }: DecideContext) {
  switch (command.type) {
    case 'send-back':
      return withOutlet(order);
    case 'verify':
      return withOutlet(order) ?? objectionToVerify(command, find);
    case 'approve-price':
      if (order.finance.verifiedBy === actor.id && isOtherToApprove(find))
        return { code: 'same-person' } as const;
      return (
        changedAmount(order, command.payload.seenFen) ??
        objectionToLines(command.payload.lines ?? [], command.payload.amountFen, find)
      );
    case 'post-payment':
      return unknownMethod(command.payload.method, find) ?? changedAmount(order, command.payload.seenFen);
    case 'settle-rest':
      return unknownMethod(command.payload.method, find) ?? objectionToRest(order, command.payload);
    case 'reverse-finance':
      return undefined;
  }
}

/** Money comes for what is short, and goes back from what is over; never more back than that. */
function objectionToRest(order: Order, { receivedFen, seenReceivedFen, note }: Rest) {
  const { finance } = order;
  if (seenReceivedFen !== finance.receivedFen)
    return {
      code: 'amount-changed',
      detail: `received ${finance.receivedFen ?? 0} fen, seen ${seenReceivedFen} fen`,
    } as const;
  const rest = restOf(order);
  if (rest === 0 || Math.sign(receivedFen) !== Math.sign(rest) || receivedFen < Math.min(rest, 0))
    return { code: 'nothing-open', detail: `open ${rest} fen` } as const;
  return receivedFen !== rest && !note ? ({ code: 'difference-unexplained' } as const) : undefined;
}

type Rest = Extract<FinanceCommand, { type: 'settle-rest' }>['payload'];

const withOutlet = ({ sentBack }: Order) =>
  sentBack && ({ code: 'with-outlet', detail: sentBack.reason } as const);

function objectionToVerify({ payload }: Extract<FinanceCommand, { type: 'verify' }>, find: Find) {
  return objectionToLines(payload.lines, payload.amountFen, find) ?? unknownMethod(payload.method, find);
}

/** Without lines the amount stands alone, as for a price agreed by telephone. */
function objectionToLines(lines: readonly PriceLine[], amountFen: number, find: Find) {
  const unknown = lines.find(({ item }) => find('catalog', item)?.type !== 'price-item');
  if (unknown) return { code: 'unknown-reference', detail: `lines: ${unknown.item}` } as const;
  const total = totalFen(lines);
  if (lines.length === 0 || total === amountFen) return undefined;
  return { code: 'amount-mismatch', detail: `lines ${total} fen, amount ${amountFen} fen` } as const;
}

function changedAmount({ finance }: Order, seenFen: number | undefined) {
  if (seenFen === undefined || seenFen === finance.amountFen) return undefined;
  return {
    code: 'amount-changed',
    detail: `amount ${finance.amountFen ?? 0} fen, seen ${seenFen} fen`,
  } as const;
}

function unknownMethod(method: string, find: Find) {
  const known = find('catalog', method)?.type === 'settlement-method';
  return known ? undefined : ({ code: 'unknown-reference', detail: 'method' } as const);
}

function refuse(code: RejectionCode, detail?: string) {
  return fail({ code, ...(detail && { detail }) });
}
