// What a device keeps of the server's answers: the latest of each question, a bounded number of them, and none that
// the person may not have any more.
import { afterEach, expect, test } from 'vitest';
import { getRxStorageMemory } from 'rxdb/plugins/storage-memory';
import { openClientDatabase, type ClientDatabase } from '../../client/data/database.ts';
import { mostKept, openKeptAnswers } from '../../client/data/kept-answers.ts';
import { dispatcher } from './fixtures.ts';

const opened: ClientDatabase[] = [];
afterEach(async () => void (await Promise.all(opened.splice(0).map((database) => database.close()))));

let companies = 0;

async function openDatabase(): Promise<ClientDatabase> {
  const actor = { ...dispatcher, companyId: `kept-${++companies}` };
  const database = await openClientDatabase(actor, {
    onStorageFailure: (error) => {
      throw error;
    },
    storage: getRxStorageMemory(),
    multiInstance: false,
  });
  opened.push(database);
  return database;
}

const rights = { permissions: ['finance.view', 'outlets.all'], outletIds: [] } as const;
const at = '2026-03-01T08:00:00.000Z';

test('the latest answer to a question is found again, with its time', async () => {
  const database = await openDatabase();
  const answers = await openKeptAnswers(database, rights);
  expect(await answers.read('/a')).toBeUndefined();
  await answers.keep('/a', { value: { fen: 1 }, at });
  await answers.keep('/a', { value: { fen: 2 }, at: '2026-03-02T08:00:00.000Z' });
  const again = await openKeptAnswers(database, {
    ...rights,
    permissions: [...rights.permissions].reverse(),
  });
  expect(await again.read('/a')).toEqual({ value: { fen: 2 }, at: '2026-03-02T08:00:00.000Z' });
});

test('what the server does not give any more is gone, and may come back', async () => {
  const answers = await openKeptAnswers(await openDatabase(), rights);
  await answers.keep('/a', { value: 1, at });
  await answers.forget('/a');
  expect(await answers.read('/a')).toBeUndefined();
  await answers.keep('/a', { value: 2, at });
  expect(await answers.read('/a')).toEqual({ value: 2, at });
});

test('the oldest make room', async () => {
  const answers = await openKeptAnswers(await openDatabase(), rights);
  await answers.keep('/first', { value: 0, at });
  await answers.keep('/second', { value: 0, at });
  for (let place = 1; place < mostKept - 1; place += 1) await answers.keep(`/${place}`, { value: place, at });
  await answers.keep('/first', { value: 1, at });
  await answers.keep('/last', { value: 1, at });
  expect(await answers.read('/second')).toBeUndefined();
  expect(await answers.read('/first')).toEqual({ value: 1, at });
});

test.each([
  ['permissions', { permissions: ['outlets.all'], outletIds: [] }],
  ['outlets', { permissions: rights.permissions, outletIds: ['outlet-1'] }],
] as const)('of a person with other %s nothing is kept', async (_, others) => {
  const database = await openDatabase();
  const answers = await openKeptAnswers(database, rights);
  for (const path of ['/a', '/b']) await answers.keep(path, { value: 1, at });
  const after = await openKeptAnswers(database, others);
  expect([await after.read('/a'), await after.read('/b')]).toEqual([undefined, undefined]);
  expect(await database.getLocal('answer /a')).toBeNull();
});
