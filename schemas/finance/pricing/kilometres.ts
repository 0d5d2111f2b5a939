// What an order's kilometres are told by: witnesses that may contradict each other, beside what is priced by
// (work-done.ts).
import type { CatalogItem } from '../../catalog/catalog.ts';
import { estimatedRoad } from '../../fleet/distance.ts';
import type { Order, TimelineEntry } from '../../orders/order.ts';
import { entriesOfCrew, stepsOfCrew } from '../../orders/steps.ts';
import { tenths, type Point } from './work-done.ts';

export const kmWitnesses = ['reported', 'odometer', 'gps', 'map'] as const;
export type KmWitness = (typeof kmWitnesses)[number];

/** Kilometres of the whole run, there and back, by each witness that there is. */
export type KmKnown = Readonly<Partial<Record<KmWitness, number>>>;

type Run = Pick<Order, 'timeline' | 'pickup' | 'destination' | 'result'>;

/**
 * The driver's word; the vehicle's odometer; along the places where its phone was at each step; and on the map.
 * From the last place back to the outlet the phone tells nothing: there the map speaks for it.
 */
export function kmKnown(
  order: Run,
  service: Pick<CatalogItem, 'needsDestination'> | undefined,
  outlet: Point | undefined,
): KmKnown {
  const steps = entriesOfCrew(order);
  const reported = steps.findLast(({ mileageKm }) => mileageKm !== undefined)?.mileageKm;
  const tows = service?.needsDestination === true && order.result !== 'empty-run';
  const stops = [order.pickup, ...(tows && order.destination ? [order.destination] : [])];
  return {
    ...(reported !== undefined && { reported }),
    ...named('odometer', odometerKm(steps)),
    ...named('gps', along(backTo(outlet, positionsOf(steps)))),
    ...named('map', outlet && along([outlet, ...stops, outlet])),
  };
}

/** Whether two witnesses say so different things that somebody should look: a fifth, and two kilometres. */
export function disagree(known: KmKnown): boolean {
  const all = Object.values(known);
  const [least, most] = [Math.min(...all), Math.max(...all)];
  return all.length > 1 && most - least > 2 && most > least * 1.2;
}

const named = <Name extends KmWitness>(name: Name, km: number | undefined) =>
  km === undefined ? {} : { [name]: km };

function odometerKm(steps: readonly TimelineEntry[]): number | undefined {
  const read = steps.flatMap(({ odometerKm: km }) => (km === undefined ? [] : [km]));
  const driven = (read.at(-1) ?? 0) - (read[0] ?? 0);
  return read.length > 1 && driven >= 0 ? tenths(driven) : undefined;
}

const positionsOf = (steps: readonly TimelineEntry[]): readonly Point[] =>
  steps.flatMap(({ position }) => (position ? [position] : []));

/** Along the places where the driver's phone was at each step, as far as it went; undefined where it told fewer than two. */
export const kmOnTheWay = (order: Pick<Order, 'timeline'>): number | undefined =>
  along(positionsOf(stepsOfCrew(order)));

/** Of one place alone nothing can be said. */
const backTo = (outlet: Point | undefined, places: readonly Point[]): readonly Point[] =>
  places.length > 1 && outlet ? [...places, outlet] : places;

function along(places: readonly Point[]): number | undefined {
  if (places.length < 2) return undefined;
  const metres = places.slice(1).map((place, index) => estimatedRoad(places[index] ?? place, place));
  return tenths(metres.reduce((sum, each) => sum + each, 0) / 1000);
}
