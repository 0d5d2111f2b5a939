// What the last import of a collection made and changed, kept on this device: it can be undone also after a reload.
import type { ClientDatabase } from '../data/database.ts';
import { openRecord, type LocalRecord } from '../data/local-record.ts';
import type { RecordChange } from './changes.ts';
import type { ImportName } from './kind.ts';

export interface Remembered {
  /** Ids of the records that it made. */
  readonly made: readonly string[];
  /** What it changed in others, in the order of the sheet. */
  readonly changes: readonly RecordChange[];
}

export interface LastImport extends Remembered {
  readonly fileName: string;
  /** ISO instant; empty: there was none. */
  readonly at: string;
}

export const openLastImport = (
  database: ClientDatabase,
  collection: ImportName,
): Promise<LocalRecord<LastImport>> =>
  openRecord<LastImport>(database, `import-${collection}`, { fileName: '', at: '', made: [], changes: [] });
