// 財務數據修復: what stands in the books wrongly is set right by a command that says why. Each entry that was wrong is
// reversed, and booked again as it should have been: in its own month, or in the open one where that is closed.
import Type from 'typebox';
import type { Rejection, RejectionCode } from '../core/codes.ts';
import { equalJson } from '../core/equal.ts';
import { fail, ok, type Result } from '../core/result.ts';
import { FenNotNegative, Id, filledText } from '../core/types.ts';
import type { Command } from '../orders/commands.ts';
import type { DecideContext, Decision, OrderEvent } from '../orders/events.ts';
import type { Change, Order } from '../orders/order.ts';
import { missingReference } from '../orders/references.ts';
import { may, seesOutlet } from '../staff/permissions.ts';
import { isCash, takenBy } from './cash/collect.ts';
import { isOtherToApprove } from './rules.ts';
import { entriesOf, opposite, postingOf, type Entry, type PostingLine } from './ledger.ts';

export const financeRepairs = ['customerId', 'amountFen', 'receivedFen', 'method', 'stage'] as const;
export type FinanceField = (typeof financeRepairs)[number];

export const FinancePatch = Type.Object(
  {
    customerId: Type.Optional(Id),
    amountFen: Type.Optional(FenNotNegative),
    receivedFen: Type.Optional(FenNotNegative),
    method: Type.Optional(Id),
    /** Back to this stage, from which finance goes on. */
    stage: Type.Optional(Type.Enum(['unverified', 'verified', 'priced'])),
  },
  { additionalProperties: false, minProperties: 1 },
);
export type FinancePatch = Type.Static<typeof FinancePatch>;

export const financeRepairPayloads = {
  'repair-finance': Type.Object({
    patch: FinancePatch,
    base: Type.Record(Type.String(), Type.Unknown()),
    reason: filledText(500),
    /** Where it is booked; without it in the month of the entry that was wrong. */
    into: Type.Optional(Type.Enum(['same-month', 'open-month'])),
  }),
} as const;

type FinanceRepair = Extract<Command, { type: 'repair-finance' }>;

/** Which entries a field is in. */
const entriesWith: Record<FinanceField, readonly Entry[]> = {
  customerId: ['price', 'payment'],
  amountFen: ['price'],
  receivedFen: ['payment'],
  method: ['payment'],
  stage: ['price', 'payment'],
};

export const currentFinance = (order: Order, field: FinanceField): string | number | null =>
  (field === 'customerId' ? order.customerId : order.finance[field]) ?? null;

/** The fields that would really change, with both values. */
export const financeChanges = (order: Order, patch: FinancePatch): Change[] =>
  financeRepairs
    .filter((field) => patch[field] !== undefined)
    .map((field) => ({ field, before: currentFinance(order, field), after: patch[field] ?? null }))
    .filter(({ before, after }) => before !== after);

/**
 * Of what is not booked there is nothing to repair: it is verified again, or approved. What came in several parts is
 * taken back first, since nobody can tell which of them was wrong.
 */
export function canRepair(
  { finance: { stage, rests } }: Pick<Order, 'finance'>,
  field: FinanceField,
): boolean {
  const isPosted = stage === 'posted';
  return field === 'receivedFen' || field === 'method' ? isPosted && !rests : isPosted || stage === 'priced';
}

export function decideFinanceRepair(order: Order, command: FinanceRepair, context: DecideContext): Decision {
  const { patch, base, into = 'same-month' } = command.payload;
  if (!may(context.actor, 'finance.repair') || !seesOutlet(context.actor, order.outletId))
    return refuse('not-permitted', 'finance.repair');
  const { statementId } = order.finance;
  if (statementId)
    return refuse('on-statement', context.find('statements', statementId)?.number ?? statementId);
  const changes = financeChanges(order, patch);
  const stale = changes.filter(({ field, before }) => !equalJson(before, base[field] ?? null));
  if (stale.length > 0) return refuse('edit-conflict', stale.map(({ field }) => field).join(', '));
  if (changes.length === 0) return refuse('nothing-to-repair');
  const objection = objectionTo(order, patch, changes, context);
  if (objection) return fail(objection);
  const dates = into === 'same-month' ? datesFor(order, changes, context) : ok({});
  if (!dates.ok) return dates;
  const event: OrderEvent = {
    ...{ ...command, by: context.actor.id, recordedAt: context.now, changes },
    ...(patch.stage ? { stage: patch.stage } : takenAfter(order, patch, context)),
    ...(into === 'same-month' && { dates: dates.value }),
  };
  return ok([event]);
}

function objectionTo(
  order: Order,
  patch: FinancePatch,
  changes: readonly Change[],
  context: DecideContext,
): Rejection | undefined {
  const fields = changes.map(({ field }) => field as FinanceField);
  const isAlone = fields.length === 1 || !fields.includes('stage');
  const isBack = !patch.stage || stagesOf.indexOf(patch.stage) < stagesOf.indexOf(order.finance.stage);
  if (!isAlone || !isBack || !fields.every((field) => canRepair(order, field)))
    return { code: 'wrong-finance-stage', detail: order.finance.stage };
  if (fields.includes('amountFen') && isOwnPrice(order, context)) return { code: 'same-person' };
  if (patch.method && context.find('catalog', patch.method)?.type !== 'settlement-method')
    return { code: 'unknown-reference', detail: 'method' };
  return missingReference(patch.customerId ? { customerId: patch.customerId } : {}, context, 'disabled-too');
}

/** Whoever verified a price does not set it either, where somebody else has to approve it. */
const isOwnPrice = ({ finance }: Order, { actor, find }: DecideContext): boolean =>
  finance.verifiedBy === actor.id && isOtherToApprove(find);

const stagesOf: readonly string[] = ['unverified', 'verified', 'priced', 'posted'];

/** By another method, or of another amount, the driver's cash pays more or less of it. */
function takenAfter(order: Order, patch: FinancePatch, { find }: DecideContext): Pick<OrderEvent, 'taken'> {
  const { stage, method = '', receivedFen = 0, rests, taken: before } = order.finance;
  if (stage !== 'posted') return {};
  // Neither can be another then, and what came later never was in the driver's hands.
  if (rests) return before ? { taken: before } : {};
  const taken = takenBy(order, patch.receivedFen ?? receivedFen, isCash(patch.method ?? method, find));
  return taken ? { taken } : {};
}

export type EntryDates = Partial<Record<Entry, string>>;

/** The dates of the entries that were wrong, all of which have to be open. */
function datesFor(
  order: Order,
  changes: readonly Change[],
  { closedUntil }: DecideContext,
): Result<EntryDates, Rejection> {
  const known = entryDates(order);
  const touched = new Set(changes.flatMap(({ field }) => entriesWith[field as FinanceField]));
  const dates = Object.entries(known).filter(([entry]) => touched.has(entry as Entry));
  const closed = dates.find(([, date]) => closedUntil && Date.parse(date) < Date.parse(closedUntil));
  return closed ? fail({ code: 'month-closed', detail: closed[1] }) : ok(Object.fromEntries(dates));
}

/** When the entries of an order are dated that stand now. */
export function entryDates({ timeline, finance: { stage } }: Order): EntryDates {
  const dates: EntryDates = {};
  for (const { type, recordedAt, changes = [], into } of timeline) {
    if (type === 'approve-price') dates.price = recordedAt;
    if (type === 'post-payment') dates.payment = recordedAt;
    // Of parts that came on several days none has the date of all: they are booked anew when they are repaired.
    if (type === 'settle-rest') delete dates.payment;
    if (type !== 'repair-finance' || into !== 'open-month') continue;
    for (const { field } of changes)
      for (const entry of entriesWith[field as FinanceField] ?? [])
        if (dates[entry]) dates[entry] = recordedAt;
  }
  if (stage !== 'posted') delete dates.payment;
  return stage === 'posted' || stage === 'priced' ? dates : {};
}

export interface Booking {
  readonly lines: readonly PostingLine[];
  /** ISO instant, where it is another one than that of the event. */
  readonly date?: string | undefined;
}

/** What an event writes into the ledger, a posting each. */
export function bookingsOf(before: Order | null, event: OrderEvent, after: Order): Booking[] {
  if (!before || event.type !== 'repair-finance') {
    const lines = postingOf(before, event);
    return lines.length > 0 ? [{ lines }] : [];
  }
  const [was, is] = [entriesOf(before), entriesOf(after)];
  return (['price', 'payment'] as const)
    .filter((entry) => !equalJson(was[entry], is[entry]))
    .flatMap((entry) =>
      [opposite(was[entry]), is[entry]].map((lines) => ({ lines, date: event.dates?.[entry] })),
    )
    .filter(({ lines }) => lines.length > 0);
}

function refuse(code: RejectionCode, detail?: string) {
  return fail<Rejection>({ code, ...(detail && { detail }) });
}
