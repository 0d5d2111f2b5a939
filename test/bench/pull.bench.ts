// A device's first replication: pages of 500 orders over HTTP, several devices at the same moment.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startProgram, type AskedProcess } from '../setup/stock.ts';
import { seedOrders } from './orders.ts';
import { named, openSessions, startOurs, type Ours } from './ours.ts';
import { startPeer, type Peer } from './peer.ts';
import { alternately, report } from './report.ts';
import { generatorFile, type Target } from './generator.ts';

const orders = 20_000;
const limit = 500;
const devices = 4;
const rounds = 5;

describe('pulling orders', () => {
  let ours: Ours;
  let peer: Peer;
  let generator: AskedProcess;
  let tokens: string[] = [];

  beforeAll(async () => {
    generator = await startProgram(generatorFile);
    peer = await startPeer(orders);
    ours = await startOurs(async (database) => {
      await seedOrders(database, orders);
      tokens = await openSessions(database, 'dispatcher', devices);
    });
  }, 300_000);
  afterAll(async () => {
    for (const running of [ours, peer, generator]) await running?.stop();
  });

  /** @returns documents per second */
  async function pull(targets: readonly Target[]): Promise<number> {
    const { documents, ms } = await generator.ask<{ documents: number; ms: number }>('pull', {
      targets,
      limit,
    });
    expect(documents).toBe(orders * devices);
    return documents / (ms / 1000);
  }

  const pullOurs = () =>
    pull(tokens.map((token) => ({ port: ours.port, path: '/replication/orders/0/pull', token })));
  const pullPeer = () =>
    pull(Array.from({ length: devices }, () => ({ port: peer.port, path: '/orders/0/pull' })));

  it('page by page', async () => {
    const { mine, theirs } = await alternately(rounds, pullOurs, pullPeer);
    report({
      name: named('pull, pages of 500'),
      ours: mine,
      peer: theirs,
      unit: 'documents/s',
      ratio: mine / theirs,
      target: 'at least 2 times the peer',
      reached: mine / theirs >= 2,
    });
  });
});
