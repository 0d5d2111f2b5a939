// A small record that belongs to this device alone and is shared by its tabs: never replicated.
import { defer, map, type Observable } from 'rxjs';
import type { ClientDatabase } from './database.ts';

export interface LocalRecord<Data extends object> {
  readonly data$: Observable<Data>;
  /**
   * Atomic between tabs: `change` may run again on what another tab has written meanwhile, and the result may
   * contain changes made at the same time.
   */
  modify(change: (data: Data) => Data): Promise<Data>;
}

/** Opens the record, or begins it with `initial`. */
export async function openRecord<Data extends object>(
  database: ClientDatabase,
  id: string,
  initial: Data,
): Promise<LocalRecord<Data>> {
  const document = (await database.getLocal<Data>(id)) ?? (await begin(database, id, initial));
  return {
    // RxDB's observable begins with what was current when it was made, so each reader gets one of his own.
    data$: defer(() => document.$).pipe(map((latest) => latest.toMutableJSON().data)),
    modify: async (change) => {
      const changed = await document.incrementalModify((data) => change(data));
      return changed.toMutableJSON().data;
    },
  };
}

/** Another tab may have begun it just now. */
async function begin<Data extends object>(database: ClientDatabase, id: string, initial: Data) {
  try {
    return await database.insertLocal<Data>(id, initial);
  } catch (error) {
    const begun = await database.getLocal<Data>(id);
    if (!begun) throw error;
    return begun;
  }
}
