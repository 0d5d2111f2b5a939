// The database on this device: one per company and person, so that on a shared computer nobody touches what
// somebody else has not sent yet.
import {
  addRxPlugin,
  createRxDatabase,
  type RxCollection,
  type RxConflictHandler,
  type RxDatabase,
  type RxStorage,
} from 'rxdb';
import { RxDBLeaderElectionPlugin } from 'rxdb/plugins/leader-election';
import { RxDBLocalDocumentsPlugin } from 'rxdb/plugins/local-documents';
import { RxDBMigrationSchemaPlugin } from 'rxdb/plugins/migration-schema';
import { equalJson } from '#schemas/core/equal.ts';
import type { Actor } from '#schemas/staff/permissions.ts';
import { collectionNames, collections, type Collection, type DocumentOf } from '#schemas/sync/collections.ts';
import { rxSchemaOf } from '#schemas/sync/rx-schema.ts';
import type { Versioned } from '#schemas/sync/versions.ts';
import { createBrowserStorage, reportFailures } from './storage.ts';

export type Definition = Pick<(typeof collections)[Collection], 'schema' | 'indexes'> & Versioned;

/** What each collection looks like; another one than ours in tests of its versions. */
export type DefinitionOf = (name: Collection) => Definition;

export const currentDefinition: DefinitionOf = (name) => collections[name];

/** RxDB knows a document's key and indexed fields; the others are read from its plain JSON. */
export type ClientCollections = { readonly [Name in Collection]: RxCollection<DocumentOf<Name>> };
export type ClientDatabase = RxDatabase<ClientCollections>;

export interface DatabaseOptions {
  /** Called while a write of the replication is failing; see `reportFailures`. */
  readonly onStorageFailure: (error: unknown) => void;
  readonly storage?: RxStorage<unknown, unknown>;
  /** Whether several tabs share it; false in tests. */
  readonly multiInstance?: boolean;
  readonly definitionOf?: DefinitionOf;
}

export const databaseName = ({ companyId, id }: Pick<Actor, 'companyId' | 'id'>): string =>
  `towline-${companyId}-${id}`;

/** Rejects when the browser gives no storage (forbidden, full, or written by a newer version). */
export async function openClientDatabase(
  actor: Pick<Actor, 'companyId' | 'id'>,
  options: DatabaseOptions,
): Promise<ClientDatabase> {
  addRxPlugin(RxDBLocalDocumentsPlugin);
  addRxPlugin(RxDBLeaderElectionPlugin);
  addRxPlugin(RxDBMigrationSchemaPlugin);
  const storage: RxStorage<unknown, unknown> = options.storage ?? createBrowserStorage();
  const database = await createRxDatabase<ClientCollections>({
    name: databaseName(actor),
    storage: reportFailures(storage, options.onStorageFailure),
    multiInstance: options.multiInstance ?? true,
    localDocuments: true,
    eventReduce: true,
  });
  const { definitionOf = currentDefinition } = options;
  const creators = collectionNames.map((name) => [name, creatorOf(name, definitionOf(name))] as const);
  await database.addCollections(Object.fromEntries(creators)).catch(async (error: unknown) => {
    await database.close();
    throw error;
  });
  return database;
}

/** RxDB takes a stored document up version by version, whether it was sent already or not. */
function migrationsOf({ version, steps }: Versioned) {
  const keep = (document: Record<string, unknown>) => document;
  return Object.fromEntries(
    Array.from({ length: version }, (_, from) => [from + 1, steps[from]?.up ?? keep] as const),
  );
}

function creatorOf(name: Collection, definition: Definition) {
  const { indexes, required, ...schema } = rxSchemaOf(definition);
  return {
    schema: { ...schema, required: [...required], indexes: indexes.map((index) => [...index]) },
    migrationStrategies: migrationsOf(definition),
    conflictHandler: name === 'commands' ? commandConflicts : masterWins,
  };
}

/**
 * The server has judged: it merges reference documents itself (`mergeDocuments`) and answers with what came
 * out. Merging its answer once more here would note every conflict twice, and would send a refused change
 * again and again.
 */
const masterWins: RxConflictHandler<object> = {
  isEqual: equalJson,
  resolve: ({ realMasterState }) => Promise.resolve(realMasterState),
};

const notYours = { verdict: { status: 'rejected', code: 'not-permitted' } };

/** "Not yours to see" comes as a deletion; what was entered must be kept all the same, as refused. */
const commandConflicts: RxConflictHandler<object> = {
  isEqual: equalJson,
  resolve: ({ realMasterState, newDocumentState }) =>
    Promise.resolve(realMasterState._deleted ? { ...newDocumentState, ...notYours } : realMasterState),
};
