// Takes what a driver's phone tells of where it is: with the vehicle that he drives at present, as seldom as it serves.
import type { Database, Queryable } from '../database/database.ts';
import { beginningAgain } from '../replication/faults.ts';
import type { Position } from '#schemas/core/types.ts';
import { isWorthKeeping, positionPace } from '#schemas/fleet/positions.ts';
import type { Vehicle, VehiclePosition } from '#schemas/fleet/vehicle.ts';
import { openStatuses } from '#schemas/orders/order.ts';
import type { Actor } from '#schemas/staff/permissions.ts';
import type { Staff } from '#schemas/staff/staff.ts';
import { readPosition, writePositions } from './stored.ts';

export interface Spot extends Position {
  /** ISO instant in UTC, by the server's clock. */
  readonly at: string;
}

/** @returns whether it is shown now */
export async function takeReport(database: Database, driver: Actor, spot: Spot, now: Date): Promise<boolean> {
  if (now.getTime() - Date.parse(spot.at) >= positionPace.goodForMs) return false;
  // Most say nothing new, and are answered without a transaction.
  const known = await readPosition(database, driver.companyId, driver.id);
  if (known && !isWorthKeeping(known, spot)) return false;
  return beginningAgain(() => database.transaction((tx) => keepReport(tx, driver, spot)));
}

/**
 * Rows are locked in the order in which a change of employees and vehicles locks them.
 * @returns whether it is shown now
 */
export async function keepReport(tx: Queryable, { id, companyId }: Actor, spot: Spot): Promise<boolean> {
  const [employee] = await tx.query<{ body: Staff }>(
    `select body from documents where company_id = $1 and collection = 'staff' and id = $2 for share`,
    [companyId, id],
  );
  if (!employee || employee.body.disabled || employee.body.deleted) return false;
  const vehicles = await vehiclesOf(tx, companyId, id);
  const known = await readPosition(tx, companyId, id, 'for update');
  if (known && !isWorthKeeping(known, spot)) return false;
  const vehicle = drivenBy(id, vehicles, known?.vehicleId ?? (await lastDriven(tx, companyId, id)));
  const outletId = vehicle?.outletId ?? employee.body.outletIds[0];
  if (outletId === undefined) return false;
  const position: VehiclePosition = {
    ...{ id, driverId: id, outletId },
    ...(vehicle && tellsByPhone(vehicle) && { vehicleId: vehicle.id }),
    ...spot,
  };
  await writePositions(tx, companyId, [{ ...position, isNew: !known }]);
  return true;
}

/** Another device, or nobody, tells where the others are. */
const tellsByPhone = ({ positionSource = 'phone' }: Vehicle): boolean => positionSource === 'phone';

interface OwnVehicle {
  readonly vehicle: Vehicle;
  /** It is given to him with an open order, and with the one on which he is furthest. */
  readonly isDriven: boolean;
}

/** With the vehicle of an order, else the one he was in before if it is still his, else the only one that is. */
function drivenBy(
  driverId: string,
  own: readonly OwnVehicle[],
  before: string | undefined,
): Vehicle | undefined {
  const driven = own.find(({ isDriven }) => isDriven);
  if (driven) return driven.vehicle;
  const usual = own.map(({ vehicle }) => vehicle).filter((vehicle) => isUsual(vehicle, driverId));
  const [only] = usual;
  return usual.find(({ id }) => id === before) ?? (usual.length === 1 ? only : undefined);
}

const isUsual = ({ driverIds, disabled, deleted }: Vehicle, driverId: string): boolean =>
  !disabled && !deleted && driverIds.includes(driverId);

async function vehiclesOf(tx: Queryable, companyId: string, driverId: string): Promise<OwnVehicle[]> {
  const [present] = await tx.query<{ vehicle: string }>(presentSql, [
    companyId,
    `driver:${driverId}`,
    driverId,
    [...openStatuses],
  ]);
  const rows = await tx.query<{ body: Vehicle }>(vehiclesSql, [
    companyId,
    present?.vehicle ?? null,
    driverId,
  ]);
  return rows.map(({ body: vehicle }) => ({ vehicle, isDriven: vehicle.id === present?.vehicle }));
}

async function lastDriven(tx: Queryable, companyId: string, driverId: string): Promise<string | undefined> {
  const [last] = await tx.query<{ vehicle_id: string | null }>(
    `select vehicle_id from order_search where company_id = $1 and driver_id = $2
     order by created_at desc limit 1`,
    [companyId, driverId],
  );
  return last?.vehicle_id ?? undefined;
}

// Who has several works on the one that he has accepted, and on the latest of those.
const presentSql = `
select d.body -> 'assignment' ->> 'vehicleId' as vehicle
from visibility v join documents d
  on d.company_id = v.company_id and d.collection = v.collection and d.id = v.document_id
where v.company_id = $1 and v.collection = 'orders' and v.scope = $2 and not v.gone
  and d.body -> 'assignment' ->> 'driverId' = $3 and d.body ->> 'status' = any ($4::text[])
order by d.body ->> 'status' <> 'dispatched' desc, d.version desc limit 1`;

const vehiclesSql = `
select body from documents
where company_id = $1 and collection = 'vehicles'
  and (id = $2 or strpos(body::text, '"' || $3 || '"') > 0)
order by id for share`;
