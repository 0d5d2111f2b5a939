// One change reaches 200 open streams: how many can be told in a second, and how long after its sender's answer
// the last stream hears of it.
import { afterAll, beforeAll, describe, it } from 'vitest';
import { type Who } from '../setup/company.ts';
import { startProgram, type AskedProcess } from '../setup/stock.ts';
import { generatorFile, type Target } from './generator.ts';
import { noteCommand, seedOrders } from './orders.ts';
import { named, openSessions, startOurs, type Ours } from './ours.ts';
import { peerOrder, startPeer, type Peer } from './peer.ts';
import { alternately, percentile, report } from './report.ts';
import { collectionNames } from '#schemas/sync/collections.ts';

const orders = 4_000;
const streams = 200;
const rounds = 5;
const changes = 300;
const single = 100;
const inFlight = 8;
/** They read by three different sets of scopes. */
const listeners: readonly Who[] = ['clerk', 'dispatcher', 'finance', 'driver1'];

/** One of the two, with its streams open. */
interface Side {
  readonly generator: AskedProcess;
  readonly target: Target;
  /** The pushes that change so many orders, each another one than before. */
  readonly bodies: (count: number) => string[];
}

describe('telling 200 streams', () => {
  let ours: Ours;
  let peer: Peer;
  let mine: Side;
  let theirs: Side;

  beforeAll(async () => {
    let token = '';
    const tokens: string[] = [];
    ours = await startOurs(async (database) => {
      await seedOrders(database, orders);
      [token = ''] = await openSessions(database, 'admin', 1);
      for (const who of listeners)
        tokens.push(...(await openSessions(database, who, streams / listeners.length)));
    });
    peer = await startPeer(orders);
    const path = `/replication/stream?collections=${collectionNames.join(',')}`;
    mine = await side(
      { port: ours.port, path: '/replication/commands/0/push', token },
      ourChange,
      tokens.map((one) => ({ port: ours.port, path, token: one })),
    );
    const toPeer = { port: peer.port, path: '/orders/0/pullStream' };
    theirs = await side(
      { port: peer.port, path: '/orders/0/push' },
      peerChange,
      Array.from({ length: streams }, () => toPeer),
    );
  }, 300_000);
  afterAll(async () => {
    for (const running of [mine?.generator, theirs?.generator, ours, peer]) await running?.stop();
  });

  async function side(
    target: Target,
    change: (index: number) => object,
    targets: readonly Target[],
  ): Promise<Side> {
    const generator = await startProgram(generatorFile);
    let next = 0;
    const bodies = (count: number) =>
      Array.from({ length: count }, () => JSON.stringify([change(next++ % orders)]));
    await generator.ask('listen', { targets });
    return { generator, target, bodies };
  }

  /** @returns events per second, over all streams */
  async function flood({ generator, target, bodies }: Side): Promise<number> {
    const { ms } = await generator.ask<{ ms: number }>('flood', {
      target,
      bodies: bodies(changes),
      inFlight,
    });
    return (changes * streams) / (ms / 1000);
  }

  it('of many changes, and of one at a time', async () => {
    const told = await alternately(
      rounds,
      () => flood(mine),
      () => flood(theirs),
    );
    report({
      name: named('events to 200 streams'),
      ours: told.mine,
      peer: told.theirs,
      unit: 'events/s',
      ratio: told.mine / told.theirs,
      target: 'at least 2 times the peer',
      reached: told.mine / told.theirs >= 2,
    });

    const late = async ({ generator, target, bodies }: Side) => {
      const { ms } = await generator.ask<{ ms: number[] }>('tell', { target, bodies: bodies(single) });
      return percentile(ms, 0.99);
    };
    const p99 = await late(mine);
    report({
      name: named('last of 200 streams hears, p99'),
      ours: p99,
      peer: await late(theirs),
      unit: 'ms after the answer',
      ratio: p99,
      target: 'below 100 ms',
      reached: p99 < 100,
    });
  });
});

const newNote = (index: number) => `来电催促 ${index}`;

const ourChange = (index: number) => ({ newDocumentState: noteCommand(index, newNote(index)) });

const peerChange = (index: number) => {
  const before = { ...peerOrder(index), _deleted: false };
  return { assumedMasterState: before, newDocumentState: { ...before, note: newNote(index) } };
};
