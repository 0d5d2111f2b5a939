// RxDB's storage on Dexie asks IndexedDB once for each document, which is most of what a list or a first sync
// takes. Here it asks once for many, and is told the same.
import {
  getProperty,
  getQueryMatcher,
  type PreparedQuery,
  type RxDocumentData,
  type RxStorageQueryResult,
} from 'rxdb';
import {
  fromDexieToStorage,
  getKeyRangeByQueryPlan,
  type RxStorageInstanceDexie,
} from 'rxdb/plugins/storage-dexie';

type Internals = Awaited<RxStorageInstanceDexie<unknown>['internals']>;
type Table = Internals['dexieTable'];
type Row = Record<string, unknown>;

/** To be called before anything is read. */
export async function readInBulk<Doc>(instance: RxStorageInstanceDexie<Doc>): Promise<void> {
  const internals = await instance.internals;
  const { dexieTable: table } = internals;
  const bulkGet = table.bulkGet.bind(table) as BulkGet;
  // RxDB looks for documents by their ids here, whether it reads or writes.
  Object.assign(table, { bulkGet: (ids: string[]) => rowsByIds(table, bulkGet, ids) });
  const query = instance.query.bind(instance);
  instance.query = (prepared) =>
    prepared.queryPlan.sortSatisfiedByIndex
      ? queryInBulk(internals, instance.schema, prepared)
      : query(prepared);
}

type BulkGet = (ids: string[]) => PromiseLike<(Row | undefined)[]>;

/** Fewer are as quickly asked for one by one. */
const many = 20;
/** As many keys are read in the time of asking for one document. */
const keysForOne = 16;

/**
 * Most of what a page brings is not there yet. So the keys are read first, unless there are too many between the
 * least of these ids and the greatest, and then only what is there.
 */
export async function rowsByIds(
  table: Pick<Table, 'where'>,
  bulkGet: BulkGet,
  ids: string[],
): Promise<(Row | undefined)[]> {
  if (ids.length < many) return bulkGet(ids);
  const [first, last] = endsOf(ids);
  const limit = ids.length * keysForOne;
  const keys = await table.where(':id').between(first, last, true, true).limit(limit).primaryKeys();
  if (keys.length === limit) return bulkGet(ids);
  const known = new Set<unknown>(keys);
  const there = ids.filter((id) => known.has(id));
  const rows = there.length > 0 ? await bulkGet(there) : [];
  const found = new Map(there.map((id, index) => [id, rows[index]]));
  return ids.map((id) => found.get(id));
}

function endsOf(ids: readonly string[]): [string, string] {
  let [first = '', last = ''] = [ids[0], ids[0]];
  for (const id of ids) {
    if (id < first) first = id;
    if (id > last) last = id;
  }
  return [first, last];
}

/** Where the index does not know everything that is asked, somewhat more than is wanted is read, then ever more. */
const [leastAtOnce, mostAtOnce] = [25, 500];
const firstAtOnce = (wanted: number) => Math.min(Math.max(Math.ceil(wanted * 1.25), leastAtOnce), mostAtOnce);

async function queryInBulk<Doc>(
  { dexieDb, dexieTable, booleanIndexes }: Internals,
  schema: RxStorageInstanceDexie<Doc>['schema'],
  { query, queryPlan }: PreparedQuery<Doc>,
): Promise<RxStorageQueryResult<Doc>> {
  const { skip = 0, limit = Infinity } = query;
  const wanted = skip + limit;
  const isKnown = queryPlan.selectorSatisfiedByIndex;
  const matches = isKnown ? () => true : getQueryMatcher(schema, query);
  const index = dexieTable.where(`[${queryPlan.index.join('+')}]`);
  const found: RxDocumentData<Doc>[] = [];
  const range = rangeOf(booleanIndexes, queryPlan);
  await dexieDb.transaction('r', dexieTable, async () => {
    let after: unknown;
    let atOnce = isKnown ? wanted : firstAtOnce(wanted);
    while (range && found.length < wanted) {
      const rows: Row[] = await index
        .between(after ?? range.lower, range.upper, after === undefined && !range.lowerOpen, !range.upperOpen)
        .limit(atOnce)
        .toArray();
      const documents = rows.map((row) => fromDexieToStorage<Doc>(booleanIndexes, row));
      found.push(...documents.filter((document) => matches(document)));
      const last = rows.at(-1);
      if (!last || rows.length < atOnce) return;
      after = queryPlan.index.map((field): unknown => getProperty(last, field));
      atOnce = Math.min(atOnce * 2, mostAtOnce);
    }
  });
  return { documents: found.slice(skip, wanted) };
}

/** Nothing, where nothing can lie between the ends. */
function rangeOf(
  booleanIndexes: string[],
  plan: PreparedQuery<unknown>['queryPlan'],
): IDBKeyRange | undefined {
  try {
    return getKeyRangeByQueryPlan(booleanIndexes, plan, IDBKeyRange) as IDBKeyRange;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'DataError') return undefined;
    throw error;
  }
}
