// RxDB takes our schemas: all thirteen at once in the open-source build, checked by its own development mode.
import { addRxPlugin, createRxDatabase, type RxDatabase } from 'rxdb';
import { disableWarnings, RxDBDevModePlugin } from 'rxdb/plugins/dev-mode';
import { getRxStorageMemory } from 'rxdb/plugins/storage-memory';
import { wrappedValidateAjvStorage } from 'rxdb/plugins/validate-ajv';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { collectionNames, collections } from '#schemas/sync/collections.ts';
import { rxSchemaOf } from '#schemas/sync/rx-schema.ts';

let database: RxDatabase;

beforeAll(async () => {
  disableWarnings();
  addRxPlugin(RxDBDevModePlugin);
  const storage = wrappedValidateAjvStorage({ storage: getRxStorageMemory() });
  database = await createRxDatabase({ name: 'rx-schema-test', storage, multiInstance: false });
  const schemas = collectionNames.map((name) => [name, { schema: schemaFor(name) }]);
  await database.addCollections(Object.fromEntries(schemas));
});

afterAll(async () => {
  await database.remove();
});

/** RxDB freezes and types what it is given. */
function schemaFor(name: (typeof collectionNames)[number]) {
  const { required, indexes, ...rest } = rxSchemaOf(collections[name]);
  return { ...rest, required: [...required], indexes: indexes.map((index) => [...index]) };
}

describe('RxDB', () => {
  test('has all thirteen collections', () => {
    expect(Object.keys(database.collections).sort()).toEqual([...collectionNames].sort());
    expect(collectionNames).toHaveLength(13);
  });

  test('pages orders by an index, newest first', async () => {
    const orders = database.collections['orders'];
    const query = orders?.find({ selector: { status: 'pending' }, sort: [{ recency: 'asc' }] });
    expect(query?.getPreparedQuery().queryPlan.index).toEqual(expect.arrayContaining(['status', 'recency']));
  });
});

describe.each(collectionNames)('the schema of %s', (name) => {
  const schema = rxSchemaOf(collections[name]);

  test('is plain JSON with `id` as its key', () => {
    expect(JSON.parse(JSON.stringify(schema))).toEqual(schema);
    expect(schema).toMatchObject({ primaryKey: 'id', type: 'object', version: collections[name].version });
    expect(schema.required).toContain('id');
    expect(schema.properties['id']).toMatchObject({ type: 'string', maxLength: 64 });
  });

  test('bounds what is indexed, and asks for it', () => {
    for (const field of schema.indexes.flat()) {
      expect(schema.required).toContain(field);
      const property = schema.properties[field];
      expect(property).toSatisfy((one: object) => 'maxLength' in one || 'multipleOf' in one);
    }
  });

  test('names nothing but the key and what is indexed, so that a new field makes no new schema', () => {
    expect(Object.keys(schema.properties).sort()).toEqual(
      [...new Set(['id', ...schema.indexes.flat()])].sort(),
    );
  });

  test('leaves the wire’s own schema as it was', () => {
    const before = JSON.stringify(collections[name].schema);
    rxSchemaOf(collections[name]);
    expect(JSON.stringify(collections[name].schema)).toBe(before);
  });
});
