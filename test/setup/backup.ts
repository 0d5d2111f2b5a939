// A backup of a database that goes on living, and is taken back to it.
import type { Database } from '../../sync-server/database/database.ts';

interface SavedTable {
  readonly name: string;
  /** Those that are stored, in quotes. */
  readonly columns: string;
  /** As JSON. */
  readonly rows: string;
}
export type Backup = readonly SavedTable[];

/** All that is in it, but for who is signed in: a device goes on with its session. */
export async function backUp(database: Database): Promise<Backup> {
  const tables = await database.query<{ name: string; columns: string }>(
    `select c.table_name as name, string_agg(quote_ident(c.column_name), ', ') as columns
       from information_schema.columns c
       join information_schema.tables t using (table_schema, table_name)
      where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.is_generated = 'NEVER'
        and c.table_name not in ('schema_migrations', 'sessions')
      group by 1`,
  );
  const saved: SavedTable[] = [];
  for (const table of tables) {
    const [row] = await database.query<{ rows: string }>(
      `select coalesce(jsonb_agg(to_jsonb(t)), '[]')::text as rows from ${table.name} t`,
    );
    saved.push({ ...table, rows: row?.rows ?? '[]' });
  }
  return saved;
}

/** As somebody would who follows the manual: with a new epoch. */
export async function restore(database: Database, backup: Backup): Promise<void> {
  await database.transaction(async (tx) => {
    await tx.query('set local session_replication_role = replica');
    for (const { name, columns, rows } of backup) {
      await tx.query(`delete from ${name}`);
      await tx.query(
        `insert into ${name} (${columns}) overriding system value
           select ${columns} from jsonb_populate_recordset(null::${name}, $1::jsonb)`,
        [rows],
      );
    }
    await tx.query(`update companies set epoch = epoch || '-restored'`);
  });
}
