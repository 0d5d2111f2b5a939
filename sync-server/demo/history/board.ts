// The board at `now`: one open order in every status, and reservations still to come.
import { messagesAbout } from './aftermath.ts';
import { day, hour, minute, momentOfCall } from './clock.ts';
import { creation, declined, dispatched, walk } from './deeds.ts';
import type { Step } from './journey.ts';
import type { Random } from './random.ts';
import { answered, bookableTime, callOf, reserved, type Call } from './rescue.ts';
import type { Crew, Roster } from './roster.ts';
import type { Deed } from './script.ts';

interface Place {
  /** The last step done. */
  readonly step: Step;
  readonly outletId: string;
  readonly serviceId: string;
  readonly crew: Crew;
}

const gongshu = 'outlet-gongshu';
const binjiang = 'outlet-binjiang';

const crew = (driver: number, vehicle: string): Crew => ({
  vehicleId: `vehicle-${vehicle}`,
  driverId: `staff-driver${driver}`,
});

/** Whoever signs in as one of the four drivers finds a job at another step. */
const underWay: readonly Place[] = [
  { step: 'dispatch', outletId: gongshu, serviceId: 'service-tow', crew: crew(1, '01') },
  { step: 'start-work', outletId: gongshu, serviceId: 'service-tyre-change', crew: crew(2, '03') },
  { step: 'accept', outletId: binjiang, serviceId: 'service-jump-start', crew: crew(3, '09') },
  { step: 'load', outletId: binjiang, serviceId: 'service-tow', crew: crew(4, '08') },
  { step: 'depart', outletId: gongshu, serviceId: 'service-basement-tow', crew: crew(5, '04') },
  { step: 'reach-destination', outletId: gongshu, serviceId: 'service-accident-tow', crew: crew(6, '02') },
  { step: 'arrive', outletId: binjiang, serviceId: 'service-accident-tow', crew: crew(8, '10') },
];

/** Books the crews that are out, so that nothing else is told of them meanwhile. */
export function boardAt(now: number, crews: Roster, random: Random): Deed[] {
  return [
    ...underWay.flatMap((place) => placeOnBoard(place, now, crews, random)),
    ...waiting(gongshu, 'service-jump-start', now - random.whole(60, 200) * 1000, random),
    ...waiting(binjiang, 'service-tow', now - random.whole(60, 300) * 1000, random),
    ...sentBack(now, random),
    ...reservations(now, random),
  ];
}

function placeOnBoard(place: Place, now: number, crews: Roster, random: Random): Deed[] {
  const call = callOf(place.outletId, place.serviceId, random);
  const startsAt = startFor(call, place.step, now, random);
  const rescue = answered(call, startsAt, place.crew, random);
  crews.book(place.crew, startsAt - 10 * minute, now + day);
  const deeds = [creation(rescue), ...walk(rescue, random, place.step)];
  return [...deeds, ...messagesAbout(rescue, deeds, random)];
}

/** Such that the step is done and the next one is not. */
function startFor({ journey }: Call, step: Step, now: number, random: Random): number {
  const index = journey.findIndex((leg) => leg.step === step);
  const done = journey[index]?.after ?? 0;
  const next = journey[index + 1]?.after ?? done + minute;
  return Math.floor(now - random.between(done + 1000, done + (next - done) * 0.9));
}

const nobody: Crew = crew(1, '01');

function waiting(outletId: string, serviceId: string, at: number, random: Random): Deed[] {
  return [creation(answered(callOf(outletId, serviceId, random), at, nobody, random))];
}

/** Declined, and not yet given to somebody else. */
function sentBack(now: number, random: Random): Deed[] {
  const driver = crew(7, '05');
  const call = callOf(gongshu, 'service-battery', random);
  const rescue = answered(call, now - 9 * minute, driver, random);
  return [
    creation(rescue),
    dispatched(rescue, driver, now - 6 * minute),
    declined(rescue, driver, now - 4 * minute, '正在执行其他任务'),
  ];
}

const bookable = ['service-tow', 'service-accident-tow', 'service-battery', 'service-tow'] as const;

function reservations(now: number, random: Random): Deed[] {
  return bookable.map((serviceId, days) => {
    const call = callOf(days % 2 === 0 ? gongshu : binjiang, serviceId, random);
    const createdAt = momentOfCall(now - 20 * hour, now - 10 * minute, random);
    const ordered = answered(call, createdAt, nobody, random);
    return creation(reserved(ordered, bookableTime(now, days, random)));
  });
}
