// The stock server in a process of its own: RxDB 15 in memory behind rxdb-server on Express 4, as its
// documentation says. The benchmarks' peer. The parent asks by messages `{ask, …}` and gets one answer to each.
import { readFileSync } from 'node:fs';
import { createRxDatabase } from 'rxdb/plugins/core';
import { getRxStorageMemory } from 'rxdb/plugins/storage-memory';
import { createRxServer } from 'rxdb-server/plugins/server';
import { HTTP_SERVER_BY_EXPRESS, RxServerAdapterExpress } from 'rxdb-server/plugins/adapter-express';

const database = await createRxDatabase({
  name: 'peer',
  storage: getRxStorageMemory(),
  multiInstance: false,
});

const answers = {
  async serve({ collection, schema }) {
    await database.addCollections({ [collection]: { schema } });
    const server = await createRxServer({
      database,
      adapter: RxServerAdapterExpress,
      hostname: '127.0.0.1',
      port: 0,
    });
    server.addReplicationEndpoint({ name: collection, collection: database.collections[collection] });
    await server.start();
    return { port: HTTP_SERVER_BY_EXPRESS.get(server.serverApp).address().port };
  },

  /** Inserts documents from a file of JSON, one a line. */
  async load({ collection, file }) {
    const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
    for (let start = 0; start < lines.length; start += 1000) {
      const some = lines.slice(start, start + 1000).map((line) => JSON.parse(line));
      const { error } = await database.collections[collection].bulkInsert(some);
      if (error.length > 0) throw new Error(`${error.length} documents were not stored`);
    }
    return { count: lines.length };
  },
};

process.on('message', async ({ ask, ...rest }) => {
  try {
    process.send({ value: await answers[ask](rest) });
  } catch (error) {
    process.send({ error: error.stack ?? String(error) });
  }
});
process.on('disconnect', () => process.exit());
process.send({ ready: true });
