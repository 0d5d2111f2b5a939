// The single things that people do about an order, as drafts of their commands.
import { outlets } from '../data/outlets.ts';
import type { Position } from '#schemas/core/types.ts';
import type { CommandPayload } from '#schemas/orders/commands.ts';
import type { Step } from './journey.ts';
import { paysOnTheSpot, priceOf, reportOf } from './prices.ts';
import type { Random } from './random.ts';
import { timeOf, type Rescue } from './rescue.ts';
import type { Crew } from './roster.ts';
import type { Deed, Draft } from './script.ts';

export function creation({ orderId, details, createdAt, taker }: Rescue): Deed {
  return { actorId: taker, at: createdAt, draft: { type: 'create-order', orderId, payload: details } };
}

/** All steps up to and with `last`, as the journey has them. */
export function walk(rescue: Rescue, random: Random, last: Step = 'complete'): Deed[] {
  const end = timeOf(rescue, last) ?? Infinity;
  return rescue.journey
    .filter(({ after }) => rescue.startsAt + after <= end)
    .map(({ step }) => stepDeed(rescue, step, random));
}

export function stepDeed(rescue: Rescue, step: Step, random: Random, crew: Crew = rescue.crew): Deed {
  const at = timeOf(rescue, step);
  if (at === undefined) throw new Error(`This rescue has no ${step}`);
  if (step === 'dispatch') return dispatched(rescue, crew, at);
  return { actorId: crew.driverId, at, draft: draftOf(rescue, step, random) };
}

export function dispatched({ orderId, dispatcher }: Rescue, crew: Crew, at: number): Deed {
  return { actorId: dispatcher, at, draft: { type: 'dispatch', orderId, payload: { ...crew } } };
}

export function declined({ orderId }: Rescue, crew: Crew, at: number, reason: string): Deed {
  return { actorId: crew.driverId, at, draft: { type: 'decline', orderId, payload: { reason } } };
}

export function voided({ orderId, dispatcher }: Rescue, at: number, reason: string): Deed {
  return { actorId: dispatcher, at, draft: { type: 'void', orderId, payload: { reason } } };
}

export function emptyRun(rescue: Rescue, actorId: string, at: number, reason: string): Deed {
  const { orderId, outKm, details } = rescue;
  const { lng, lat } = details.pickup;
  const position = { lng, lat, accuracy: 15 };
  const where = actorId !== rescue.dispatcher && { position };
  const payload = { reason, mileageKm: round(outKm * 2), ...where, ...reportOf(rescue, 'empty-run') };
  return { actorId, at, draft: { type: 'empty-run', orderId, payload } };
}

export function completedByOffice({ orderId, dispatcher }: Rescue, at: number): Deed {
  const payload = { note: '司机电话报完成，后台代为完成' };
  return { actorId: dispatcher, at, draft: { type: 'complete', orderId, payload } };
}

export function noteAdded({ orderId, details, taker }: Rescue, at: number, note: string): Deed {
  const payload = { patch: { note }, base: { note: details.note ?? null } };
  return { actorId: taker, at, draft: { type: 'edit-order', orderId, payload } };
}

/** Only a manager may repair. */
export function repaired({ orderId }: Rescue, at: number, reason: string, change: Repair): Deed {
  return {
    actorId: 'staff-admin',
    at,
    draft: { type: 'repair-order', orderId, payload: { ...change, reason } },
  };
}

type Repair = Omit<CommandPayload<'repair-order'>, 'reason'>;

/** The same deed, which a phone without network sent only later. */
export const sentLate = (deed: Deed, at: number): Deed => ({ ...deed, doneAt: deed.at, at });

type Drive = Exclude<Step, 'dispatch'>;

function draftOf(rescue: Rescue, step: Drive, random: Random): Draft {
  const { orderId } = rescue;
  switch (step) {
    case 'accept':
      return { type: step, orderId, payload: {} };
    case 'complete':
      return { type: step, orderId, payload: completion(rescue, random) };
    default: {
      const position = positionAt(rescue, step, random);
      return { type: step, orderId, payload: { ...(position && { position }) } };
    }
  }
}

function completion(rescue: Rescue, random: Random) {
  const { outKm, towKm, backKm } = rescue;
  const position = positionAt(rescue, 'complete', random);
  const { amountFen: collectedFen, method: collectedMethod } = priceOf(rescue, 'completed');
  return {
    mileageKm: round(outKm + towKm + backKm),
    ...(paysOnTheSpot(rescue) && { collectedFen, collectedMethod }),
    ...reportOf(rescue, 'completed'),
    ...(position && { position }),
  };
}

/** Under a roof a phone does not know where it is. */
function positionAt({ details }: Rescue, step: Drive, random: Random): Position | undefined {
  const { pickup, destination, outletId, roadConditionId } = details;
  const outlet = outlets.find(({ id }) => id === outletId);
  const there = step === 'reach-destination' || step === 'complete' ? (destination ?? pickup) : pickup;
  const place = step === 'depart' ? outlet : there;
  if (!place || (place === pickup && roadConditionId === 'road-condition-basement')) return undefined;
  const near = (degrees: number) => Number((degrees + random.between(-0.0003, 0.0003)).toFixed(6));
  return { lng: near(place.lng), lat: near(place.lat), accuracy: random.whole(5, 40) };
}

const round = (km: number) => Math.round(km * 10) / 10;
