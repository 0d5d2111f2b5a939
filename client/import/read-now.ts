// What this device holds at the moment of writing, which may be more than when a page was drawn.
import type { RxCollection } from 'rxdb';
import type { ClientDatabase } from '../data/database.ts';
import type { ImportDocument, ImportName } from './kind.ts';
import type { ReadNow } from './write.ts';

export function readerOf(database: ClientDatabase, collection: ImportName): ReadNow {
  const documents = database.collections[collection] as unknown as RxCollection<ImportDocument>;
  return async (ids) => {
    const found = await documents.findByIds([...ids]).exec();
    return new Map([...found].map(([id, document]) => [id, document.toMutableJSON()]));
  };
}
