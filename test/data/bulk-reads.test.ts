// What is read in bulk is what RxDB's own storage would have read one by one.
import {
  fillWithDefaultSettings,
  getChangedDocumentsSince,
  getProperty,
  getQueryPlan,
  normalizeMangoQuery,
  type RxStorageInstance,
} from 'rxdb';
import type { RxStorageInstanceDexie } from 'rxdb/plugins/storage-dexie';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { readInBulk } from '../../client/data/bulk-reads.ts';

interface Doc {
  readonly id: string;
  readonly status: string;
  readonly recency: string;
  readonly outletId?: string;
}

type Row = Record<string, unknown>;

const schema = fillWithDefaultSettings<Doc>({
  version: 0,
  primaryKey: 'id',
  type: 'object',
  properties: {
    id: { type: 'string', maxLength: 64 },
    status: { type: 'string', maxLength: 64 },
    recency: { type: 'string', maxLength: 64 },
    outletId: { type: 'string' },
  },
  required: ['id', 'status', 'recency'],
  indexes: [['status', 'recency']],
});

const idOf = (index: number) => `order-${String(index).padStart(5, '0')}`;

/** A table of Dexie's as far as it is used, with every question noted. */
class FakeTable {
  rows: Row[] = [];
  asked: string[] = [];

  async bulkGet(ids: string[]): Promise<(Row | undefined)[]> {
    this.asked.push(`${ids.length} documents`);
    return ids.map((id) => this.rows.find((row) => row['id'] === id));
  }

  where(index: string) {
    const fields = index === ':id' ? ['id'] : index.slice(1, -1).split('+');
    const keyOf = (row: Row) => fields.map((field): unknown => getProperty(row, field));
    const between = (lower: unknown, upper: unknown, withLower: boolean, withUpper: boolean) => {
      const found = this.rows
        .filter((row) => {
          const [low, high] = [compare(keyOf(row), lower), compare(keyOf(row), upper)];
          return (withLower ? low >= 0 : low > 0) && (withUpper ? high <= 0 : high < 0);
        })
        .sort((a, b) => compare(keyOf(a), keyOf(b)));
      const limit = (count: number) => ({
        primaryKeys: async () => {
          this.asked.push('keys');
          return found.slice(0, count).map((row) => row['id']);
        },
        toArray: async () => {
          this.asked.push('page');
          return found.slice(0, count);
        },
      });
      return { limit };
    };
    return { between };
  }
}

/** Keys as IndexedDB orders them: numbers before text, lists item by item. */
function compare(a: unknown, b: unknown): number {
  const [left, right] = [[a].flat(), [b].flat()];
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const [x, y] = [left[i], right[i]];
    if (x === y) continue;
    if (typeof x !== typeof y) return typeof x === 'number' ? -1 : 1;
    return (typeof x === 'number' && typeof y === 'number' ? x < y : String(x) < String(y)) ? -1 : 1;
  }
  return 0;
}

describe('reading in bulk', () => {
  let table: FakeTable;
  let instance: RxStorageInstanceDexie<Doc>;

  beforeEach(async () => {
    vi.stubGlobal('IDBKeyRange', {
      bound: (lower: unknown, upper: unknown, lowerOpen: boolean, upperOpen: boolean) => {
        return { lower, upper, lowerOpen, upperOpen };
      },
    });
    table = new FakeTable();
    table.rows = Array.from({ length: 1000 }, (_, index) => ({
      id: idOf(index),
      status: index % 2 === 0 ? 'pending' : 'dispatched',
      recency: String(99_999 - index),
      outletId: `outlet-${index % 50}`,
      _deleted: index === 998 ? '1' : '0',
      _meta: { lwt: 1_000_000 + index },
    }));
    const transaction = (_mode: string, _table: unknown, work: () => Promise<void>) => work();
    const internals = Promise.resolve({
      ...{ dexieDb: { transaction }, dexieTable: table, dexieAttachmentsTable: table },
      booleanIndexes: ['_deleted'],
    });
    instance = {
      ...{ internals, schema },
      query: () => Promise.reject(new Error('This was read one by one')),
    } as unknown as RxStorageInstanceDexie<Doc>;
    await readInBulk(instance);
  });

  async function idsFound(selector: object, page: { skip?: number; limit?: number }): Promise<string[]> {
    const query = normalizeMangoQuery<Doc>(schema, {
      ...page,
      selector: { _deleted: { $eq: false }, recency: { $gte: '' }, ...selector } as object,
      sort: [{ recency: 'asc' }],
      index: ['status', 'recency'],
    });
    const { documents } = await instance.query({ query, queryPlan: getQueryPlan(schema, query) });
    return documents.map(({ id }) => id);
  }

  it('asks once for what an index knows', async () => {
    expect(await idsFound({ status: { $eq: 'pending' } }, { limit: 2 })).toEqual([idOf(996), idOf(994)]);
    expect(table.asked).toEqual(['page']);
  });

  it('passes over what was skipped', async () => {
    const found = await idsFound({ status: { $eq: 'pending' } }, { skip: 1, limit: 1 });
    expect(found).toEqual([idOf(994)]);
  });

  it('reads all there is without a limit', async () => {
    expect(await idsFound({ status: { $eq: 'pending' } }, {})).toHaveLength(499);
  });

  it('looks on until enough match where the index does not know', async () => {
    const selector = { status: { $eq: 'pending' }, outletId: { $eq: 'outlet-4' } };
    expect(await idsFound(selector, { limit: 9 })).toEqual(
      [954, 904, 854, 804, 754, 704, 654, 604, 554].map((index) => idOf(index)),
    );
    expect(table.asked).toEqual(['page', 'page', 'page', 'page']);
    expect(await idsFound(selector, { limit: 100 })).toHaveLength(20);
  });

  it('reads what has changed since a checkpoint, page by page', async () => {
    const checkpoint = { id: idOf(99), lwt: 1_000_099 };
    const storage = instance as unknown as RxStorageInstance<Doc, unknown, unknown, typeof checkpoint>;
    const { documents } = await getChangedDocumentsSince(storage, 450, checkpoint);
    expect(documents.map(({ id }) => id)).toEqual(
      Array.from({ length: 450 }, (_, index) => idOf(100 + index)),
    );
  });

  it('asks for no document that is not there', async () => {
    const ids = Array.from({ length: 500 }, (_, index) => idOf(2000 + index));
    const { dexieTable } = await instance.internals;
    expect(await dexieTable.bulkGet(ids)).toEqual(ids.map(() => undefined));
    expect(table.asked).toEqual(['keys']);
  });

  it('answers in the order that was asked, with gaps', async () => {
    const ids = [...Array.from({ length: 30 }, (_, index) => idOf(index * 50)), 'zzz', 'aaa'].reverse();
    const { dexieTable } = await instance.internals;
    const found = (await dexieTable.bulkGet(ids)) as (Row | undefined)[];
    expect(found.map((row) => row?.['id'])).toEqual(
      ids.map((id) => (id.startsWith('order-') && id < idOf(1000) ? id : undefined)),
    );
  });

  it('asks for each where too many others lie between', async () => {
    const ids = [...Array.from({ length: 19 }, (_, index) => idOf(index)), idOf(999)];
    const { dexieTable } = await instance.internals;
    const found = (await dexieTable.bulkGet(ids)) as (Row | undefined)[];
    expect(found.map((row) => row?.['id'])).toEqual(ids);
    expect(table.asked).toEqual(['keys', '20 documents']);
  });
});
