// What an order's money came to at each word that was said of it, side by side: what the driver took, what was
// verified, approved and posted; and what witnesses its kilometres have.
import type { CatalogItem } from '../catalog/catalog.ts';
import { estimatedRoad } from '../fleet/distance.ts';
import { givesToCrew } from '../orders/crew.ts';
import { isOpen, type Order, type TimelineEntry } from '../orders/order.ts';
import { decidedStages, standingOf, type DecidedStage } from './standing.ts';

export const valueStages = ['reported', ...decidedStages] as const;
export type ValueStage = (typeof valueStages)[number];

export interface StageValue {
  readonly stage: ValueStage;
  readonly fen?: number;
  /** Against the word before it, in fen; absent where they are the same. */
  readonly differsFen?: number;
  /** Who said it, when and why; absent while nobody has. */
  readonly entry?: TimelineEntry;
}

/** One for each stage, in their order. */
export function valuesOf(order: Pick<Order, 'timeline' | 'finance'>): readonly StageValue[] {
  const standing = standingOf(order);
  const said = (stage: ValueStage) => (stage === 'reported' ? closingOf(order) : standing[stage]);
  let before: number | undefined;
  return valueStages.map((stage) => {
    const entry = said(stage);
    const fen = entry && fenOf(stage, entry);
    const differsFen = fen === undefined || before === undefined ? 0 : fen - before;
    before = fen ?? before;
    return {
      stage,
      ...(fen !== undefined && { fen }),
      ...(differsFen !== 0 && { differsFen }),
      ...(entry && { entry }),
    };
  });
}

const fenOf = (stage: 'reported' | DecidedStage, entry: TimelineEntry): number | undefined => {
  if (stage === 'reported') return entry.collectedFen;
  return stage === 'posted' ? entry.receivedFen : entry.amountFen;
};

/** The entry that ended the order, with what was reported in it. */
const closingOf = ({ timeline }: Pick<Order, 'timeline'>): TimelineEntry | undefined =>
  timeline.findLast(({ status }) => status !== undefined && !isOpen(status));

export const kmWitnesses = ['reported', 'odometer', 'gps', 'map'] as const;
export type KmWitness = (typeof kmWitnesses)[number];

/** Kilometres of the whole run, there and back, by each witness that there is. */
export type KmKnown = Readonly<Partial<Record<KmWitness, number>>>;

interface Point {
  readonly lng: number;
  readonly lat: number;
}

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
  const steps = order.timeline.slice(order.timeline.findLastIndex(givesToCrew) + 1);
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

/** Of one place alone nothing can be said. */
const backTo = (outlet: Point | undefined, places: readonly Point[]): readonly Point[] =>
  places.length > 1 && outlet ? [...places, outlet] : places;

function along(places: readonly Point[]): number | undefined {
  if (places.length < 2) return undefined;
  const metres = places.slice(1).map((place, index) => estimatedRoad(places[index] ?? place, place));
  return tenths(metres.reduce((sum, each) => sum + each, 0) / 1000);
}

const tenths = (km: number): number => Math.round(km * 10) / 10;
