// How migrations behave, on every driver.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '../../sync-server/database/database.ts';
import {
  DatabaseNewerThanProgram,
  migrate,
  MigrationChanged,
  MigrationFailed,
} from '../../sync-server/database/migrate.ts';
import { loadMigrations } from '../../sync-server/database/migrations.ts';
import type { OpenTestDatabase } from '../setup/postgres.ts';

const outlets = 'create table outlets (company_id text, id text, primary key (company_id, id)); -- 網點';
const names = `alter table outlets add column name text;
  create function first_outlet() returns text language plpgsql as $$
  begin
    return (select name from outlets limit 1);
  end $$;
  insert into outlets values ('c', 'o', '西湖網點')`;
const two = { '0001-outlets.sql': outlets, '0002-names.sql': names };

export function migrationsContract(name: string, open: () => Promise<OpenTestDatabase>): void {
  describe(`migrations on the ${name} database`, () => {
    let opened: OpenTestDatabase;
    let database: Database;
    beforeEach(async () => {
      opened = await open();
      database = opened.database;
    });
    afterEach(() => opened.drop());

    const applied = () => database.query('select number, name from migrations order by number');
    const bothApplied = [
      { number: 1, name: '0001-outlets.sql' },
      { number: 2, name: '0002-names.sql' },
    ];

    test('bring an empty database to the newest shape', async () => {
      expect(await migrate(database, two)).toEqual(['0001-outlets.sql', '0002-names.sql']);
      expect(await database.query('select first_outlet() as name')).toEqual([{ name: '西湖網點' }]);
      expect(await applied()).toEqual(bothApplied);
      const [row] = await database.query<{ applied_at: Date }>('select applied_at from migrations');
      expect(row?.applied_at).toBeInstanceOf(Date);
    });

    test('those of this program apply, and make every primary key begin with the company', async () => {
      const files = loadMigrations();
      expect(await migrate(database, files)).toEqual(Object.keys(files).sort());
      const others = await database.query(
        `select conrelid::regclass::text as table from pg_constraint c
         join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
         where c.contype = 'p' and c.connamespace = 'public'::regnamespace
           and a.attname <> 'company_id'`,
      );
      expect(others).toEqual([]);
    });

    test('a second migration does no harm', async () => {
      await migrate(database, two);
      expect(await migrate(database, two)).toEqual([]);
      expect(await applied()).toEqual(bothApplied);
    });

    test('only what is missing is applied', async () => {
      await migrate(database, { '0001-outlets.sql': outlets });
      expect(await migrate(database, two)).toEqual(['0002-names.sql']);
    });

    test('of several that start at once one applies each file, and all end with all of them', async () => {
      const results = await Promise.all([1, 2, 3, 4].map(() => migrate(database, two)));
      expect(results.flat().sort()).toEqual(['0001-outlets.sql', '0002-names.sql']);
      expect(await applied()).toEqual(bothApplied);
    });

    test('an older program refuses a newer database', async () => {
      await migrate(database, two);
      const older = migrate(database, { '0001-outlets.sql': outlets });
      await expect(older).rejects.toThrow(DatabaseNewerThanProgram);
    });

    test('an edited file is refused, and nothing after it is applied', async () => {
      await migrate(database, { '0001-outlets.sql': outlets });
      const edited = migrate(database, { ...two, '0001-outlets.sql': `${outlets} ` });
      await expect(edited).rejects.toThrow(MigrationChanged);
      expect(await applied()).toHaveLength(1);
    });

    test('line ends are no edit', async () => {
      await migrate(database, two);
      const windows = { ...two, '0002-names.sql': names.replaceAll('\n', '\r\n') };
      expect(await migrate(database, windows)).toEqual([]);
    });

    test('a failing file leaves nothing behind and says which it is; the ones before it stay', async () => {
      const broken = 'create table half (id text); insert into half values (1 / 0);';
      const attempt = migrate(database, { ...two, '0003-broken.sql': broken });
      const error: unknown = await attempt.catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(MigrationFailed);
      expect(error).toMatchObject({
        message: expect.stringContaining('0003-broken.sql'),
        cause: { code: '22012' },
      });
      expect(await database.query("select to_regclass('half') as half")).toEqual([{ half: null }]);
      expect(await applied()).toEqual(bothApplied);
      expect(await migrate(database, { ...two, '0003-broken.sql': 'select 1' })).toEqual(['0003-broken.sql']);
    });
  });
}
