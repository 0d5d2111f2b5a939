// Commands that create orders, one in each request, eight requests at a time: ours decides and stores them for
// good, the peer keeps documents in memory.
import { afterAll, beforeAll, describe, it } from 'vitest';
import { command, creation } from '../setup/company.ts';
import { startProgram, type AskedProcess } from '../setup/stock.ts';
import { generatorFile, type Target } from './generator.ts';
import { seedOrders } from './orders.ts';
import { databaseKind, named, openSessions, startOurs, type Ours } from './ours.ts';
import { peerOrder, startPeer, type Peer } from './peer.ts';
import { alternately, report } from './report.ts';

/** What there was before. */
const orders = 10_000;
const pushes = 1_500;
const inFlight = 8;
const rounds = 5;

describe('pushing commands', () => {
  let ours: Ours;
  let peer: Peer;
  let generator: AskedProcess;
  let token = '';
  let made = 0;

  beforeAll(async () => {
    generator = await startProgram(generatorFile);
    peer = await startPeer(orders);
    ours = await startOurs(async (database) => {
      await seedOrders(database, orders);
      [token = ''] = await openSessions(database, 'clerk', 1);
    });
  }, 300_000);
  afterAll(async () => {
    for (const running of [ours, peer, generator]) await running?.stop();
  });

  /** @returns pushes per second */
  async function push(target: Target, newDocumentState: () => object): Promise<number> {
    const bodies = Array.from({ length: pushes }, () =>
      JSON.stringify([{ newDocumentState: newDocumentState() }]),
    );
    const { ms } = await generator.ask<{ ms: number }>('push', { target, bodies, inFlight });
    return pushes / (ms / 1000);
  }

  const pushOurs = () =>
    push({ port: ours.port, path: '/replication/commands/0/push', token }, () => ({
      ...command('create-order', `order-pushed-${++made}`, creation()),
      _deleted: false,
    }));
  const pushPeer = () =>
    push({ port: peer.port, path: '/orders/0/push' }, () => ({
      ...peerOrder(orders + ++made),
      _deleted: false,
    }));

  it(`${inFlight} at a time, on ${databaseKind}`, async () => {
    const { mine, theirs } = await alternately(rounds, pushOurs, pushPeer);
    report({
      name: named('push, one command a request'),
      ours: mine,
      peer: theirs,
      unit: 'commands/s',
      ratio: mine / theirs,
      target: 'at least 1.5 times the peer',
      reached: mine / theirs >= 1.5,
    });
  });
});
