// The usual mistakes, each as what is entered to set it right. Pure.
import type { RepairPatch } from '#schemas/orders/commands.ts';
import { isOpen, type Order, type OrderStatus, type StepType } from '#schemas/orders/order.ts';
import { currentValue, isHeldByFinance, reported } from '#schemas/orders/repair.ts';
import { stepTimes } from '#schemas/orders/steps.ts';

/** Which field of the order each mistake is about. */
export const mistakes = {
  crew: 'assignment',
  customer: 'customerId',
  mileage: 'mileageKm',
  cash: 'collectedFen',
  voided: 'status',
  completed: 'status',
  'empty-run': 'status',
  'not-empty-run': 'status',
  step: 'steps',
  status: 'status',
} as const;
export type Mistake = keyof typeof mistakes;
export const mistakeNames = Object.keys(mistakes) as Mistake[];

/** In which status it can have been made, where not in any. */
const madeIn: Partial<Record<Mistake, OrderStatus>> = {
  voided: 'voided',
  completed: 'completed',
  'empty-run': 'completed',
  'not-empty-run': 'empty-run',
};

/** The mistakes that this order may hold. */
export const mistakesOf = ({ status }: Pick<Order, 'status'>): Mistake[] =>
  mistakeNames.filter((mistake) => (madeIn[mistake] ?? status) === status);

/** What the order should say instead; null: that has to be chosen. */
export function statusAfter(mistake: Mistake, order: Order): OrderStatus | null {
  if (mistake === 'voided' || mistake === 'completed') return openAgain(order);
  if (mistake === 'empty-run') return 'empty-run';
  return mistake === 'not-empty-run' ? 'completed' : null;
}

/** As far as it had come before it ended. */
function openAgain({ timeline, assignment }: Order): OrderStatus {
  const before = timeline.findLast(({ status }) => status !== undefined && isOpen(status))?.status;
  return (assignment && before) ?? 'pending';
}

export interface RepairDraft {
  readonly mistake: Mistake;
  readonly vehicleId: string | null;
  readonly driverId: string | null;
  readonly customerId: string | null;
  readonly mileageKm: number | null;
  readonly collectedFen: number | null;
  readonly status: OrderStatus | null;
  /** Of the reasons for an empty run, where it becomes one. */
  readonly emptyReason: string | null;
  readonly step: StepType | null;
  /** null: it was not done. */
  readonly at: string | null;
}

/** As the order is now. */
export function draftOf(order: Order): RepairDraft {
  return {
    mistake: mistakesOf(order).find((one) => !isHeldByFinance(order, mistakes[one])) ?? 'crew',
    vehicleId: order.assignment?.vehicleId ?? null,
    driverId: order.assignment?.driverId ?? null,
    customerId: order.customerId,
    mileageKm: reported(order, 'mileageKm') ?? null,
    collectedFen: reported(order, 'collectedFen') ?? null,
    status: order.status,
    emptyReason: null,
    step: null,
    at: null,
  };
}

export const timeOf = (order: Order, step: StepType): string | null => stepTimes(order)[step] ?? null;

/** Undefined while something is missing. */
export function patchOf(draft: RepairDraft): RepairPatch | undefined {
  const { vehicleId, driverId, customerId, mileageKm, collectedFen, status, step, at } = draft;
  switch (draft.mistake) {
    case 'crew':
      return vehicleId && driverId ? { assignment: { vehicleId, driverId } } : undefined;
    case 'customer':
      return customerId ? { customerId } : undefined;
    case 'mileage':
      return mileageKm === null ? undefined : { mileageKm };
    case 'cash':
      return collectedFen === null ? undefined : { collectedFen };
    case 'empty-run':
    case 'voided':
    case 'completed':
    case 'not-empty-run':
    case 'status':
      if (becomesEmptyRun(draft) && !draft.emptyReason) return undefined;
      return status ? { status } : undefined;
    case 'step':
      return step ? { steps: [{ type: step, at }] } : undefined;
  }
}

/** Then why it was driven for nothing has to be said, as it would have been at the time. */
export const becomesEmptyRun = ({ mistake, status }: RepairDraft): boolean =>
  mistakes[mistake] === 'status' && status === 'empty-run';

/** What is there now of everything that the patch changes. */
export const baseOf = (order: Order, patch: RepairPatch): Record<string, unknown> =>
  Object.fromEntries(
    (Object.keys(patch) as (keyof RepairPatch)[]).map((field) => [field, currentValue(order, field, patch)]),
  );
