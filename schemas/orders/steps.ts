// When the steps of a rescue were done, as far as is known now: what drivers reported, and what repairs set right.
import { givesToCrew } from './crew.ts';
import {
  isOpen,
  stepTypes,
  type Order,
  type OrderStatus,
  type StepType,
  type TimelineEntry,
} from './order.ts';
import type { WorkReported } from './work-reported.ts';

export type StepTimes = Partial<Record<StepType, string>>;

/** ISO instants by step. A new dispatch begins anew: what the driver before had done does not count. */
export function stepTimes({ timeline }: Pick<Order, 'timeline'>): StepTimes {
  return timeline.reduce<StepTimes>(withEntry, {});
}

function withEntry(times: StepTimes, entry: TimelineEntry): StepTimes {
  if (givesToCrew(entry)) return entry.type === 'accept' ? { accept: entry.at } : {};
  if (entry.type === 'repair-order') return withRepair(times, entry);
  return isStep(entry.type) && counts(entry) ? { [entry.type]: entry.at, ...times } : times;
}

/** What came before its crew was given the order is another's. */
export const entriesOfCrew = ({ timeline }: Pick<Order, 'timeline'>): readonly TimelineEntry[] =>
  timeline.slice(timeline.findLastIndex(givesToCrew) + 1);

/** What its crew has done, each step as it was reported first. */
export const stepsOfCrew = (order: Pick<Order, 'timeline'>): readonly TimelineEntry[] =>
  entriesOfCrew(order)
    .filter((entry) => isStep(entry.type) && counts(entry))
    .filter(({ type }, index, steps) => steps.findIndex((step) => step.type === type) === index);

/**
 * What its crew has reported for the price. The last word counts for extras and for outlays each: of whoever closed
 * the order, or of its driver, whose phone may have told it after the office had closed it.
 */
export function workReportedOf(order: Pick<Order, 'timeline' | 'assignment'>): WorkReported {
  const words = entriesOfCrew(order).filter(
    ({ status, by }) => status !== undefined || by === order.assignment?.driverId,
  );
  const extras = words.findLast((entry) => entry.extras)?.extras;
  const outlays = words.findLast((entry) => entry.outlays)?.outlays;
  return { ...(extras && { extras }), ...(outlays && { outlays }) };
}

const isStep = (type: string): type is StepType => stepTypes.some((step) => step === type);

/** What came too late to move the order was done all the same, unless by somebody else or a second time. */
const counts = ({ status, flag }: TimelineEntry) =>
  status !== undefined || (flag !== 'done-by-previous-driver' && flag !== 'closed-twice');

function withRepair(times: StepTimes, { status, steps = [] }: TimelineEntry): StepTimes {
  const next = status ? withEnd(times, status) : { ...times };
  for (const { type, at } of steps) {
    if (at === null) delete next[type];
    else next[type] = at;
  }
  return next;
}

/** Another end at the same time; an order that is open again has none. */
function withEnd({ complete, 'empty-run': empty, ...rest }: StepTimes, status: OrderStatus): StepTimes {
  const end = complete ?? empty;
  if (isOpen(status) || end === undefined) return rest;
  if (status === 'completed') return { ...rest, complete: end };
  return status === 'empty-run' ? { ...rest, 'empty-run': end } : rest;
}

/** Whether each step comes after those before it and none is to come, as far as the changed ones are concerned. */
export function areInOrder(times: StepTimes, changed: readonly StepType[], now: string): boolean {
  const done = stepTypes.flatMap((type) => (times[type] ? [{ type, at: Date.parse(times[type]) }] : []));
  return done.every(({ type, at }, index) => {
    if (!changed.includes(type)) return true;
    const before = done[index - 1]?.at ?? -Infinity;
    const after = done[index + 1]?.at ?? Date.parse(now);
    return before <= at && at <= after && at <= Date.parse(now);
  });
}
