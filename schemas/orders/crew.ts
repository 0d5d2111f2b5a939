// Whom and what an order may be given to: any vehicle and any driver of the outlets that the person sees.
import type { Rejection } from '../core/codes.ts';
import { equalJson } from '../core/equal.ts';
import { seesAnyOutlet, seesOutlet } from '../staff/permissions.ts';
import type { CommandPayload } from './commands.ts';
import type { DecideContext, Find } from './events.ts';
import type { Crew } from './offer.ts';
import type { Order } from './order.ts';

/** An entry of the timeline from which on somebody else may drive: what was done before is another driver's. */
export const givesToCrew = ({
  type,
  driverId,
}: {
  readonly type: string;
  readonly driverId?: string;
}): boolean => type === 'dispatch' || (type === 'accept' && driverId !== undefined);

/** @param whom who was there may have left since, which counts against what is to come only */
export function objectionToCrew(
  { vehicleId, driverId }: Crew,
  { actor, find }: DecideContext,
  whom: 'enabled' | 'disabled-too' = 'enabled',
): Rejection | undefined {
  const vehicle = find('vehicles', vehicleId);
  if (!vehicle || !seesOutlet(actor, vehicle.outletId))
    return { code: 'unknown-reference', detail: 'vehicleId' };
  const driver = find('staff', driverId);
  if (!driver || !seesAnyOutlet(actor, driver.outletIds))
    return { code: 'unknown-reference', detail: 'driverId' };
  if (whom === 'enabled' && vehicle.disabled) return { code: 'disabled-reference', detail: 'vehicleId' };
  if (whom === 'enabled' && driver.disabled) return { code: 'disabled-reference', detail: 'driverId' };
  return drives(driver.roleIds, find) ? undefined : { code: 'not-a-driver', detail: 'driverId' };
}

function drives(roleIds: readonly string[], find: Find): boolean {
  return roleIds.some((id) => {
    const role = find('roles', id);
    return role && !role.disabled && role.permissions.includes('jobs.work');
  });
}

export function objectionToDispatch(
  order: Order,
  payload: CommandPayload<'dispatch'>,
  context: DecideContext,
): Rejection | undefined {
  return isStale(order, payload) ? { code: 'dispatched-meanwhile' } : objectionToCrew(payload, context);
}

/** Whether another dispatcher gave it to the same vehicle and driver meanwhile, and nothing is left to be said. */
export function isGivenSo(order: Order, payload: CommandPayload<'dispatch'>): boolean {
  const { vehicleId, driverId, note } = payload;
  return isStale(order, payload) && equalJson(order.assignment, { vehicleId, driverId }) && !note;
}

/** Whether it was given to somebody else since that was decided. */
export const isStale = ({ assignment }: Order, { seen }: Pick<CommandPayload<'dispatch'>, 'seen'>): boolean =>
  seen !== undefined && !equalJson(seen, assignment ?? null);

export function objectionToOffer(
  { to }: CommandPayload<'offer'>,
  context: DecideContext,
): Rejection | undefined {
  const isTwice = new Set(to.map(({ driverId }) => driverId)).size < to.length;
  if (isTwice) return { code: 'invalid-command', detail: 'payload.to names a driver twice' };
  return to.map((crew) => objectionToCrew(crew, context)).find((objection) => objection);
}

/** Who drives which vehicle, for a person who may not hold either document. */
export function crewName({ vehicleId, driverId }: Crew, find: Find): string {
  return [find('staff', driverId)?.name, find('vehicles', vehicleId)?.plate].filter(Boolean).join(' · ');
}
