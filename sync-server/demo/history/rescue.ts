// One rescue as it would go without incident; the stories change it from there.
import { ulid } from '#schemas/core/ids.ts';
import type { Place } from '#schemas/core/types.ts';
import { outlets } from '../data/outlets.ts';
import { day, hour, hourOfDay, minute, startOfDay } from './clock.ts';
import { detailsOf, type OrderDetails } from './details.ts';
import { journeyOf, type Leg, type Step } from './journey.ts';
import type { Random } from './random.ts';
import type { Crew, Roster } from './roster.ts';
import { instant } from './script.ts';

/** Late phones, waiting and the way back. */
const aftermath = 40 * minute;

export interface Rescue {
  readonly orderId: string;
  readonly details: OrderDetails;
  readonly createdAt: number;
  /** When the journey's clock starts: the call, or for a reservation shortly before its time. */
  readonly startsAt: number;
  readonly journey: readonly Leg[];
  readonly outKm: number;
  readonly towKm: number;
  readonly backKm: number;
  /** So that what the driver collects and what finance verifies are the same price. */
  readonly priceSeed: number;
  readonly crew: Crew;
  /** Who else could go. */
  readonly spare?: Crew;
  /** Staff ids. */
  readonly taker: string;
  readonly dispatcher: string;
}

export interface Call {
  readonly outletId: string;
  readonly serviceId: string;
  readonly details: OrderDetails;
  readonly outKm: number;
  readonly towKm: number;
  readonly backKm: number;
  readonly journey: readonly Leg[];
}

export function callOf(outletId: string, serviceId: string, random: Random): Call {
  const details = detailsOf(outletId, serviceId, random);
  const outlet = outlets.find(({ id }) => id === outletId);
  const outKm = outlet ? roadKm(outlet, details.pickup) : 0;
  const towKm = details.destination ? roadKm(details.pickup, details.destination) : 0;
  const backKm = outlet ? roadKm(details.destination ?? details.pickup, outlet) : 0;
  const journey = journeyOf({ outKm, ...(details.destination && { towKm }) }, random);
  return { outletId, serviceId, details, outKm, towKm, backKm, journey };
}

/** The rescue that answers a call, with a crew that is free; undefined when nobody is. */
export function rescueOf(call: Call, startsAt: number, crews: Roster, random: Random): Rescue | undefined {
  const { outletId, serviceId } = call;
  const until = busyUntil(call, startsAt);
  const need = { outletId, serviceId, from: startsAt, to: until };
  const crew = crews.find(need, random);
  if (!crew) return undefined;
  const spare = crews.find({ ...need, except: crew }, random);
  return { ...answered(call, startsAt, crew, random), ...(spare && { spare }) };
}

export const busyUntil = ({ journey }: Pick<Call, 'journey'>, startsAt: number): number =>
  startsAt + durationOf(journey) + aftermath;

export function answered(call: Call, startsAt: number, crew: Crew, random: Random): Rescue {
  const south = call.outletId === 'outlet-binjiang';
  const dispatcher = south ? 'staff-dispatcher2' : 'staff-dispatcher';
  return {
    orderId: ulid(startsAt, random.bytes(10)),
    details: call.details,
    createdAt: startsAt,
    startsAt,
    journey: call.journey,
    outKm: call.outKm,
    towKm: call.towKm,
    backKm: call.backKm,
    priceSeed: random.whole(1, 1_000_000_000),
    crew,
    taker: takerOf(startsAt, dispatcher, south, random),
    dispatcher,
  };
}

/** The same rescue, wanted for a time of its own. */
export function reserved(rescue: Rescue, scheduledAt: number): Rescue {
  return {
    ...rescue,
    details: { ...rescue.details, kind: 'reservation', scheduledAt: instant(scheduledAt) },
  };
}

/** The same rescue, ordered about a day ahead. */
export function preordered(rescue: Rescue, random: Random): Rescue {
  const createdAt = rescue.startsAt - Math.floor(random.between(22, 26) * hour);
  const ahead = { ...rescue, createdAt, orderId: ulid(createdAt, random.bytes(10)) };
  return reserved(ahead, halfHour(rescue.startsAt + 30 * minute));
}

/** A time of day at which people want a rescue that can wait, `days` from now. */
export function bookableTime(now: number, days: number, random: Random): number {
  const time = halfHour(startOfDay(now) + days * day + random.between(8, 19) * hour);
  return time < now + 2 * hour ? time + day : time;
}

export const timeOf = ({ startsAt, journey }: Rescue, step: Step): number | undefined => {
  const leg = journey.find((other) => other.step === step);
  return leg && startsAt + leg.after;
};

const durationOf = (journey: readonly Leg[]): number => journey.at(-1)?.after ?? 0;

/** Whether a rescue that begins at `startsAt` is over by `now`, whatever happened to it. */
export const isOver = ({ journey }: Pick<Call, 'journey'>, startsAt: number, now: number): boolean =>
  busyUntil({ journey }, startsAt) < now;

const halfHour = (time: number) => Math.ceil(time / (30 * minute)) * 30 * minute;

/** At night the dispatcher takes the calls as well. */
function takerOf(time: number, dispatcher: string, south: boolean, random: Random): string {
  if (hourOfDay(time) < 8 || hourOfDay(time) >= 20) return dispatcher;
  return south ? 'staff-operator2' : random.pick(['staff-clerk', 'staff-clerk', 'staff-operator']);
}

/** Roads wind: a third more than the great circle, to a tenth of a kilometre. */
function roadKm(a: Omit<Place, 'address'>, b: Omit<Place, 'address'>): number {
  const radians = Math.PI / 180;
  const height = Math.sin(((b.lat - a.lat) * radians) / 2) ** 2;
  const width = Math.sin(((b.lng - a.lng) * radians) / 2) ** 2;
  const part = height + Math.cos(a.lat * radians) * Math.cos(b.lat * radians) * width;
  return Math.round(2 * 6371 * Math.asin(Math.sqrt(part)) * 1.35 * 10) / 10;
}
