// Where drivers are, as it is stored: one document for each driver, under his own id, which replicates to whoever
// has the map of its outlet.
import type { Queryable } from '../database/database.ts';
import { changeChannel, writeChanges } from '../replication/changes.ts';
import type { VehiclePosition } from '#schemas/fleet/vehicle.ts';
import { documentScopes } from '#schemas/sync/scopes.ts';

export async function readPosition(
  database: Queryable,
  companyId: string,
  driverId: string,
  lock: 'for update' | '' = '',
): Promise<VehiclePosition | undefined> {
  const [row] = await database.query<{ body: VehiclePosition }>(
    `select body from documents where company_id = $1 and collection = 'positions' and id = $2 ${lock}`,
    [companyId, driverId],
  );
  return row?.body;
}

/** The transaction's last statement, as every `writeChanges`. @throws StoredMeanwhile */
export async function writePositions(
  tx: Queryable,
  companyId: string,
  positions: readonly (VehiclePosition & { readonly isNew: boolean })[],
): Promise<void> {
  await writeChanges(tx, companyId, {
    documents: positions.map(({ isNew, version: _, ...body }) => ({
      ...{ collection: 'positions', id: body.id, body, isNew },
      scopes: documentScopes('positions', body),
    })),
  });
}

/**
 * Takes them off every device and forgets them: where somebody was is nobody's business any more. Their rows are
 * locked by the caller, since the company's counter is taken here.
 */
export async function withdrawPositions(
  tx: Queryable,
  companyId: string,
  driverIds: readonly string[],
): Promise<void> {
  if (driverIds.length > 0) await tx.query(withdrawSql, [companyId, driverIds]);
}

const withdrawSql = `
with gone as (
  delete from documents where company_id = $1 and collection = 'positions' and id = any ($2::text[])
  returning id
), numbered as (
  select id, row_number() over (order by id) as step from gone
), counter as (
  update companies set version = version + (select count(*) from gone) where company_id = $1
  returning version - (select count(*) from gone) as base
), departed as (
  update visibility v set gone = true, version = base + n.step from numbered n, counter
  where v.company_id = $1 and v.collection = 'positions' and v.document_id = n.id and not v.gone
  returning 'positions ' || v.scope as touched
), touched as (
  select json_agg(distinct touched) as scopes from departed
)
select pg_notify('${changeChannel}', json_build_object('company', $1::text, 'touched',
  case when length(scopes::text) < 7000 then scopes end)::text)
from touched`;
