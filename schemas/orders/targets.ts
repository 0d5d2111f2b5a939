// Time targets: within how many minutes an order is to be accepted, its driver to arrive, the rescue to be done.
// What was agreed when the order was taken stays with it; how far it was kept follows from the times of its steps.
import type { CatalogItem } from '../catalog/catalog.ts';
import type { Customer } from '../customers/customer.ts';
import type { Order, StepType } from './order.ts';
import { stepTimes, type StepTimes } from './steps.ts';
import { targetSteps, type TargetStep, type TimeTargets } from './target-fields.ts';

/** Where neither the customer nor the service says otherwise. */
export const usualTargets: Required<TimeTargets> = { accept: 5, arrive: 45, complete: 180 };

/** The customer's word on this service goes before that on all, and both before the service's own. */
export function targetsFor(
  customer: Pick<Customer, 'targets'> | undefined,
  service: Pick<CatalogItem, 'id' | 'targets'> | undefined,
): Required<TimeTargets> {
  const rows = customer?.targets ?? [];
  const own = rows.find(({ serviceIds }) => service && serviceIds?.includes(service.id));
  const all = rows.find(({ serviceIds }) => !serviceIds?.length);
  return { ...usualTargets, ...minutesOf(service?.targets), ...minutesOf(all), ...minutesOf(own) };
}

const minutesOf = (from: TimeTargets | undefined): TimeTargets =>
  Object.fromEntries(targetSteps.flatMap((step) => (from?.[step] ? [[step, from[step]]] : [])));

export type ClockState = 'running' | 'near' | 'missed' | 'met' | 'late';

export interface Clock {
  readonly step: TargetStep;
  readonly minutes: number;
  /** ISO UTC. */
  readonly dueAt: string;
  readonly doneAt?: string;
  /** `near`: four fifths of the time have gone. `missed`: still not done. `late`: done, but too late. */
  readonly state: ClockState;
}

type Timed = Pick<Order, 'targets' | 'timeline' | 'status' | 'kind' | 'scheduledAt' | 'createdAt'>;

/** One for each target that counts, in the order of the steps. @param now an ISO instant */
export function clocksOf(order: Timed, now: string): readonly Clock[] {
  if (!order.targets || order.status === 'voided') return [];
  const start = startOf(order);
  const times = stepTimes(order);
  return targetSteps.flatMap((step) => {
    const minutes = order.targets?.[step];
    const doneAt = doneIn(times, step);
    const isOver = order.status === 'empty-run' || order.status === 'completed';
    if (minutes === undefined || (isOver && doneAt === undefined)) return [];
    const due = start + minutes * minuteMs;
    const state = doneAt === undefined ? openState(start, due, Date.parse(now)) : closedState(due, doneAt);
    return [{ step, minutes, dueAt: new Date(due).toISOString(), state, ...(doneAt && { doneAt }) }];
  });
}

/** The next thing to be done, which is the one somebody can still do something about. */
export const runningClock = (order: Timed, now: string): Clock | undefined =>
  clocksOf(order, now).find(({ doneAt }) => doneAt === undefined);

const minuteMs = 60_000;
const nearShare = 0.8;

/** A reservation's clock starts in time for arriving to be due when it was reserved for, or as soon as it is taken. */
function startOf({ targets, kind, scheduledAt, createdAt }: Timed): number {
  const created = Date.parse(createdAt);
  if (kind !== 'reservation' || !scheduledAt) return created;
  return Math.max(created, Date.parse(scheduledAt) - (targets?.arrive ?? 0) * minuteMs);
}

const openState = (start: number, due: number, now: number): ClockState => {
  if (now > due) return 'missed';
  return now - start >= (due - start) * nearShare ? 'near' : 'running';
};

const closedState = (due: number, doneAt: string): ClockState => (Date.parse(doneAt) <= due ? 'met' : 'late');

/** A step that was skipped was done at the latest when a later one was. */
function doneIn(times: StepTimes, step: TargetStep): string | undefined {
  const found = evidence[step].flatMap((type) => times[type] ?? []);
  return found.sort((a, b) => Date.parse(a) - Date.parse(b))[0];
}

const fromArrival: readonly StepType[] = ['arrive', 'start-work', 'load', 'reach-destination', 'complete'];
const evidence: Record<TargetStep, readonly StepType[]> = {
  accept: ['accept', 'depart', ...fromArrival],
  arrive: fromArrival,
  complete: ['complete'],
};
