// What every driver has to do, whatever is behind it.
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { DatabaseUnavailable } from '../../sync-server/database/database.ts';
import type { Database } from '../../sync-server/database/database.ts';
import { sqlState, TransactionAborted, violatedConstraint } from '../../sync-server/database/errors.ts';
import type { OpenTestDatabase } from '../setup/postgres.ts';

/** Waits for a condition, with patience for a busy machine. */
export const until = <T>(check: () => T | Promise<T>): Promise<T> => vi.waitFor(check, { timeout: 20_000 });

export function databaseContract(name: string, open: () => Promise<OpenTestDatabase>): void {
  describe(`the ${name} database`, () => {
    let opened: OpenTestDatabase;
    let database: Database;

    beforeAll(async () => {
      opened = await open();
      database = opened.database;
      await database.script('create table entries (id integer primary key, body text not null);');
    });
    afterAll(() => opened.drop());
    beforeEach(() => database.script('truncate entries'));

    const entries = () => database.query<{ id: number }>('select id from entries order by id');
    const ids = async () => (await entries()).map(({ id }) => id);
    const insert = (id: number) => `insert into entries values (${id}, 'x')`;
    /** One value there and back. */
    const value = async (expression: string, ...params: Parameters<Database['query']>[1] & object) =>
      (await database.query<{ value: unknown }>(`select ${expression} as value`, params))[0]?.value;

    describe('values', () => {
      test('bigint and count are numbers, alone and in arrays', async () => {
        expect(await value('9007199254740991::bigint')).toBe(Number.MAX_SAFE_INTEGER);
        expect(await value('count(*)')).toBe(1);
        expect(await value("'{1,null,3}'::bigint[]")).toEqual([1, null, 3]);
      });

      test('a bigint that a number cannot hold is refused, not rounded', async () => {
        await expect(value('9007199254740993::bigint')).rejects.toThrow(RangeError);
        expect(await value('1')).toBe(1);
      });

      test('json and jsonb are parsed, and go in as text', async () => {
        const body = { text: '「引號」 " \\', list: [1, null, { deep: true }] };
        expect(await value('$1::json', JSON.stringify(body))).toEqual(body);
        expect(await value('$1::jsonb', JSON.stringify(body))).toEqual(body);
        expect(await value('$1::jsonb', '"text"')).toBe('text');
      });

      test('times are dates to the millisecond, written in UTC inside json', async () => {
        const at = new Date('2026-03-01T08:30:00.123Z');
        expect(await value('$1::timestamptz', at)).toEqual(at);
        expect(await value("'2026-03-01 16:30:00.123456+08'::timestamptz")).toEqual(at);
        expect(await value("'2026-03-01 08:30:00.123'::timestamp")).toEqual(at);
        expect(await value("array['2026-03-01 08:30:00.123Z'::timestamptz]")).toEqual([at]);
        expect(await value('to_jsonb($1::timestamptz)', at)).toBe('2026-03-01T08:30:00.123+00:00');
      });

      test('a calendar day, a numeric and an interval stay text', async () => {
        expect(await value("'2026-03-01'::date")).toBe('2026-03-01');
        expect(await value('1.50::numeric')).toBe('1.50');
        expect(await value("'{1.50}'::numeric[]")).toEqual(['1.50']);
        expect(await value("'1 day'::interval")).toBe('1 day');
      });

      test('a day is cut out of a Date in UTC', async () => {
        expect(await value('$1::date', new Date('2026-03-01T23:59:59Z'))).toBe('2026-03-01');
      });

      test('text, booleans, fractions and null pass unchanged', async () => {
        expect(await value('$1::text', "O'Brien; 救援\n\t\\")).toBe("O'Brien; 救援\n\t\\");
        expect(await value('$1::boolean', false)).toBe(false);
        expect(await value('$1::float8', 120.155)).toBe(120.155);
        expect(await value('$1::text', null)).toBeNull();
        expect(await value('$1::timestamptz', null)).toBeNull();
      });

      test('arrays of text and of numbers are parameters, empty ones too', async () => {
        const words = ['plain', 'with "quotes"', 'back\\slash', 'comma, {brace}', '', 'null', '救援'];
        expect(await value('$1::text[]', words)).toEqual(words);
        expect(await value('$1::text[]', [])).toEqual([]);
        expect(await value("'comma, {brace}' = any($1::text[])", words)).toBe(true);
        expect(await value('3 = any($1::integer[])', [1, 2, 3])).toBe(true);
        expect(await value('4 = any($1::bigint[])', [1, 2, 3])).toBe(false);
      });

      test('a statement holds one statement, with or without parameters', async () => {
        await expect(database.query('select 1; select 2')).rejects.toMatchObject({ code: '42601' });
      });

      test('a statement without rows answers with none', async () => {
        expect(await database.query(insert(1))).toEqual([]);
      });
    });

    describe('errors', () => {
      test('a refused statement throws with its code and constraint', async () => {
        await database.query(insert(1));
        const error: unknown = await database.query(insert(1)).catch((thrown: unknown) => thrown);
        expect(sqlState(error)).toBe('23505');
        expect(violatedConstraint(error)).toBe('entries_pkey');
      });

      test('an error shows no parameters', async () => {
        const secret = 'secret-of-a-person';
        const statement = database.query('insert into entries values (1, $1), (1, $1)', [secret]);
        const error: unknown = await statement.catch((thrown: unknown) => thrown);
        expect(JSON.stringify(error)).not.toContain(secret);
      });
    });

    describe('transactions', () => {
      test('commit what `work` did and resolve with what it resolves with', async () => {
        const result = await database.transaction(async (tx) => {
          await tx.query(insert(1));
          await tx.query(insert(2));
          return 'done';
        });
        expect(result).toBe('done');
        expect(await ids()).toEqual([1, 2]);
      });

      test('keep nothing when `work` throws, and throw the same error', async () => {
        const reason = new Error('no');
        const attempt = database.transaction(async (tx) => {
          await tx.query(insert(1));
          throw reason;
        });
        await expect(attempt).rejects.toBe(reason);
        expect(await ids()).toEqual([]);
      });

      test('pass an error of the database on with its code', async () => {
        const attempt = database.transaction((tx) => tx.query('insert into entries values (1, null)'));
        await expect(attempt).rejects.toMatchObject({ code: '23502' });
        expect(await ids()).toEqual([]);
      });

      test('are not reported as committed when a failed statement was passed over', async () => {
        const attempt = database.transaction(async (tx) => {
          await tx.query(insert(1));
          await tx.query('select 1 / 0').catch(() => undefined);
        });
        await expect(attempt).rejects.toThrow(TransactionAborted);
        expect(await ids()).toEqual([]);
      });

      test('can go back to a savepoint and go on', async () => {
        await database.transaction(async (tx) => {
          await tx.query(insert(1));
          await tx.query('savepoint command');
          await tx.query(insert(1)).catch(() => tx.query('rollback to savepoint command'));
          await tx.query(insert(2));
        });
        expect(await ids()).toEqual([1, 2]);
      });

      test('run statements that do not wait for each other, in their order', async () => {
        await database.transaction((tx) => Promise.all([1, 2, 3].map((id) => tx.query(insert(id)))));
        expect(await ids()).toEqual([1, 2, 3]);
        const attempt = database.transaction((tx) =>
          Promise.all([4, 4, 5].map((id) => tx.query(insert(id)))),
        );
        await expect(attempt).rejects.toMatchObject({ code: '23505' });
        expect(await ids()).toEqual([1, 2, 3]);
      });

      test('refuse a statement that comes after their end', async () => {
        const late = await database.transaction((tx) => Promise.resolve({ tx }));
        await expect(late.tx.query(insert(1))).rejects.toThrow();
        expect(await ids()).toEqual([]);
      });

      test('run at read committed', async () => {
        const level = await database.transaction((tx) => tx.query('show transaction_isolation'));
        expect(level).toEqual([{ transaction_isolation: 'read committed' }]);
      });

      test('that meet at a row go one after the other and lose nothing', async () => {
        await database.query("insert into entries values (0, '')");
        const append = (letter: string) =>
          database.transaction(async (tx) => {
            const [row] = await tx.query<{ body: string }>(
              'select body from entries where id = 0 for update',
            );
            await tx.query('update entries set body = $1 where id = 0', [`${row?.body}${letter}`]);
            return letter;
          });
        const letters = [...'abcdefghijklmnopqrstuvwxyz'];
        const finished: string[] = [];
        await Promise.all(letters.map(async (letter) => finished.push(await append(letter))));
        const [row] = await database.query<{ body: string }>('select body from entries');
        expect([...(row?.body ?? '')].sort()).toEqual(letters);
        expect(finished.toSorted()).toEqual(letters);
      });

      test.each(['40001', '40P01'])('run again from the start after %s', async (state) => {
        let runs = 0;
        const fail = `do $$ begin raise exception 'again' using errcode = '${state}'; end $$`;
        await database.transaction(async (tx) => {
          runs += 1;
          await tx.query(insert(runs));
          if (runs < 3) await tx.query(fail);
        });
        expect(runs).toBe(3);
        expect(await ids()).toEqual([3]);
      });

      test('give up after five reruns', async () => {
        const work = vi.fn((tx: Pick<Database, 'query'>) =>
          tx.query("do $$ begin raise exception 'again' using errcode = '40001'; end $$"),
        );
        await expect(database.transaction(work)).rejects.toMatchObject({ code: '40001' });
        expect(work).toHaveBeenCalledTimes(6);
      });
    });

    describe('notifications', () => {
      /** Listens to `channel`, and hears everything sent before it: notifications arrive in order. */
      const hear = async (channel: string) => {
        const heard: string[] = [];
        const stop = await database.listen(
          channel,
          (payload) => heard.push(payload),
          () => undefined,
        );
        const upTo = async (last: string) => {
          await database.query('select pg_notify($1, $2)', [channel, last]);
          await until(() => expect(heard).toContain(last));
          return heard;
        };
        return { heard, stop, upTo };
      };

      test('reach a listener after the commit, and none before', async () => {
        const { stop, heard } = await hear('orders_changed');
        await database.transaction(async (tx) => {
          await tx.query("select pg_notify('orders_changed', 'first')");
          await tx.query(insert(1));
          expect(heard).toEqual([]);
        });
        await until(() => expect(heard).toEqual(['first']));
        await stop();
      });

      test('of a transaction that was rolled back reach nobody', async () => {
        const { stop, upTo } = await hear('orders_changed');
        const attempt = database.transaction(async (tx) => {
          await tx.query("select pg_notify('orders_changed', 'undone')");
          throw new Error('no');
        });
        await expect(attempt).rejects.toThrow('no');
        expect(await upTo('end')).toEqual(['end']);
        await stop();
      });

      test('stop for the one who stops listening, and only for that one', async () => {
        const leaving = await hear('calls_changed');
        const staying = await hear('calls_changed');
        await leaving.stop();
        await leaving.stop();
        expect(await staying.upTo('later')).toEqual(['later']);
        expect(leaving.heard).toEqual([]);
        await staying.stop();
        const again = await hear('calls_changed');
        expect(await again.upTo('once more')).toEqual(['once more']);
        expect(staying.heard).toEqual(['later']);
        await again.stop();
      });

      test('go to their own channel, even one that is named like a word of SQL', async () => {
        const order = await hear('order');
        const user = await hear('user');
        expect(await order.upTo('a')).toEqual(['a']);
        expect(await user.upTo('b')).toEqual(['b']);
        expect(order.heard).toEqual(['a']);
        await Promise.all([order.stop(), user.stop()]);
      });

      test('reach the others when one listener throws', async () => {
        const stop = await database.listen(
          'calls_changed',
          () => {
            throw new Error('a mistake');
          },
          () => undefined,
        );
        const other = await hear('calls_changed');
        expect(await other.upTo('all the same')).toEqual(['all the same']);
        await Promise.all([stop(), other.stop()]);
      });

      test('need a plain channel name', async () => {
        await expect(hear('x"; drop table entries; --')).rejects.toThrow(TypeError);
      });
    });

    describe('scripts', () => {
      test('run several statements, functions included', async () => {
        await database.script(`
          ${insert(1)}; -- a remark; with a semicolon
          do $body$ begin insert into entries values (2, 'a;b'); end; $body$;
          ${insert(3)}`);
        expect(await ids()).toEqual([1, 2, 3]);
      });

      test('without a BEGIN of their own are one transaction', async () => {
        await expect(database.script(`${insert(1)}; select 1 / 0;`)).rejects.toMatchObject({ code: '22012' });
        expect(await ids()).toEqual([]);
      });

      test('that break off inside a BEGIN leave no transaction open', async () => {
        await expect(database.script(`begin; ${insert(1)}; select 1 / 0;`)).rejects.toThrow();
        await database.query(insert(2));
        expect(await ids()).toEqual([2]);
      });
    });

    test('closing twice is closing once; afterwards the database is unavailable', async () => {
      const other = await open();
      const stop = await other.database.listen(
        'orders_changed',
        () => undefined,
        () => undefined,
      );
      await Promise.all([other.database.close(), other.database.close()]);
      await other.database.close();
      await expect(other.database.query('select 1')).rejects.toThrow(DatabaseUnavailable);
      await expect(other.database.transaction(() => Promise.resolve())).rejects.toThrow(DatabaseUnavailable);
      await stop();
      await other.drop();
    });
  });
}
