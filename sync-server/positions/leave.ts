// When a position leaves: with its driver, with his outlet, his vehicle or his role, and when it is old. The next
// report of his phone files it anew.
import type { Logger } from 'pino';
import type { Database, Queryable } from '../database/database.ts';
import type { Doc } from '../replication/pushed.ts';
import { every, oneAtATime } from '../rounds.ts';
import { equalJson } from '#schemas/core/equal.ts';
import { positionPace } from '#schemas/fleet/positions.ts';
import type { ReferenceCollection } from '#schemas/sync/collections.ts';
import { withdrawPositions } from './stored.ts';

/** A document before and after a push. */
export interface Changed {
  readonly before: Doc | undefined;
  readonly after: Doc;
}

/** In the transaction of the push, before its last statement. */
export async function followReference(
  tx: Queryable,
  companyId: string,
  collection: ReferenceCollection,
  changed: readonly Changed[],
): Promise<void> {
  const ofThem = positionsOf[collection];
  const ids = changed.filter((change) => hasMoved(change)).map(({ after }) => after.id);
  if (!ofThem || ids.length === 0) return;
  const rows = await tx.query<{ id: string }>(
    `select id from documents where company_id = $1 and collection = 'positions' and ${ofThem}
     order by id for update`,
    [companyId, ids],
  );
  await withdrawPositions(
    tx,
    companyId,
    rows.map(({ id }) => id),
  );
}

/** By the documents $2. Who drives in another role as well is filed anew by his next report. */
const positionsOf: Partial<Record<ReferenceCollection, string>> = {
  staff: `body ->> 'driverId' = any ($2::text[])`,
  vehicles: `body ->> 'vehicleId' = any ($2::text[])`,
  roles: `body ->> 'driverId' in (
    select id from documents where company_id = $1 and collection = 'staff'
      and (body -> 'roleIds')::jsonb ?| $2::text[])`,
};

function hasMoved({ before, after }: Changed): boolean {
  if (!before) return false;
  if (after.deleted || after.disabled) return true;
  if ('permissions' in before && 'permissions' in after)
    return before.permissions.includes('jobs.work') && !after.permissions.includes('jobs.work');
  const place = (document: Doc): unknown =>
    'username' in document
      ? [document.outletIds, document.roleIds, document.employment]
      : 'plate' in document && [document.outletId, document.driverIds, document.positionSource ?? 'phone'];
  return !equalJson(place(before), place(after));
}

/** Forgets where people were a day ago. @returns how many positions left */
export async function forgetOld(database: Database, now: Date): Promise<number> {
  const before = new Date(now.getTime() - positionPace.goodForMs).toISOString();
  const companies = await database.query<{ company_id: string }>('select company_id from companies');
  let left = 0;
  for (const { company_id } of companies) left += await forgetOldOf(database, company_id, before);
  return left;
}

const forgetOldOf = (database: Database, companyId: string, before: string): Promise<number> =>
  database.transaction(async (tx) => {
    const rows = await tx.query<{ id: string }>(
      `select id from documents where company_id = $1 and collection = 'positions' and body ->> 'at' <= $2
       order by id for update`,
      [companyId, before],
    );
    await withdrawPositions(
      tx,
      companyId,
      rows.map(({ id }) => id),
    );
    return rows.length;
  });

/** At the start and then every quarter of an hour, until the returned function is called. */
export function keepForgetting(database: Database, clock: () => Date, log: Pick<Logger, 'warn'>): () => void {
  const round = () =>
    forgetOld(database, clock()).then(
      () => undefined,
      (err: unknown) => log.warn({ err }, 'old positions were not forgotten'),
    );
  return every(15 * 60 * 1000, oneAtATime(round));
}
