// What is known of a rescue for its price: from its timeline once it was done, from the map before.
import type { CatalogItem } from '../../catalog/catalog.ts';
import { estimatedRoad } from '../../fleet/distance.ts';
import { givesToCrew } from '../../orders/crew.ts';
import { stepTimes, workReportedOf } from '../../orders/steps.ts';
import type { Order, StepType, TimelineEntry } from '../../orders/order.ts';
import type { Leg, Work } from './work.ts';

export interface Point {
  readonly lng: number;
  readonly lat: number;
}

/** Where kilometres come from: the vehicle's odometer, the driver's word, the map, or nowhere. */
export type KmSource = 'odometer' | 'reported' | 'estimated' | 'unknown';

export interface WorkKnown {
  readonly work: Work;
  readonly sources: Readonly<Record<Leg, KmSource>>;
}

export interface Surroundings {
  readonly service: Pick<CatalogItem, 'needsDestination'>;
  /** Where the vehicle sets out and goes back to: its outlet. */
  readonly outlet?: Point | undefined;
}

type Told = Pick<
  Order,
  'serviceId' | 'pickup' | 'destination' | 'createdAt' | 'timeline' | 'result' | 'assignment'
>;

/** @param order closed, or as it is taken: then what will be done is estimated */
export function workOf(order: Told, { service, outlet }: Surroundings): WorkKnown {
  const times = stepTimes(order);
  const tows = service.needsDestination === true && order.result !== 'empty-run';
  const out = outKm(order, tows, outlet);
  const known = {
    out,
    tow: tows ? towKm(order) : none,
    // What a driver reports holds the way back.
    back:
      out.source === 'reported'
        ? none
        : roadKm(tows ? (order.destination ?? order.pickup) : order.pickup, outlet),
  };
  const { extras = [], outlays = [] } = workReportedOf(order);
  const work: Work = {
    serviceId: order.serviceId,
    result: order.result === 'empty-run' ? 'empty-run' : 'success',
    at: times.depart ?? order.createdAt,
    km: { out: known.out.km, tow: known.tow.km, back: known.back.km },
    waitingMinutes: minutesBetween(times.arrive, times['start-work']),
    extras: extras.map(({ item, quantity }) => ({ itemId: item, quantity })),
    outlays: outlays.map(({ item, amountFen }) => ({ itemId: item, amountFen })),
  };
  return {
    work,
    sources: { out: known.out.source, tow: known.tow.source, back: known.back.source },
  };
}

interface Km {
  readonly km: number;
  readonly source: KmSource;
}

const none: Km = { km: 0, source: 'unknown' };

/** A driver who tows nothing reports what he drove for the rescue. */
function outKm(order: Told, tows: boolean, outlet: Point | undefined): Km {
  const driven = odometer(order.timeline, 'depart', 'arrive');
  if (driven !== undefined) return { km: driven, source: 'odometer' };
  const reported = order.timeline.findLast(({ mileageKm }) => mileageKm !== undefined)?.mileageKm;
  if (!tows && reported !== undefined) return { km: reported, source: 'reported' };
  return roadKm(outlet, order.pickup);
}

function towKm({ timeline, pickup, destination }: Told): Km {
  const driven =
    odometer(timeline, 'load', 'reach-destination') ?? odometer(timeline, 'start-work', 'reach-destination');
  return driven === undefined ? roadKm(pickup, destination) : { km: driven, source: 'odometer' };
}

/** Kilometres between two steps of the last assignment; undefined when one was not read or they contradict. */
function odometer(timeline: readonly TimelineEntry[], from: StepType, to: StepType): number | undefined {
  const begun = timeline.findLastIndex(givesToCrew);
  const readingAt = (step: StepType) =>
    timeline.slice(begun + 1).find(({ type, odometerKm }) => type === step && odometerKm !== undefined)
      ?.odometerKm;
  const [first, last] = [readingAt(from), readingAt(to)];
  return first === undefined || last === undefined || last < first ? undefined : tenths(last - first);
}

const roadKm = (from: Point | undefined, to: Point | undefined): Km =>
  from && to ? { km: tenths(estimatedRoad(from, to) / 1000), source: 'estimated' } : none;

export const tenths = (km: number): number => Math.round(km * 10) / 10;

function minutesBetween(from: string | undefined, to: string | undefined): number {
  if (!from || !to) return 0;
  return Math.max(0, Math.floor((Date.parse(to) - Date.parse(from)) / 60_000));
}
