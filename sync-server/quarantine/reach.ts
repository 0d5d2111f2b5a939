// Which held-back entries are a manager's to see: entered by his people, about what lies within his outlets.
import { parseCommand } from '#schemas/orders/parse-command.ts';
import { referencesOf } from '#schemas/orders/references.ts';
import { may, type Actor } from '#schemas/staff/permissions.ts';
import type { Collection } from '#schemas/sync/collections.ts';
import { documentScopes, everyOutlet, outletScope, outletScopes } from '#schemas/sync/scopes.ts';

/** Under which scopes lies what was entered. What no rule can read is for those who see every outlet. */
export function enteredScopes(collection: Collection, row: unknown): string[] {
  try {
    if (collection === 'commands') return commandScopes(row);
    const { newDocumentState } = row as { newDocumentState: object };
    return documentScopes(collection, { ...newDocumentState, deleted: false } as never);
  } catch {
    return [everyOutlet];
  }
}

function commandScopes(row: unknown): string[] {
  const command = parseCommand(row);
  if (!command.ok) return [everyOutlet];
  const outlets = referencesOf(command.value).filter(({ collection }) => collection === 'outlets');
  return outlets.flatMap(({ id }) => [everyOutlet, outletScope(id)]);
}

/** The parameters of `reachSql`. */
export const reachOf = (actor: Actor): [isOfAll: boolean, scopes: string[]] => [
  may(actor, 'outlets.all'),
  ['company', ...outletScopes(actor)],
];

/**
 * Of an entry `q` by the employee `s`: everything for who works for all outlets. For others both the employee and what
 * it is about are theirs: as it was entered, as it is stored, and as the creation says that was held back as well.
 */
export const reachSql = (isOfAll: string, scopes: string): string => `${isOfAll} or (
  exists (select 1 from json_array_elements_text(s.body -> 'outletIds') as o(id)
    where 'outlet:' || o.id = any (${scopes}::text[]))
  and ${isWithin('q.scopes', scopes)}
  and coalesce((
    select ${isWithin('array_agg(v.scope)', scopes)} from visibility v
    where v.company_id = q.company_id and v.document_id = coalesce(q.order_id, q.document_id) and not v.gone
      and v.collection = any (case when q.order_id is null then array[q.collection] else '{orders,notices}' end)
  ), true)
  and not exists (
    select 1 from quarantine c
    where c.company_id = q.company_id and c.order_id = q.order_id and c.row ->> 'type' = 'create-order'
      and not ${isWithin('c.scopes', scopes)}
  ))`;

/** Whether it is of no outlet, or of one of these. */
const isWithin = (scopes: string, own: string) =>
  `(not exists (select 1 from unnest(${scopes}) as u(scope) where u.scope like 'outlet:%')
    or ${scopes} && ${own}::text[])`;
