// Whom and what an order may be given to: any vehicle and any driver of the outlets that the person sees.
import type { Rejection } from '../core/codes.ts';
import { seesAnyOutlet, seesOutlet } from '../staff/permissions.ts';
import type { DecideContext, Find } from './events.ts';

interface Crew {
  readonly vehicleId: string;
  readonly driverId: string;
}

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
