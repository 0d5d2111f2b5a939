// A checkpoint's id says which life of the database and which set of scopes it was handed out for. When either
// is another one now, the device is brought over: told what to forget and handed everything else anew.
import { createHash } from 'node:crypto';
import type { Queryable } from '../database/database.ts';
import type { Checkpoint } from '#schemas/sync/protocol.ts';
import type { Scope } from '#schemas/sync/scopes.ts';

export interface Standing {
  /** The id of checkpoints handed out now, once everything was read. */
  readonly id: string;
  /** `fresh`: nothing was read before. `same`: go on. `moved`: the scopes were these before. */
  readonly kind: 'fresh' | 'same' | 'moved';
  /** `same` only: what was gone up to this version was never handed out to this device. */
  readonly begunAt: number;
  readonly formerScopes: readonly string[];
  /** Version up to which they were read; 0 when that was another life of the database, with other versions. */
  readonly formerUpTo: number;
}

export async function standingOf(
  database: Queryable,
  companyId: string,
  scopes: readonly Scope[],
  checkpoint: Checkpoint,
): Promise<Standing> {
  const set = scopeSetId(scopes);
  const before = partsOf(checkpoint.id);
  const [row] = await database.query<{ epoch: string; head: number; former: string[] | null }>(standingSql, [
    companyId,
    set,
    scopes,
    before.set,
  ]);
  if (!row) throw new Error(`There is no company ${companyId}`);
  const nothingBefore = { id: `${row.epoch}.${set}`, begunAt: 0, formerScopes: [], formerUpTo: 0 };
  if (!checkpoint.id) return { ...nothingBefore, kind: 'fresh' };
  // Ahead of everything: a backup was restored and nobody has begun a new epoch.
  const isOfThisLife = before.epoch === row.epoch && checkpoint.lwt <= row.head;
  if (isOfThisLife && before.set === set) return { ...nothingBefore, kind: 'same', begunAt: before.begunAt };
  const formerUpTo = isOfThisLife ? checkpoint.lwt : 0;
  return { ...nothingBefore, kind: 'moved', formerScopes: row.former ?? [], formerUpTo };
}

/**
 * What a checkpoint says about itself, when it was handed out for these very scopes: the usual case, in which the
 * page can be read at once and `epoch` be compared with what comes with it.
 */
export function continued(
  scopes: readonly Scope[],
  { id }: Checkpoint,
): { readonly id: string; readonly epoch: string; readonly begunAt: number } | undefined {
  const { epoch, set, begunAt: version } = partsOf(id);
  if (set !== scopeSetId(scopes)) return undefined;
  return { id: `${epoch}.${set}`, epoch, begunAt: version };
}

/** While a first reading takes several pages, its checkpoints say at which version it was begun. */
export const begunAt = (id: string, version: number): string => `${id}.${version}`;

function partsOf(id: string): { readonly epoch: string; readonly set: string; readonly begunAt: number } {
  const [, epoch = '', set = '', version] = /^(.+?)\.([0-9a-f]{16})(?:\.(\d{1,15}))?$/.exec(id) ?? [];
  return { epoch, set, begunAt: Number(version ?? 0) };
}

export function scopeSetId(scopes: readonly Scope[]): string {
  return createHash('sha256').update(scopes.join(' ')).digest('hex').slice(0, 16);
}

const standingSql = `
with kept as (
  insert into scope_sets (company_id, id, scopes)
  select $1, $2, $3::text[] where not exists (select 1 from scope_sets where company_id = $1 and id = $2)
  on conflict do nothing
)
select epoch, version as head, (select scopes from scope_sets where company_id = $1 and id = $4) as former
from companies where company_id = $1`;
