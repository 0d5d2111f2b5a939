// Where the demo's drivers are when it is first shown: what their phones told last, taken as any phone's report is.
import type { Queryable } from '../database/database.ts';
import { keepReport, type Spot } from '../positions/report.ts';
import type { Position } from '#schemas/core/types.ts';
import type { Actor } from '#schemas/staff/permissions.ts';
import type { DocumentOf } from '#schemas/sync/collections.ts';
import { outlets } from './data/outlets.ts';
import { vehicles } from './data/vehicles.ts';
import type { DemoCommand } from './history.ts';
import { minute } from './history/clock.ts';
import { seededRandom, type Random } from './history/random.ts';

interface Told {
  readonly driverId: string;
  readonly spot: Spot;
}

/** His phone was lost hours ago: what it told is shown as doubtful. */
const silent = { driver: 1, for: 190 * minute } as const;

/** @param history what was done until now */
export function demoPositions(history: readonly DemoCommand[], now: number, seed: number): Told[] {
  const random = seededRandom(seed);
  const last = lastSteps(history);
  const drivers = [...new Set(vehicles.flatMap(({ driverIds }) => driverIds))].sort();
  // So that the map has such a driver too, the last one's phone never told anything.
  return drivers.slice(0, -1).map((driverId, index) => {
    const ago = index === silent.driver ? silent.for : random.between(0.2, 9) * minute;
    const around = last.get(driverId) ?? outletOf(driverId);
    return { driverId, spot: { ...near(around, random), at: new Date(now - ago).toISOString() } };
  });
}

export async function tellPositions(
  tx: Queryable,
  told: readonly Told[],
  actorOf: (driverId: string) => Actor,
): Promise<void> {
  for (const { driverId, spot } of told) await keepReport(tx, actorOf(driverId), spot);
}

/** Where each driver reported a step at last. */
function lastSteps(history: readonly DemoCommand[]): ReadonlyMap<string, Position> {
  const steps = new Map<string, Position>();
  for (const { actorId, command } of history)
    if ('position' in command.payload && command.payload.position)
      steps.set(actorId, command.payload.position);
  return steps;
}

function outletOf(driverId: string): DocumentOf<'outlets'> {
  const vehicle = vehicles.find(({ driverIds }) => driverIds.includes(driverId));
  const outlet = outlets.find(({ id }) => id === vehicle?.outletId);
  if (!outlet) throw new Error(`The demo has no outlet for ${driverId}`);
  return outlet;
}

/** Within a kilometre and a half. */
const near = ({ lng, lat }: { lng: number; lat: number }, random: Random): Position => ({
  lng: Number((lng + random.between(-0.015, 0.015)).toFixed(5)),
  lat: Number((lat + random.between(-0.013, 0.013)).toFixed(5)),
  accuracy: random.whole(6, 25),
});
