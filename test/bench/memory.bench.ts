// What the server's process needs while 2,000 people hold a stream of all collections open.
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Who } from '../setup/company.ts';
import { startProgram, type AskedProcess } from '../setup/stock.ts';
import { generatorFile } from './generator.ts';
import { noteCommand, seedOrders } from './orders.ts';
import { named, openSessions, startOurs, type Ours } from './ours.ts';
import { report } from './report.ts';
import { collectionNames } from '#schemas/sync/collections.ts';

const streams = 2_000;
const orders = 1_000;
const people: readonly Who[] = ['clerk', 'dispatcher', 'finance', 'driver1'];
/** Longer than a stream's heartbeat, by which each session is looked up again. */
const watchedMs = 20_000;
const megabyte = 1_000_000;

describe('holding 2,000 streams', () => {
  let ours: Ours;
  let generator: AskedProcess;
  let sender = '';
  const tokens: string[] = [];

  beforeAll(async () => {
    generator = await startProgram(generatorFile);
    ours = await startOurs(async (database) => {
      await seedOrders(database, orders);
      [sender = ''] = await openSessions(database, 'admin', 1);
      for (const who of people) tokens.push(...(await openSessions(database, who, streams / people.length)));
    });
  }, 300_000);
  afterAll(async () => {
    for (const running of [generator, ours]) await running?.stop();
  });

  it('with changes going to all of them', async () => {
    const path = `/replication/stream?collections=${collectionNames.join(',')}`;
    await generator.ask('listen', { targets: tokens.map((token) => ({ port: ours.port, path, token })) });
    let most = 0;
    for (let change = 0, until = Date.now() + watchedMs; Date.now() < until; change++) {
      const target = { port: ours.port, path: '/replication/commands/0/push', token: sender };
      const { ms } = await generator.ask<{ ms: number[] }>('tell', { target, bodies: [bodyOf(change)] });
      expect(ms).toHaveLength(1);
      most = Math.max(most, ours.residentBytes());
      await pause(100);
    }
    const megabytes = most / megabyte;
    report({
      name: named('memory with 2,000 streams'),
      ours: megabytes,
      unit: 'MB resident',
      ratio: megabytes,
      target: 'at most 300 MB',
      reached: megabytes <= 300,
    });
  });
});

const bodyOf = (change: number): string =>
  JSON.stringify([{ newDocumentState: noteCommand(change % orders, `来电催促 ${change}`) }]);
