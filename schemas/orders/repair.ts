// 數據修復: what was entered or done wrongly is set right by a command that says why. Nothing in the history is
// overwritten: the event carries what stood there before.
import { fail, ok, type Result } from '../core/result.ts';
import type { Rejection } from '../core/codes.ts';
import { equalJson } from '../core/equal.ts';
import { seesOutlet } from '../staff/permissions.ts';
import { objectionToCrew } from './crew.ts';
import type { Command, RepairField, RepairPatch } from './commands.ts';
import type { DecideContext, OrderEvent } from './events.ts';
import { isOpen, type Change, type Order, type OrderStatus } from './order.ts';
import { missingReference } from './references.ts';
import { areInOrder, stepTimes } from './steps.ts';

/** What a price rests on. Once finance has verified, these wait until it has been taken back. */
const touchesMoney: Record<RepairField, boolean> = {
  outletId: true,
  customerId: true,
  serviceId: true,
  contact: false,
  car: false,
  pickup: false,
  destination: false,
  scheduledAt: false,
  requester: false,
  customerOrderNumber: false,
  roadConditionId: true,
  fault: false,
  note: false,
  assignment: false,
  status: true,
  mileageKm: true,
  collectedFen: true,
  // Waiting and night work are charged by the time.
  steps: true,
};

/** Why this field cannot be repaired now, whatever is wanted instead. */
export function isHeldByFinance(order: Order, field: RepairField): boolean {
  return touchesMoney[field] && order.finance.stage !== 'unverified';
}

type Repair = Extract<Command, { type: 'repair-order' }>;
type Repaired = Pick<OrderEvent, 'status' | 'changes'>;

export function decideRepair(
  order: Order,
  { payload: { patch, base } }: Repair,
  context: DecideContext,
): Result<Repaired, Rejection> {
  const changes = changesBy(order, patch);
  const stale = changes.filter(({ field, before }) => !equalJson(before, base[field] ?? null));
  if (stale.length > 0) return fail({ code: 'edit-conflict', detail: namesOf(stale) });
  if (changes.length === 0) return fail({ code: 'nothing-to-repair' });
  const held = changes.filter(({ field }) => isHeldByFinance(order, field));
  if (held.length > 0) return fail({ code: 'finance-started', detail: namesOf(held) });
  const objection = objectionTo(order, patch, context);
  if (objection) return fail(objection);
  const status = changes.some(({ field }) => field === 'status') ? patch.status : undefined;
  return ok({ changes, ...(status && { status }) });
}

type NamedChange = Change & { readonly field: RepairField };

const namesOf = (changes: readonly Change[]) => changes.map(({ field }) => field).join(', ');

/** The fields that would really change, with both values. */
export function changesBy(order: Order, patch: RepairPatch): NamedChange[] {
  return (Object.keys(patch) as RepairField[])
    .filter((field) => patch[field] !== undefined)
    .map((field) => ({ field, before: currentValue(order, field, patch), after: patch[field] ?? null }))
    .filter(({ before, after }) => !equalJson(before, after));
}

/**
 * What the order says of a field now: what `base` has to hold. Of the steps only those that the patch names.
 * null: nothing.
 */
export function currentValue(order: Order, field: RepairField, patch: RepairPatch = {}): unknown {
  switch (field) {
    case 'mileageKm':
    case 'collectedFen':
      return reported(order, field) ?? null;
    case 'steps': {
      const times = stepTimes(order);
      return (patch.steps ?? []).map(({ type }) => ({ type, at: times[type] ?? null }));
    }
    default:
      return order[field] ?? null;
  }
}

/** The kilometres and the cash as they were reported or repaired last. */
export function reported(
  { timeline }: Pick<Order, 'timeline'>,
  field: 'mileageKm' | 'collectedFen',
): number | undefined {
  return timeline.findLast((entry) => entry[field] !== undefined)?.[field];
}

function objectionTo(order: Order, patch: RepairPatch, context: DecideContext): Rejection | undefined {
  const { outletId, scheduledAt, assignment } = patch;
  if (outletId && !seesOutlet(context.actor, outletId)) return { code: 'outlet-not-yours' };
  if (order.kind === 'reservation' && scheduledAt === null) return { code: 'scheduled-time-missing' };
  return (
    missingReference(patch, context, 'disabled-too') ??
    (assignment && objectionToCrew(assignment, context, 'disabled-too')) ??
    objectionToStatus(order, patch) ??
    objectionToSteps(order, patch, context)
  );
}

/** Somebody drives an order exactly from its dispatch on. */
function objectionToStatus(
  order: Order,
  { status = order.status, assignment }: RepairPatch,
): Rejection | undefined {
  if (status === 'pending') return assignment && { code: 'not-dispatched' };
  if (!isOpen(status) || assignment || order.assignment) return undefined;
  return { code: 'assignment-missing' };
}

function objectionToSteps(
  order: Order,
  { steps = [], status }: RepairPatch,
  { now }: DecideContext,
): Rejection | undefined {
  if (steps.length === 0) return undefined;
  const timeline = [...order.timeline, repairEntry(steps, status, now)];
  const changed = steps.map(({ type }) => type);
  return areInOrder(stepTimes({ timeline }), changed, now) ? undefined : { code: 'step-times-wrong' };
}

const repairEntry = (steps: RepairPatch['steps'], status: OrderStatus | undefined, now: string) => ({
  ...{ id: 'repair', type: 'repair-order', at: now, recordedAt: now, by: 'repair' },
  ...(steps && { steps }),
  ...(status && { status }),
});
