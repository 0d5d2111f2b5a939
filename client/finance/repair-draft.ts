// The usual mistakes in the books, each as what is entered to set it right. Pure.
import { canRepair, currentFinance, type FinanceField, type FinancePatch } from '#schemas/finance/repair.ts';
import { financeStages, type Order } from '#schemas/orders/order.ts';

/** Which field each mistake is about. */
export const mistakes = {
  method: 'method',
  received: 'receivedFen',
  amount: 'amountFen',
  customer: 'customerId',
  stage: 'stage',
} as const satisfies Record<string, FinanceField>;
export type FinanceMistake = keyof typeof mistakes;
export type EarlierStage = NonNullable<FinancePatch['stage']>;

export interface FinanceRepairDraft {
  readonly mistake: FinanceMistake;
  readonly method: string | null;
  readonly receivedFen: number | null;
  readonly amountFen: number | null;
  readonly customerId: string | null;
  readonly stage: EarlierStage | null;
  readonly into: 'same-month' | 'open-month';
}

/** Those that an order can have at its stage. */
export const mistakesOf = (order: Order): FinanceMistake[] =>
  (Object.keys(mistakes) as FinanceMistake[]).filter((name) => canRepair(order, mistakes[name]));

const isEarlier = (stage: string): stage is EarlierStage => stage !== 'posted';

export const stagesBefore = ({ finance: { stage } }: Order): EarlierStage[] =>
  financeStages.slice(0, financeStages.indexOf(stage)).filter(isEarlier).toReversed();

/** As the order is now. */
export function draftOf(order: Order): FinanceRepairDraft {
  const { method, receivedFen, amountFen } = order.finance;
  return {
    mistake: mistakesOf(order)[0] ?? 'stage',
    method: method ?? null,
    receivedFen: receivedFen ?? null,
    amountFen: amountFen ?? null,
    customerId: order.customerId,
    stage: stagesBefore(order)[0] ?? null,
    into: 'same-month',
  };
}

/** Undefined while something is missing. */
export function patchOf(draft: FinanceRepairDraft): FinancePatch | undefined {
  const field = mistakes[draft.mistake];
  const value = draft[field];
  return value === null ? undefined : { [field]: value };
}

/** What is there now of everything that the patch changes. */
export const baseOf = (order: Order, patch: FinancePatch): Record<string, unknown> =>
  Object.fromEntries(
    (Object.keys(patch) as FinanceField[]).map((field) => [field, currentFinance(order, field)]),
  );
