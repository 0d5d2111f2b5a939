// The usual mistakes, each as what is entered to set it right. Pure.
import type { RepairPatch } from '#schemas/orders/commands.ts';
import type { Order, OrderStatus, StepType } from '#schemas/orders/order.ts';
import { currentValue, isHeldByFinance, reported } from '#schemas/orders/repair.ts';
import { stepTimes } from '#schemas/orders/steps.ts';

/** Which field of the order each mistake is about. */
export const mistakes = {
  crew: 'assignment',
  customer: 'customerId',
  mileage: 'mileageKm',
  cash: 'collectedFen',
  result: 'status',
  step: 'steps',
} as const;
export type Mistake = keyof typeof mistakes;
export const mistakeNames = Object.keys(mistakes) as Mistake[];

export interface RepairDraft {
  readonly mistake: Mistake;
  readonly vehicleId: string | null;
  readonly driverId: string | null;
  readonly customerId: string | null;
  readonly mileageKm: number | null;
  readonly collectedFen: number | null;
  readonly status: OrderStatus | null;
  readonly step: StepType | null;
  /** null: it was not done. */
  readonly at: string | null;
}

/** As the order is now. */
export function draftOf(order: Order): RepairDraft {
  return {
    mistake: mistakeNames.find((one) => !isHeldByFinance(order, mistakes[one])) ?? 'crew',
    vehicleId: order.assignment?.vehicleId ?? null,
    driverId: order.assignment?.driverId ?? null,
    customerId: order.customerId,
    mileageKm: reported(order, 'mileageKm') ?? null,
    collectedFen: reported(order, 'collectedFen') ?? null,
    status: order.status,
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
    case 'result':
      return status ? { status } : undefined;
    case 'step':
      return step ? { steps: [{ type: step, at }] } : undefined;
  }
}

/** What is there now of everything that the patch changes. */
export const baseOf = (order: Order, patch: RepairPatch): Record<string, unknown> =>
  Object.fromEntries(
    (Object.keys(patch) as (keyof RepairPatch)[]).map((field) => [field, currentValue(order, field, patch)]),
  );
