// What can be done with an order now, and if not, why: the same table that decides. For buttons.
import type { RejectionCode } from '../core/codes.ts';
import { may, seesOutlet, type Actor, type Permission } from '../staff/permissions.ts';
import { financePermission, nextStage, type FinanceCommand } from '../finance/decide.ts';
import { restOf } from '../finance/rest.ts';
import { isOtherToApprove } from '../finance/rules.ts';
import { reaches, wasAsked } from './decide.ts';
import { lifecycle, type Move } from './lifecycle.ts';
import type { DecideContext } from './events.ts';
import type { Order } from './order.ts';
import { cellOf, resubmitPermission } from './sent-back.ts';

export type Possibility = { readonly can: true } | { readonly can: false; readonly why: RejectionCode };

const yes: Possibility = { can: true };
const no = (why: RejectionCode): Possibility => ({ can: false, why });

export type OfficeMove = Extract<
  Move,
  | 'edit'
  | 'dispatch'
  | 'recall'
  | 'offer'
  | 'withdraw-offer'
  | 'complete-by-office'
  | 'empty-run-by-office'
  | 'void'
  | 'send-sms'
  | 'confirm'
  | 'repair'
  | 'resubmit'
>;
type DriverMove = Exclude<
  Move,
  OfficeMove | 'photo' | 'rate' | 'report-sms' | 'accept-offer' | 'decline-offer'
>;

const officePermission: Record<Exclude<OfficeMove, 'resubmit'>, Permission> = {
  edit: 'orders.edit',
  dispatch: 'orders.dispatch',
  recall: 'orders.dispatch',
  offer: 'orders.dispatch',
  'withdraw-offer': 'orders.dispatch',
  'complete-by-office': 'orders.complete',
  'empty-run-by-office': 'orders.empty-run',
  void: 'orders.void',
  'send-sms': 'orders.sms',
  confirm: 'orders.confirm',
  repair: 'orders.repair',
};

export function officeCan(move: OfficeMove, order: Order, actor: Actor): Possibility {
  const permission = move === 'resubmit' ? resubmitPermission(actor) : officePermission[move];
  if (!mayHere(actor, permission, order)) return no('not-permitted');
  const cell = cellOf(order, move);
  if (!cell.go) return no(cell.code);
  if (move === 'withdraw-offer' && !order.offer) return no('no-offer');
  if (move === 'resubmit' && !order.sentBack) return no('not-sent-back');
  return move === 'confirm' && !order.confirmation ? no('no-confirmation-needed') : yes;
}

/** A driver's screen offers only what moves his order on, though every fact would be recorded. */
export function driverCan(move: DriverMove, order: Order, actor: Actor): Possibility {
  if (!may(actor, 'jobs.work') || order.assignment?.driverId !== actor.id) return no('not-your-order');
  const closed = lifecycle.edit[order.status];
  if (!closed.go) return no(closed.code);
  const cell = lifecycle[move][order.status];
  if (!cell.go) return no(cell.code);
  return cell.next ? yes : no('already-departed');
}

export function financeCan(
  type: FinanceCommand['type'],
  order: Order,
  { actor, find }: Pick<DecideContext, 'actor' | 'find'>,
): Possibility {
  if (!mayHere(actor, financePermission[type], order)) return no('not-permitted');
  if (order.status !== 'completed' && order.status !== 'empty-run') return no('order-not-closed');
  if (!nextStage[type][order.finance.stage]) return no('wrong-finance-stage');
  if (order.sentBack && (type === 'verify' || type === 'send-back')) return no('with-outlet');
  if (type === 'approve-price' && order.finance.verifiedBy === actor.id && isOtherToApprove(find))
    return no('same-person');
  if (type === 'settle-rest' && restOf(order) === 0) return no('nothing-open');
  return yes;
}

/** Adding one, or taking one off. */
export function photosCan(order: Order, actor: Actor): Possibility {
  if (may(actor, 'jobs.work') && wasAsked(order, actor.id)) return yes;
  return mayHere(actor, 'orders.edit', order) ? yes : no('not-permitted');
}

function mayHere(actor: Actor, permission: Permission, order: Order): boolean {
  return reaches(actor, order) && may(actor, permission) && seesOutlet(actor, order.outletId);
}
