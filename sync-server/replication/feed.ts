// Reads the change feed: everything of some scopes after a version, in version order. Documents stay JSON text
// on their way from Postgres to the socket.
import type { Queryable } from '../database/database.ts';
import type { Collection } from '#schemas/sync/collections.ts';
import type { Scope } from '#schemas/sync/scopes.ts';

export interface FeedPosition {
  readonly companyId: string;
  readonly collection: Collection;
  readonly scopes: readonly Scope[];
  /** Versions up to this one were read before. */
  readonly after: number;
  /** What was gone up to this version was never handed out, and need not be taken back. */
  readonly begunAt?: number;
}

export interface FeedPage {
  /** JSON objects. */
  readonly documents: readonly string[];
  /** Everything up to here has been read: the last document's version, or the company's when there is no more. */
  readonly upTo: number;
  /** The company's version, and the epoch of its database, when this was read. */
  readonly head: number;
  readonly epoch: string;
}

/**
 * Reads at most `limit` documents. Scopes are filtered before the limit, so a page shorter than it means that
 * there is no more. A document that left all of the scopes comes as a bare tombstone.
 */
export async function readFeed(
  database: Queryable,
  position: FeedPosition,
  limit: number,
): Promise<FeedPage> {
  const { companyId, collection, scopes, after, begunAt = 0 } = position;
  const [company, ...rows] = await database.query<{ text: string; version: number; epoch: string }>(
    pageSqlOf(collection, after > 0),
    after > 0
      ? [companyId, collection, scopes, after, limit, Math.max(after, begunAt)]
      : [companyId, collection, scopes, after, limit],
  );
  if (!company) throw new Error(`There is no company ${companyId}`);
  const { version: head, epoch } = company;
  const upTo = rows.length < limit ? head : (rows.at(-1)?.version ?? head);
  return { documents: rows.map(({ text }) => text), head, epoch, upTo };
}

/** Tombstones, as comma-separated JSON, for what `former` scopes showed up to a version and `scopes` do not. */
export async function readDepartures(
  database: Queryable,
  position: FeedPosition,
  former: readonly string[],
): Promise<string> {
  const { companyId, collection, scopes, after } = position;
  const [row] = await database.query<{ documents: string }>(departuresSql, [
    companyId,
    collection,
    scopes,
    after,
    former,
  ]);
  return row?.documents ?? '';
}

// As `shownTo` does it.
const withoutAmounts = `
  (d.body::jsonb || jsonb_build_object(
    'finance', jsonb_build_object('stage', d.body -> 'finance' -> 'stage'),
    'timeline', (
      select jsonb_agg(entry - '{amountFen,receivedFen,seenFen,method,statementId}'::text[]
        - case entry ->> 'type' when 'repair-finance' then 'changes' else '' end
        - case when 'driver:' || (entry ->> 'by') = any ($3::text[]) then '' else 'outlays' end order by place)
      from jsonb_array_elements(d.body::jsonb -> 'timeline') with ordinality as entries (entry, place))))::text`;

// As `shownOf` does it.
const withoutAddresses = `
  (d.body::jsonb - 'callSystemAddresses' - 'conflicts' || coalesce((
    select jsonb_build_object('conflicts', jsonb_agg(note order by place))
    from jsonb_array_elements(d.body::jsonb -> 'conflicts') with ordinality as notes (note, place)
    where note ->> 'field' <> 'callSystemAddresses' having count(*) > 0), '{}'))::text`;

/** What only some readers see, by collection; a document of any other goes out as it is stored. */
const shownBody: Partial<Record<Collection, string>> = {
  orders: `case when d.names_amounts and not 'amounts' = any ($3::text[]) then ${withoutAmounts}
    else d.body::text end`,
  outlets: `case when not 'addresses' = any ($3::text[]) then ${withoutAddresses} else d.body::text end`,
};

// The fields of the protocol come first: to take off a text's last character Postgres counts all of them.
/** Of the document `d` of a collection, for whoever reads by the scopes `$3`. */
export const wireDocument = (collection: Collection): string =>
  `'{"version":' || d.version || ',"_deleted":false,' || right(${shownBody[collection] ?? 'd.body::text'}, -1)`;

// One scan of an index per scope, each bounded by the limit. The head is read in the same snapshot: every
// version up to it is committed and seen, because versions are committed in order.
const pageSql = (collection: Collection, rowsOfScope: string) => `
with page as (
  select distinct on (f.version) f.version, f.document_id, f.gone
  from unnest($3::text[]) as s(scope) cross join lateral (${rowsOfScope}) f
  order by f.version, f.gone limit $5
), line as (
  select p.version, case when p.gone then json_build_object('id', p.document_id, '_deleted', true)::text
    else ${wireDocument(collection)} end as text
  from page p left join documents d
    on d.company_id = $1 and d.collection = $2 and d.id = p.document_id
)
select null as text, version, epoch from companies where company_id = $1
union all
(select text, version, null from line order by version)`;

const present = `
    (select v.version, v.document_id, v.gone from visibility v
     where v.company_id = $1 and v.collection = $2 and v.scope = s.scope and v.version > $4 and not v.gone
     order by v.version limit $5)`;

const gone = `
    (select v.version, v.document_id, v.gone from visibility v
     where v.company_id = $1 and v.collection = $2 and v.scope = s.scope and v.version > $6 and v.gone
       and not exists (
         select 1 from visibility o where o.company_id = $1 and o.collection = $2
           and o.document_id = v.document_id and o.scope = any ($3::text[]) and not o.gone)
     order by v.version limit $5)`;

// Nothing to take back, hence no tombstones: the history that the scope once showed is not even read.
const pageSqlOf = (collection: Collection, isNext: boolean): string =>
  pageSql(collection, isNext ? `${present} union all ${gone}` : present);

const departuresSql = `
select coalesce(string_agg(distinct json_build_object('id', v.document_id, '_deleted', true)::text, ','), '')
  as documents
from visibility v
where v.company_id = $1 and v.collection = $2 and v.scope = any ($5::text[])
  and (not v.gone or v.version > $4)
  and not exists (select 1 from visibility o where o.company_id = $1 and o.collection = $2
    and o.document_id = v.document_id and o.scope = any ($3::text[]) and not o.gone)`;
