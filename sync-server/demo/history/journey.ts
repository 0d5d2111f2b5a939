// How long a rescue takes, step by step, from the call to the end.
import { minute } from './clock.ts';
import type { Random } from './random.ts';

export type Step =
  'dispatch' | 'accept' | 'depart' | 'arrive' | 'start-work' | 'load' | 'reach-destination' | 'complete';

export interface Leg {
  readonly step: Step;
  /** Milliseconds since the call. */
  readonly after: number;
}

interface Distances {
  readonly outKm: number;
  /** None when the car stays where it is. */
  readonly towKm?: number;
}

const cityKmPerHour = 32;

/** Whoever waits sees somebody within 15 to 60 minutes. */
export function journeyOf({ outKm, towKm }: Distances, random: Random): Leg[] {
  const drive = (km: number) => (km / cityKmPerHour) * 60 * random.between(0.9, 1.3);
  const gaps: [Step, number][] = [
    ['dispatch', random.between(1, 6)],
    ['accept', random.between(0.5, 3)],
    ['depart', random.between(1, 4)],
    ['arrive', Math.min(Math.max(drive(outKm), 13), 45)],
    ['start-work', random.between(1, 5)],
  ];
  if (towKm === undefined) gaps.push(['complete', random.between(8, 35)]);
  else {
    gaps.push(['load', random.between(8, 25)]);
    gaps.push(['reach-destination', Math.max(drive(towKm), 8)]);
    gaps.push(['complete', random.between(5, 15)]);
  }
  let after = 0;
  return gaps.map(([step, minutes]) => ({ step, after: (after += Math.round(minutes * minute)) }));
}
