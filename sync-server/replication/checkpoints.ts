// A checkpoint's id says which life of the database and which set of scopes it was handed out for. When either
// is another one now, the device is brought over: told what to forget and handed everything else anew.
import { createHash } from 'node:crypto';
import type { Queryable } from '../database/database.ts';
import type { Checkpoint } from '#schemas/sync/protocol.ts';
import type { Scope } from '#schemas/sync/scopes.ts';

export interface Standing {
  /** The id of checkpoints handed out now. */
  readonly id: string;
  /** `fresh`: nothing was read before. `same`: go on. `moved`: the scopes were these before. */
  readonly kind: 'fresh' | 'same' | 'moved';
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
  const former = /\.([0-9a-f]{16})$/.exec(checkpoint.id)?.[1] ?? '';
  const [row] = await database.query<{ epoch: string; former: string[] | null }>(standingSql, [
    companyId,
    set,
    scopes,
    former,
  ]);
  if (!row) throw new Error(`There is no company ${companyId}`);
  const id = `${row.epoch}.${set}`;
  if (checkpoint.id === id) return { id, kind: 'same', ...nothingBefore };
  if (!checkpoint.id) return { id, kind: 'fresh', ...nothingBefore };
  const formerUpTo = checkpoint.id.startsWith(`${row.epoch}.`) ? checkpoint.lwt : 0;
  return { id, kind: 'moved', formerScopes: row.former ?? [], formerUpTo };
}

const nothingBefore = { formerScopes: [], formerUpTo: 0 };

export function scopeSetId(scopes: readonly Scope[]): string {
  return createHash('sha256').update(scopes.join(' ')).digest('hex').slice(0, 16);
}

const standingSql = `
with kept as (
  insert into scope_sets (company_id, id, scopes)
  select $1, $2, $3::text[] where not exists (select 1 from scope_sets where company_id = $1 and id = $2)
  on conflict do nothing
)
select epoch, (select scopes from scope_sets where company_id = $1 and id = $4) as former
from companies where company_id = $1`;
