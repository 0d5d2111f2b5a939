// Stock clients in a process of their own: RxDB 15 in memory, replicated by rxdb-server's own plugin, as its
// documentation says. The parent asks by messages `{ask, client, …}` and gets one answer to each, in order.
import { createRxDatabase, defaultConflictHandler } from 'rxdb/plugins/core';
import { getRxStorageMemory } from 'rxdb/plugins/storage-memory';
import { replicateServer } from 'rxdb-server/plugins/replication-server';

/** By name: a collection of a database of its own, and how it is replicated. */
const clients = new Map();

const answers = {
  async open({ client, collection, schema }) {
    const database = await createRxDatabase({
      name: client,
      storage: getRxStorageMemory(),
      multiInstance: false,
    });
    const answered = [];
    const conflictHandler = (conflict, context) => {
      if (context === 'replication-resolve-conflict') answered.push(conflict.realMasterState);
      return defaultConflictHandler(conflict, context);
    };
    await database.addCollections({ [collection]: { schema, conflictHandler } });
    clients.set(client, { database, collection: database.collections[collection], answered, failures: [] });
  },

  async close({ client }) {
    await clients.get(client).database.destroy();
    clients.delete(client);
  },

  /** Replicates from now on; answers when what the server had at first is here. */
  async connect({ client, url, token, push }) {
    const { collection, failures } = clients.get(client);
    const replication = replicateServer({
      replicationIdentifier: 'stock',
      collection,
      url,
      headers: { Authorization: `Bearer ${token}` },
      pull: { batchSize: 20 },
      ...(push && { push: { batchSize: 20 } }),
      retryTime: 200,
    });
    clients.get(client).replication = replication;
    replication.error$.subscribe((error) => failures.push(messageOf(error)));
    replication.forbidden$.subscribe(() => failures.push('forbidden'));
    replication.outdatedClient$.subscribe(() => failures.push('outdated'));
    await replication.awaitInitialReplication();
  },

  /** Ends the replication; what is stored stays, and `connect` goes on from there. */
  async disconnect({ client }) {
    await clients.get(client).replication.cancel();
  },

  async inSync({ client }) {
    await clients.get(client).replication.awaitInSync();
  },

  async documents({ client }) {
    const found = await clients.get(client).collection.find().exec();
    return found.map((document) => document.toJSON());
  },

  /** Those of the ids whose documents were deleted here. */
  async tombstones({ client, ids }) {
    const { storageInstance } = clients.get(client).collection;
    const stored = await storageInstance.findDocumentsById(ids, true);
    return stored.filter(({ _deleted }) => _deleted).map(({ id }) => id);
  },

  async insert({ client, document }) {
    await clients.get(client).collection.insert(document);
  },

  async patch({ client, id, change }) {
    const document = await clients.get(client).collection.findOne(id).exec();
    await document.incrementalPatch(change);
  },

  /** What the server answered to pushes in place of what was sent. */
  answered: ({ client }) => clients.get(client).answered,

  failures: ({ client }) => clients.get(client).failures,
};

let last = Promise.resolve();
process.on('message', (message) => {
  last = last.then(() => answer(message));
});
process.on('disconnect', () => process.exit());
process.send({ ready: true });

async function answer({ ask, ...rest }) {
  try {
    process.send({ value: (await answers[ask](rest)) ?? null });
  } catch (error) {
    process.send({ error: messageOf(error) });
  }
}

function messageOf(error) {
  const causes = error.parameters?.errors ?? [];
  return [error.message ?? String(error), ...causes.map((cause) => cause.message)].join(' | ');
}
