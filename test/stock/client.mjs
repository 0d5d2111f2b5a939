// The stock client in a process of its own: RxDB 15 in memory, replicated by rxdb-server's own plugin, as its
// documentation says. The parent asks by messages `{ask, …}` and gets one answer to each, in order.
import { createRxDatabase } from 'rxdb/plugins/core';
import { getRxStorageMemory } from 'rxdb/plugins/storage-memory';
import { replicateServer } from 'rxdb-server/plugins/replication-server';

const database = await createRxDatabase({
  name: 'stock',
  storage: getRxStorageMemory(),
  multiInstance: false,
});
const replications = new Map();
const failures = [];

const answers = {
  async open({ collection, schema }) {
    await database.addCollections({ [collection]: { schema } });
  },

  /** Replicates from now on; answers when what the server had at first is here. */
  async connect({ collection, url, token, push }) {
    const replication = replicateServer({
      replicationIdentifier: `stock-${collection}`,
      collection: database.collections[collection],
      url,
      headers: { Authorization: `Bearer ${token}` },
      pull: { batchSize: 20 },
      ...(push && { push: { batchSize: 20 } }),
      retryTime: 200,
    });
    replications.set(collection, replication);
    replication.error$.subscribe((error) => failures.push(messageOf(error)));
    replication.forbidden$.subscribe(() => failures.push('forbidden'));
    replication.outdatedClient$.subscribe(() => failures.push('outdated'));
    await replication.awaitInitialReplication();
  },

  /** Ends the replication; what is stored stays, and `connect` goes on from there. */
  async disconnect({ collection }) {
    await replications.get(collection)?.cancel();
  },

  async inSync({ collection }) {
    await replications.get(collection).awaitInSync();
  },

  async documents({ collection }) {
    const found = await database.collections[collection].find().exec();
    return found.map((document) => document.toJSON());
  },

  /** The ids of what was deleted here. */
  async tombstones({ collection, ids }) {
    const { storageInstance } = database.collections[collection];
    const stored = await storageInstance.findDocumentsById(ids, true);
    return stored.filter(({ _deleted }) => _deleted).map(({ id }) => id);
  },

  async insert({ collection, document }) {
    await database.collections[collection].insert(document);
  },

  async patch({ collection, id, change }) {
    const document = await database.collections[collection].findOne(id).exec();
    await document.incrementalPatch(change);
  },

  failures: () => failures,
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
