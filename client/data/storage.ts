// The browser's storage as the data layer needs it: strict where an entry must survive a power cut, and
// telling at once when a write of the replication failed.
import {
  defaultHashSha256,
  getChangedDocumentsSince,
  type BulkWriteRow,
  type RxStorage,
  type RxStorageInstance,
} from 'rxdb';
import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie';
import { readInBulk } from './bulk-reads.ts';
import { contentSum } from './content-sum.ts';

/**
 * Dexie with strict durability for `commands` alone: what a person entered is on the disk before it counts as
 * entered; everything else can be had from the server again.
 */
export function createBrowserStorage(): ReturnType<typeof getRxStorageDexie> {
  const strict = getRxStorageDexie({ chromeTransactionDurability: 'strict' });
  const relaxed = getRxStorageDexie({ chromeTransactionDurability: 'relaxed' });
  const open = relaxed.createStorageInstance.bind(relaxed);
  relaxed.createStorageInstance = async (params) => {
    const isStrict = params.collectionName === 'commands';
    const instance = await (isStrict ? strict.createStorageInstance(params) : open(params));
    await readInBulk(instance);
    return instance;
  };
  return relaxed;
}

/**
 * RxDB goes on to the next page when writing one failed (quota, an aborted transaction), and the page is never
 * asked for again. `onFailure` is called before RxDB learns of it, so that the replication can be cancelled
 * while the checkpoint is still the old one.
 */
export function reportFailures<Internals, Options>(
  storage: RxStorage<Internals, Options>,
  onFailure: (error: unknown) => void,
): RxStorage<Internals, Options> {
  return {
    name: storage.name,
    rxdbVersion: storage.rxdbVersion,
    createStorageInstance: async (params) => {
      const instance = await storage.createStorageInstance(params);
      watchReads(instance, onFailure);
      keepOrigin(instance, params.collectionName);
      await keepTimeGoing(instance);
      watchWrites(instance, onFailure);
      return instance;
    },
  };
}

const fromServer = 'replication-downstream-';

/**
 * RxDB marks what the replication writes by `_meta.o`, so that after a crash in the middle of it this is not
 * taken for something entered here, which would never be overwritten again. 17.6 loses the mark of inserts.
 * The checksum beside it is the healer's (content-sum.ts).
 */
function keepOrigin<Doc, Internals, Options>(
  instance: RxStorageInstance<Doc, Internals, Options>,
  collection: string,
): void {
  const bulkWrite = instance.bulkWrite.bind(instance);
  instance.bulkWrite = async (rows, context) => {
    if (!context.startsWith(fromServer)) return bulkWrite(rows, context);
    const hash = await defaultHashSha256(`rxdbreplication${replicationOf(collection)}`);
    const marked = rows.map((row) => {
      const origin = row.previous ? {} : { o: { _rev: 1, hash } };
      const _meta = { ...row.document._meta, ...origin, sum: contentSum(row.document) };
      return { ...row, document: { ...row.document, _meta } };
    });
    return bulkWrite(marked, context);
  };
}

/** RxDB's name for the replication of a collection; another one makes RxDB take everything for unsent. */
export const replicationOf = (collection: string): string => `towline-${collection}`;

/**
 * RxDB finds what is unsent by when it was written, from what was sent last on. When the clock was set back in
 * between, what is written now must not be older than that: after a restart it would never be sent.
 */
async function keepTimeGoing<Doc, Internals, Options>(
  instance: RxStorageInstance<Doc, Internals, Options>,
): Promise<void> {
  const bulkWrite = instance.bulkWrite.bind(instance);
  let last = await latestFromTheFuture(instance);
  instance.bulkWrite = (rows, context) => {
    const late = rows.filter(({ document }) => document._meta.lwt < last);
    if (late.length > 0) last = Math.round(last * 100 + 1) / 100;
    for (const { document } of late) document._meta = { ...document._meta, lwt: last };
    for (const { document } of rows) last = Math.max(last, document._meta.lwt);
    return bulkWrite(rows, context);
  };
}

/** Nothing, unless the clock was set back. */
async function latestFromTheFuture<Doc, Internals, Options>(
  instance: RxStorageInstance<Doc, Internals, Options>,
): Promise<number> {
  for (let checkpoint = { id: '', lwt: Date.now() }; ;) {
    const found = await getChangedDocumentsSince<Doc, typeof checkpoint>(
      instance as unknown as RxStorageInstance<Doc, unknown, unknown, typeof checkpoint>,
      500,
      checkpoint,
    );
    if (found.documents.length === 0) return checkpoint.lwt;
    ({ checkpoint } = found);
  }
}

/** A person's own write fails where it was made and is told there; these fail where nobody looks. */
const ofReplication = (context: string) => context.startsWith('replication-');

function watchWrites<Doc, Internals, Options>(
  instance: RxStorageInstance<Doc, Internals, Options>,
  onFailure: (error: unknown) => void,
): void {
  const bulkWrite = instance.bulkWrite.bind(instance);
  instance.bulkWrite = async (rows: BulkWriteRow<Doc>[], context: string) => {
    try {
      const result = await bulkWrite(rows, context);
      const failure = result.error.find(({ status }) => status !== 409);
      if (failure && ofReplication(context)) onFailure(failure);
      return result;
    } catch (error) {
      if (!ofReplication(context)) throw error;
      onFailure(error);
      // Thrown, this one would leave RxDB's queue of checkpoints broken; cancelled, nothing follows on it.
      if (context === 'replication-set-checkpoint') return { error: [] };
      throw error;
    }
  };
}

function watchReads<Doc, Internals, Options>(
  instance: RxStorageInstance<Doc, Internals, Options>,
  onFailure: (error: unknown) => void,
): void {
  const findDocumentsById = instance.findDocumentsById.bind(instance);
  const query = instance.query.bind(instance);
  let closed = false;
  const close = instance.close.bind(instance);
  instance.close = () => {
    closed = true;
    return close();
  };
  const watched = async <Value>(read: Promise<Value>): Promise<Value> => {
    try {
      return await read;
    } catch (error) {
      if (!closed) onFailure(error);
      throw error;
    }
  };
  instance.findDocumentsById = (ids, withDeleted) => watched(findDocumentsById(ids, withDeleted));
  instance.query = (prepared) => watched(query(prepared));
}
