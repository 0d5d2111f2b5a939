// Brings the database to the shape this program knows. Numbered SQL files, each applied once and together
// with its row in `migrations`. Of several servers that start at once one applies a file, the others wait.
import { createHash } from 'node:crypto';
import type { Database } from './database.ts';
import { sqlState } from './errors.ts';

/** A newer Towline has migrated this database; an older one must not write to it. */
export class DatabaseNewerThanProgram extends Error {
  override readonly name = 'DatabaseNewerThanProgram';
}

/** A migration that was applied reads differently now, so nobody can say what the tables look like. */
export class MigrationChanged extends Error {
  override readonly name = 'MigrationChanged';
}

/** The SQL of a migration failed; `cause` is the database's error, and nothing of the file was kept. */
export class MigrationFailed extends Error {
  override readonly name = 'MigrationFailed';
}

export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
  readonly sha256: string;
}

interface Applied {
  readonly number: number;
  readonly name: string;
  readonly sha256: string;
}

/**
 * Applies what is missing of `files` (`{'0001-name.sql': text}`) and resolves with the names applied here.
 * Throws `DatabaseNewerThanProgram`, `MigrationChanged`, `MigrationFailed`.
 */
export async function migrate(database: Database, files: Record<string, string>): Promise<string[]> {
  const migrations = orderMigrations(files);
  const names: string[] = [];
  await createTable(database);
  for (;;) {
    const next = migrations[verified(migrations, await readApplied(database)).length];
    if (next === undefined) return names;
    if (await apply(database, next)) names.push(next.name);
  }
}

/** The files in order. Throws when a name is not like `0001-name.sql` or the numbers do not run from 1. */
export function orderMigrations(files: Record<string, string>): Migration[] {
  const migrations = Object.entries(files).map(([name, sql]) => toMigration(name, sql));
  migrations.sort((a, b) => a.number - b.number);
  migrations.forEach(({ number, name }, index) => {
    if (number !== index + 1) throw new Error(`${name}: expected number ${index + 1}, found ${number}.`);
  });
  return migrations;
}

function toMigration(name: string, text: string): Migration {
  const digits = /^(\d{4})-[a-z0-9-]+\.sql$/.exec(name)?.[1];
  if (digits === undefined) throw new Error(`Not a migration's name: ${name}. Expected 0001-name.sql.`);
  const sql = text.replaceAll('\r\n', '\n');
  if (/^\s*(begin|commit|rollback)\s*;/im.test(sql)) {
    throw new Error(`${name}: a migration runs in one transaction and must not begin or end one.`);
  }
  return { number: Number(digits), name, sql, sha256: createHash('sha256').update(sql).digest('hex') };
}

// Any number will do, as long as nothing else in the database locks it.
const MIGRATION_LOCK = 7_301_945;

// A script without BEGIN is one transaction. Waiting for the lock, or building an index, may take long.
const LOCKED = `set local statement_timeout = 0; select pg_advisory_xact_lock(${MIGRATION_LOCK});`;

async function createTable(database: Database): Promise<void> {
  const [row] = await database.query<{ present: boolean }>(
    `select to_regclass('migrations') is not null as present`,
  );
  if (row?.present) return;
  // No primary key: in this schema they begin with company_id, and this table is no company's.
  await database.script(`${LOCKED}
    create table if not exists migrations (
      number integer not null,
      name text not null,
      sha256 text not null,
      applied_at timestamptz not null default now()
    );
    create unique index if not exists migrations_number on migrations (number);`);
}

async function readApplied(database: Database): Promise<Applied[]> {
  return database.query<Applied>('select number, name, sha256 from migrations order by number');
}

function verified(known: readonly Migration[], applied: readonly Applied[]): readonly Applied[] {
  applied.forEach(({ number, name, sha256 }, index) => {
    const migration = known[number - 1];
    if (migration === undefined) throw newer(name);
    if (number !== index + 1) throw new MigrationChanged(`The database lacks migration ${index + 1}.`);
    if (migration.sha256 !== sha256) throw changed(name);
  });
  return applied;
}

function newer(name: string): DatabaseNewerThanProgram {
  return new DatabaseNewerThanProgram(
    `The database has migration ${name}, which this program does not know. Start the newer Towline.`,
  );
}

function changed(name: string): MigrationChanged {
  return new MigrationChanged(
    `Migration ${name} was applied with a different text. Put the old text back and add a new migration.`,
  );
}

const APPLIED_MEANWHILE = 'TWM01';

/** False when another server applied it while this one waited for the lock. */
async function apply(database: Database, { number, name, sql, sha256 }: Migration): Promise<boolean> {
  try {
    await database.script(`${LOCKED}
      do $guard$ begin
        if exists (select from migrations where number >= ${number}) then
          raise exception 'applied meanwhile' using errcode = '${APPLIED_MEANWHILE}';
        end if;
      end $guard$;
      ${sql}
      ;
      insert into migrations (number, name, sha256) values (${number}, '${name}', '${sha256}');`);
    return true;
  } catch (error) {
    if (sqlState(error) === APPLIED_MEANWHILE) return false;
    if (sqlState(error) === undefined) throw error;
    throw new MigrationFailed(`Migration ${name} failed: ${messageOf(error)}`, { cause: error });
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
