// Catching up on 100 changes takes no longer when the company has a million orders than when it has ten thousand.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startProgram, type AskedProcess } from '../setup/stock.ts';
import { generatorFile, type Target } from './generator.ts';
import { noteCommand, seedOrders } from './orders.ts';
import { openSessions, postgresUrl, startOurs, type Ours } from './ours.ts';
import { alternately, median, report } from './report.ts';
import type { Checkpoint, Page } from '#schemas/sync/protocol.ts';

const sizes = { many: 1_000_000, few: 10_000 };
/** Of ten orders nine were finished long ago and have left the devices. */
const goneShare = 0.9;
const changes = 100;
const times = 40;
const rounds = 7;

interface Side {
  readonly ours: Ours;
  readonly target: Target;
}

describe('catching up', () => {
  let generator: AskedProcess;
  const sides: { many?: Side; few?: Side } = {};

  beforeAll(async () => {
    if (!postgresUrl) return;
    generator = await startProgram(generatorFile);
    sides.few = await begun(sizes.few);
    sides.many = await begun(sizes.many);
  }, 600_000);
  afterAll(async () => {
    for (const running of [generator, sides.few?.ours, sides.many?.ours]) await running?.stop();
  });

  /** A server whose company has so many orders, and the request of a device that missed the last changes. */
  async function begun(orders: number): Promise<Side> {
    const gone = Math.floor(orders * goneShare);
    let [token, sender] = ['', ''];
    const ours = await startOurs(async (database) => {
      await seedOrders(database, orders, gone);
      [token = ''] = await openSessions(database, 'dispatcher', 1);
      [sender = ''] = await openSessions(database, 'admin', 1);
    });
    const checkpoint = await lastCheckpoint(ours.port, token);
    const target = { port: ours.port, path: '/replication/commands/0/push', token: sender };
    const step = Math.floor((orders - gone) / changes);
    const changed = Array.from({ length: changes }, (_, index) => gone + index * step);
    const bodies = changed.map((index) =>
      JSON.stringify([{ newDocumentState: noteCommand(index, '来电催促') }]),
    );
    await generator.ask('push', { target, bodies, inFlight: 4 });
    return { ours, target: { port: ours.port, path: pathAfter(checkpoint), token } };
  }

  /** @returns milliseconds that the request takes */
  async function catchUp(side: Side | undefined): Promise<number> {
    const { ms, documents } = await generator.ask<{ ms: number[]; documents: number }>('repeat', {
      target: side?.target,
      times,
    });
    expect(documents).toBe(changes);
    return median(ms);
  }

  it('with a million orders', async () => {
    // The embedded database is for companies that do not have so many.
    if (!postgresUrl) return console.log('Catching up is measured on Postgres: set TEST_DATABASE_URL.');
    const measured = await alternately(
      rounds,
      () => catchUp(sides.many),
      () => catchUp(sides.few),
    );
    const ratio = measured.mine / measured.theirs;
    report({
      name: '100 changes among 1,000,000 orders',
      ours: measured.mine,
      peer: measured.theirs,
      unit: 'ms',
      ratio,
      target: 'at most 1.2 times as among 10,000',
      reached: ratio <= 1.2,
    });
  });
});

const pathAfter = ({ id, lwt }: Checkpoint, limit = 200): string =>
  `/replication/orders/0/pull?id=${encodeURIComponent(id)}&lwt=${lwt}&limit=${limit}`;

/** Where a device is that has everything. */
async function lastCheckpoint(port: number, token: string): Promise<Checkpoint> {
  let checkpoint: Checkpoint = { id: '', lwt: 0 };
  for (let count = 1000; count === 1000;) {
    const response = await fetch(`http://127.0.0.1:${port}${pathAfter(checkpoint, 1000)}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    const page = (await response.json()) as Page;
    count = page.documents.length;
    ({ checkpoint } = page);
  }
  return checkpoint;
}
