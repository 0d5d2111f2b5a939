// A storage on which a device fails: it can be full for a while, and the app can die between two writes.
import type { BulkWriteRow, RxStorage, RxStorageInstance } from 'rxdb';

type AnyStorage = RxStorage<unknown, unknown>;

export interface Unreliable {
  readonly storage: AnyStorage;
  /** For so many milliseconds nothing can be written. */
  fill(ms: number): void;
  /** What is open now writes nothing any more. */
  die(): void;
  /** What is opened from now on writes again, and there is room. */
  revive(): void;
}

export class StorageFailure extends Error {}

export function unreliable(storage: AnyStorage): Unreliable {
  let life = { isOver: false };
  let fullUntil = 0;
  const check = (mine: { isOver: boolean }) => {
    if (mine.isOver) throw new StorageFailure('The app has died');
    if (Date.now() < fullUntil) throw new StorageFailure('The disk is full');
  };
  return {
    storage: {
      ...storage,
      createStorageInstance: async (params) => {
        const instance = await storage.createStorageInstance(params);
        const mine = life;
        checkWrites(instance, () => check(mine));
        return instance;
      },
    },
    fill: (ms) => {
      fullUntil = Date.now() + ms;
    },
    die: () => {
      life.isOver = true;
    },
    revive: () => {
      life = { isOver: false };
      fullUntil = 0;
    },
  };
}

function checkWrites<Doc>(instance: RxStorageInstance<Doc, unknown, unknown>, check: () => void): void {
  const bulkWrite = instance.bulkWrite.bind(instance);
  instance.bulkWrite = async (rows: BulkWriteRow<Doc>[], context: string) => {
    check();
    return bulkWrite(rows, context);
  };
}
