// The names and the order of migration files, without a database.
import { expect, test } from 'vitest';
import { orderMigrations } from '../../sync-server/database/migrate.ts';
import { loadMigrations } from '../../sync-server/database/migrations.ts';

test('files are ordered by number', () => {
  const files = { '0002-b.sql': 'select 2', '0001-a.sql': 'select 1' };
  expect(orderMigrations(files).map(({ name }) => name)).toEqual(['0001-a.sql', '0002-b.sql']);
});

test.each([
  ['a gap', ['0001-a.sql', '0003-c.sql']],
  ['a start after 1', ['0002-b.sql']],
  ['two with the same number', ['0001-a.sql', '0001-b.sql']],
  ['a name without a number', ['a.sql']],
  ['a name with a quote', ["0001-a'.sql"]],
])('%s is refused', (_, names) => {
  const files = Object.fromEntries(names.map((name) => [name, 'select 1']));
  expect(() => orderMigrations(files)).toThrow(names.at(-1));
});

test.each(['begin;', 'select 1;\nCOMMIT ;', 'rollback;'])('a file that says %j is refused', (sql) => {
  expect(() => orderMigrations({ '0001-a.sql': sql })).toThrow('transaction');
});

test('the program carries its own migrations, from 1 without a gap', () => {
  const numbers = orderMigrations(loadMigrations()).map(({ number }) => number);
  expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  expect(numbers.length).toBeGreaterThan(0);
});
