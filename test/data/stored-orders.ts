// Orders in a storage of their own, in memory.
import { createRxDatabase, type RxCollection, type RxDatabase } from 'rxdb';
import { getRxStorageMemory } from 'rxdb/plugins/storage-memory';
import type { Order } from '#schemas/orders/order.ts';
import { collections } from '#schemas/sync/collections.ts';
import { rxSchemaOf } from '#schemas/sync/rx-schema.ts';

/** To be closed after the test. */
export async function openOrders(): Promise<RxDatabase<{ orders: RxCollection<Order> }>> {
  const { indexes, required, ...schema } = rxSchemaOf(collections.orders);
  const database = await createRxDatabase<{ orders: RxCollection<Order> }>({
    name: `orders-${crypto.randomUUID()}`,
    storage: getRxStorageMemory(),
    multiInstance: false,
    eventReduce: true,
  });
  const made = { ...schema, required: [...required], indexes: indexes.map((each) => [...each]) };
  await database.addCollections({ orders: { schema: { ...made, version: 0 } } });
  return database;
}
