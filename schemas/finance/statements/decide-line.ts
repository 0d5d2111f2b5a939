// An order comes onto a statement or leaves it: a command about the order, judged with the statement at hand.
import type { Rejection, RejectionCode } from '../../core/codes.ts';
import { fail, ok } from '../../core/result.ts';
import type { DecideContext, Decision } from '../../orders/events.ts';
import type { Order } from '../../orders/order.ts';
import { may, seesOutlet } from '../../staff/permissions.ts';
import { statementPermission } from './decide.ts';
import type { LineCommand } from './events.ts';
import { lineOf } from './lines.ts';
import { mostLines, reachesStatement, seesOutlets, type Statement } from './statement.ts';
import { statementTable } from './states.ts';

export function decideLine(order: Order, command: LineCommand, context: DecideContext): Decision {
  const { actor, find } = context;
  const permission = statementPermission[command.type];
  if (!may(actor, permission) || !seesOutlet(actor, order.outletId))
    return refuse('not-permitted', permission);
  const statement = find('statements', command.payload.statementId);
  if (!statement || !reachesStatement(actor, statement)) return refuse('statement-not-found');
  const cell = statementTable.change[statement.state];
  const objection =
    command.type === 'add-to-statement' ? toAdding(order, command, statement, context) : undefined;
  if (objection) return fail(objection);
  if (!cell.go) return refuse(cell.code, statement.state);
  const event = { ...command, by: actor.id, recordedAt: context.now };
  if (command.type === 'add-to-statement')
    return ok([{ ...event, line: lineOf(order, find('catalog', order.serviceId)) }]);
  const isOnIt = order.finance.statementId === statement.id;
  return isOnIt ? ok([event]) : refuse('line-not-found', order.number);
}

function toAdding(
  { finance, customerId, outletId }: Order,
  { payload: { seenFen } }: Extract<LineCommand, { type: 'add-to-statement' }>,
  statement: Statement,
  { actor, find }: DecideContext,
): Rejection | undefined {
  if (finance.statementId)
    return {
      code: 'on-statement',
      detail: find('statements', finance.statementId)?.number ?? finance.statementId,
    };
  if (finance.stage !== 'priced') return { code: 'wrong-finance-stage', detail: finance.stage };
  if (customerId !== statement.customerId) return { code: 'other-customer' };
  if (!seesOutlets(actor, [...new Set([...statement.outletIds, outletId])]))
    return { code: 'outlet-not-yours' };
  if (statement.lines.length >= mostLines) return { code: 'statement-full', detail: String(mostLines) };
  if (seenFen === undefined || seenFen === finance.amountFen) return undefined;
  return { code: 'amount-changed', detail: `amount ${finance.amountFen ?? 0} fen, seen ${seenFen} fen` };
}

function refuse(code: RejectionCode, detail?: string) {
  return fail<Rejection>({ code, ...(detail && { detail }) });
}
