// What can be done with an order now, and if not, why: the same table that decides. For buttons.
import type { RejectionCode } from '../core/codes.ts';
import { may, seesOutlet, type Actor, type Permission } from '../staff/permissions.ts';
import { financePermission, nextStage, type FinanceCommand } from '../finance/decide.ts';
import { reaches } from './decide.ts';
import { lifecycle, type Move } from './lifecycle.ts';
import type { Order } from './order.ts';

export type Possibility = { readonly can: true } | { readonly can: false; readonly why: RejectionCode };

const yes: Possibility = { can: true };
const no = (why: RejectionCode): Possibility => ({ can: false, why });

type OfficeMove = Extract<Move, 'edit' | 'dispatch' | 'complete-by-office' | 'empty-run-by-office' | 'void'>;
type DriverMove = Exclude<Move, OfficeMove>;

const officePermission: Record<OfficeMove, Permission> = {
  edit: 'orders.edit',
  dispatch: 'orders.dispatch',
  'complete-by-office': 'orders.complete',
  'empty-run-by-office': 'orders.empty-run',
  void: 'orders.void',
};

export function officeCan(move: OfficeMove, order: Order, actor: Actor): Possibility {
  if (!mayHere(actor, officePermission[move], order)) return no('not-permitted');
  return possible(move, order);
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

export function financeCan(type: FinanceCommand['type'], order: Order, actor: Actor): Possibility {
  if (!mayHere(actor, financePermission[type], order)) return no('not-permitted');
  if (order.status !== 'completed' && order.status !== 'empty-run') return no('order-not-closed');
  if (!nextStage[type][order.finance.stage]) return no('wrong-finance-stage');
  if (type === 'approve-price' && order.finance.verifiedBy === actor.id) return no('same-person');
  return yes;
}

function mayHere(actor: Actor, permission: Permission, order: Order): boolean {
  return reaches(actor, order) && may(actor, permission) && seesOutlet(actor, order.outletId);
}

function possible(move: Move, order: Order): Possibility {
  const cell = lifecycle[move][order.status];
  return cell.go ? yes : no(cell.code);
}
