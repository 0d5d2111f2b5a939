// decide(state, command) → events | rejection: the one place where an order's commands are judged. The
// server calls it in its transaction, to decide; the client at once, to show the result.
import { fail, ok, type Result } from '../core/result.ts';
import type { Rejection, RejectionCode } from '../core/codes.ts';
import { equalJson } from '../core/equal.ts';
import { may, seesOutlet, type Actor, type Permission } from '../staff/permissions.ts';
import { decideFinance, isFinanceCommand, type FinanceCommand } from '../finance/decide.ts';
import { decideLine } from '../finance/statements/decide-line.ts';
import type { LineCommand, StatementCommand } from '../finance/statements/events.ts';
import { isStatementCommand } from '../finance/statements/decide.ts';
import { decideFinanceRepair } from '../finance/repair.ts';
import { collectedAfterRepair, collectedBy } from '../finance/cash/collect.ts';
import { isCashCommand, type CashCommand } from '../finance/cash/decide.ts';
import { compose } from '../sms/compose.ts';
import type { Command, CommandType } from './commands.ts';
import { crewName, isGivenSo, isStale, objectionToDispatch, objectionToOffer } from './crew.ts';
import type { DecideContext, Decision, OrderEvent } from './events.ts';
import type { Cell, Move } from './lifecycle.ts';
import { declinedBy, offeredTo, wasOffered } from './offer.ts';
import type { Order } from './order.ts';
import { missingReference, unknownItem } from './references.ts';
import { decideRepair } from './repair.ts';
import { cellOf, resubmitPermission } from './sent-back.ts';
import { targetsFor } from './targets.ts';
import { isAdded, objectionToPhoto, type PhotoCommand } from '../photos/decide.ts';
import { objectionToDeciding, objectionToRefusal } from '../notices/decide.ts';

/**
 * Judges a command against an order (`null`: there is none with this id).
 * A command whose id is in the timeline was applied already: no events, no refusal.
 */
export function decide(order: Order | null, command: Command, context: DecideContext): Decision {
  if (command.type === 'create-order') return decideCreation(order, command, context);
  if (command.type === 'refuse-notice') return decideRefusal(command, context);
  if (isStatementCommand(command)) return refuse('statement-not-found');
  if (isCashCommand(command)) return refuse('handover-not-found');
  if (!order || !reaches(context.actor, order)) return refuse('order-not-found');
  if (order.timeline.some((entry) => entry.id === command.id)) return ok([]);
  if (isFinanceCommand(command)) return decideFinance(order, command, context);
  if (command.type === 'repair-finance') return decideFinanceRepair(order, command, context);
  if (command.type === 'add-to-statement' || command.type === 'remove-from-statement')
    return decideLine(order, command, context);
  return decideMove(order, command, context);
}

/** Whether somebody may know of this order at all: by outlet, or because it is or was his to drive, or to take. */
export function reaches(actor: Actor, order: Order): boolean {
  if (actor.outsider) return actor.outsider.kind === 'server' || isRescuedIn(order, actor);
  if (may(actor, 'orders.view') && seesOutlet(actor, order.outletId)) return true;
  return may(actor, 'jobs.work') && wasAsked(order, actor.id);
}

type Creation = Extract<Command, { type: 'create-order' }>;

function decideCreation(order: Order | null, command: Creation, context: DecideContext): Decision {
  const { actor, find } = context;
  if (!may(actor, 'orders.create')) return refuse('not-permitted', 'orders.create');
  if (order) return order.timeline[0]?.id === command.id ? ok([]) : refuse('order-exists');
  const { outletId, customerId, serviceId, kind, scheduledAt } = command.payload;
  if (!seesOutlet(actor, outletId)) return refuse('outlet-not-yours');
  if (kind === 'reservation' && !scheduledAt) return refuse('scheduled-time-missing');
  const missing = missingReference(command.payload, context);
  if (missing) return fail(missing);
  const { noticeId } = command.payload;
  const objection = noticeId && objectionToDeciding(noticeId, context);
  if (objection) return fail(objection);
  const customer = find('customers', customerId);
  const awaitsConfirmation = customer?.needsConfirmation === true;
  return ok([
    {
      ...recorded(command, context),
      status: 'pending',
      targets: targetsFor(customer, find('catalog', serviceId)),
      ...(context.orderNumber && { number: context.orderNumber }),
      ...(awaitsConfirmation && { awaitsConfirmation }),
    },
  ]);
}

/** No order is touched by it. */
function decideRefusal(
  command: Extract<Command, { type: 'refuse-notice' }>,
  context: DecideContext,
): Decision {
  const objection = objectionToRefusal(command, context);
  return objection ? fail(objection) : ok([]);
}

type Movement = Exclude<
  Command,
  | Creation
  | FinanceCommand
  | StatementCommand
  | CashCommand
  | LineCommand
  | { type: 'refuse-notice' | 'repair-finance' }
>;

function decideMove(order: Order, command: Movement, context: DecideContext): Decision {
  const role = roleFor(order, command.type, context.actor);
  if (!role.ok) return role;
  if (isAboutPhoto(command) && isAdded(order, command)) return ok([]);
  if (command.type === 'dispatch' && isGivenSo(order, command.payload)) return ok([]);
  const cell = cellFor(order, moveOf(command.type, role.value), role.value);
  if (!cell.go) return refuse(cell.code, cell.code === 'offer-taken' ? whoHas(order, context) : undefined);
  // What a driver did is recorded whatever became of the catalog meanwhile; finance names it then.
  const unknown = role.value === 'office' ? unknownItem(command, context.find) : undefined;
  if (unknown) return fail(unknown);
  const more = consequences(order, command, context);
  if (!more.ok) return more;
  return ok([
    {
      ...recorded(command, context),
      ...(cell.next && { status: cell.next }),
      ...more.value,
      ...(cell.flag && { flag: cell.flag }),
    },
  ]);
}

const whoHas = ({ assignment }: Order, { find }: DecideContext): string | undefined =>
  assignment && crewName(assignment, find);

type Role = 'office' | 'driver' | 'previous-driver' | 'offered-driver' | 'outsider';

const officePermission: Partial<Record<CommandType, Permission>> = {
  'edit-order': 'orders.edit',
  dispatch: 'orders.dispatch',
  recall: 'orders.dispatch',
  offer: 'orders.dispatch',
  'withdraw-offer': 'orders.dispatch',
  complete: 'orders.complete',
  'empty-run': 'orders.empty-run',
  void: 'orders.void',
  'send-sms': 'orders.sms',
  'add-photo': 'orders.edit',
  'remove-photo': 'orders.edit',
  'confirm-result': 'orders.confirm',
  'repair-order': 'orders.repair',
};

const driverIntents: readonly CommandType[] = ['accept', 'decline'];
const driverFacts: readonly CommandType[] = [
  'depart',
  'arrive',
  'start-work',
  'load',
  'reach-destination',
  'complete',
  'empty-run',
];

/** In which role somebody speaks about this order. What a driver did counts as his, whatever else he may do. */
function roleFor(order: Order, type: CommandType, actor: Actor) {
  if (type === 'rate') return isRescuedIn(order, actor) ? ok<Role>('outsider') : refuse('link-needed');
  if (type === 'report-sms')
    return actor.outsider?.kind === 'server' ? ok<Role>('outsider') : refuse('not-permitted', type);
  const drives = may(actor, 'jobs.work');
  if (drives && order.assignment?.driverId === actor.id && isDriverCommand(type)) return ok<Role>('driver');
  if (drives && driverIntents.includes(type) && wasOffered(order, actor.id))
    return ok<Role>('offered-driver');
  // Whoever accepted without a network may have set out before he heard that somebody else was first.
  if (drives && driverFacts.includes(type) && wasAsked(order, actor.id)) return ok<Role>('previous-driver');
  // What he photographed is worth the same when the order was given to somebody else meanwhile.
  if (drives && isPhotoType(type) && wasAsked(order, actor.id)) return ok<Role>('driver');
  if (driverIntents.includes(type)) return refuse('not-your-order');
  const permission = type === 'resubmit' ? resubmitPermission(actor) : officePermission[type];
  if (!permission) return refuse('not-your-order');
  const allowed = may(actor, permission) && seesOutlet(actor, order.outletId);
  return allowed ? ok<Role>('office') : refuse('not-permitted', permission);
}

const isRescuedIn = (order: Order, { outsider }: Actor) =>
  outsider?.kind === 'rescued-person' && outsider.orderId === order.id;

export const isPhotoType = (type: CommandType): type is PhotoCommand['type'] =>
  type === 'add-photo' || type === 'remove-photo';

const isAboutPhoto = (command: Command): command is PhotoCommand => isPhotoType(command.type);

const isDriverCommand = (type: CommandType) => driverIntents.includes(type) || driverFacts.includes(type);

/** Whether it is or was his to drive, or to take. */
export function wasAsked(order: Order, staffId: string): boolean {
  return (
    order.assignment?.driverId === staffId ||
    order.timeline.some(({ type, driverId }) => givesAway.includes(type) && driverId === staffId) ||
    wasOffered(order, staffId)
  );
}

const givesAway = ['dispatch', 'accept', 'repair-order'];

export function moveOf(type: Movement['type'], role: Role): Move {
  if (type === 'edit-order') return 'edit';
  if (type === 'repair-order') return 'repair';
  if (type === 'confirm-result') return 'confirm';
  if (isPhotoType(type)) return 'photo';
  if (type === 'complete') return role === 'office' ? 'complete-by-office' : 'complete-by-driver';
  if (type === 'empty-run') return role === 'office' ? 'empty-run-by-office' : 'empty-run-by-driver';
  if (role === 'offered-driver' && type === 'accept') return 'accept-offer';
  if (role === 'offered-driver' && type === 'decline') return 'decline-offer';
  return type;
}

/** A driver whom the order was taken from closes it if he did it; his steps do not move the new driver's. */
function cellFor(order: Order, move: Move, role: Role): Cell {
  const cell = cellOf(order, move);
  if (role !== 'previous-driver' || !cell.go) return cell;
  const closes = move === 'complete-by-driver' || move === 'empty-run-by-driver';
  const flag = cell.flag ?? 'done-by-previous-driver';
  return closes && cell.next ? { go: true, next: cell.next, flag } : { go: true, flag };
}

type Consequences = Pick<
  OrderEvent,
  'status' | 'flag' | 'awaitsConfirmation' | 'message' | 'changes' | 'cash' | 'assignment'
>;

/** What follows from a command besides what the table says, or what speaks against it apart from the status. */
function consequences(
  order: Order,
  command: Movement,
  context: DecideContext,
): Result<Consequences, Rejection> {
  switch (command.type) {
    case 'edit-order':
      return unless(
        objectionToEdit(order, command, context),
        chosenCustomer(order, command.payload.patch, context),
      );
    case 'dispatch':
      return unless(objectionToDispatch(order, command.payload, context));
    case 'recall':
      return isStale(order, command.payload) ? refuse('dispatched-meanwhile') : ok({});
    case 'offer':
      return unless(objectionToOffer(command.payload, context));
    case 'withdraw-offer':
      return order.offer ? ok({}) : refuse('no-offer');
    case 'accept':
      return acceptance(order, context);
    case 'decline':
      return ok(isLastToDecline(order, context.actor) ? { flag: 'declined' } : {});
    case 'send-sms': {
      const message = compose(order, command.payload, context.find);
      return message.ok ? ok({ message: message.value }) : message;
    }
    case 'confirm-result':
      return order.confirmation ? ok({}) : refuse('no-confirmation-needed');
    case 'resubmit':
      return order.sentBack ? ok({}) : refuse('not-sent-back');
    case 'rate':
      return order.rating
        ? refuse('already-rated')
        : ok(isLow(command.payload) ? { flag: 'low-rating' } : {});
    case 'add-photo':
    case 'remove-photo':
      return unless(objectionToPhoto(order, command, context));
    case 'report-sms':
      return unless(objectionToReport(order, command.payload.messageId));
    case 'complete':
      return ok(collectedBy(order, command, driverOf(order, context.actor), context));
    case 'repair-order': {
      const repair = decideRepair(order, command, context);
      if (!repair.ok) return repair;
      const cash = collectedAfterRepair(order, command, repair.value.changes ?? [], context);
      return ok({
        ...repair.value,
        ...chosenCustomer(order, command.payload.patch, context),
        ...holding(cash),
      });
    }
    default:
      return ok({});
  }
}

const unless = (
  objection: Rejection | undefined,
  value: Consequences = {},
): Result<Consequences, Rejection> => (objection ? fail(objection) : ok(value));

const holding = (cash: OrderEvent['cash']): Consequences => (cash ? { cash } : {});

/** Who did it: what somebody reports of an order that was once his, he did himself. */
const driverOf = (order: Order, actor: Actor): string | undefined =>
  may(actor, 'jobs.work') && wasAsked(order, actor.id) ? actor.id : order.assignment?.driverId;

/** What is not dispatched to somebody he takes by the offer. */
function acceptance(order: Order, { actor }: DecideContext): Result<Consequences, Rejection> {
  if (order.assignment) return ok({});
  const crew = offeredTo(order, actor.id);
  return crew ? ok({ assignment: crew }) : refuse('offer-withdrawn');
}

function isLastToDecline({ offer }: Order, { id }: Actor): boolean {
  return offer !== undefined && declinedBy(offer, id, '') === undefined;
}

/** Whether another customer wants to confirm the result. */
function chosenCustomer(
  order: Order,
  { customerId }: { readonly customerId?: string },
  { find }: DecideContext,
): Consequences {
  if (!customerId || customerId === order.customerId) return {};
  return { awaitsConfirmation: find('customers', customerId)?.needsConfirmation === true };
}

const isLow = ({ stars }: { readonly stars: number }) => stars <= 2;

function objectionToReport(order: Order, messageId: string): Rejection | undefined {
  const isKnown = order.timeline.some(({ id, type }) => id === messageId && type === 'send-sms');
  return isKnown ? undefined : { code: 'unknown-reference', detail: 'messageId' };
}

function objectionToEdit(
  order: Order,
  { payload: { patch, base } }: Extract<Command, { type: 'edit-order' }>,
  context: DecideContext,
): Rejection | undefined {
  if (patch.outletId && !seesOutlet(context.actor, patch.outletId)) return { code: 'outlet-not-yours' };
  if (order.kind === 'reservation' && patch.scheduledAt === null) return { code: 'scheduled-time-missing' };
  const stale = Object.keys(patch).filter((field) => changedMeanwhile(order, field, base[field], patch));
  if (stale.length > 0) return { code: 'edit-conflict', detail: stale.join(', ') };
  return missingReference(patch, context);
}

function changedMeanwhile(order: Order, field: string, seen: unknown, patch: object): boolean {
  const current = (order as Record<string, unknown>)[field] ?? null;
  const wanted = (patch as Record<string, unknown>)[field] ?? null;
  return !equalJson(current, seen ?? null) && !equalJson(current, wanted);
}

function recorded(command: Command, { actor, now }: DecideContext): OrderEvent {
  return { ...command, by: actor.id, recordedAt: now };
}

function refuse(code: RejectionCode, detail?: string) {
  return fail<Rejection>({ code, ...(detail && { detail }) });
}
