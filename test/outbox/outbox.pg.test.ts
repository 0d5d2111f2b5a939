// What is to be told to the outside world is told after the commit that causes it, at least once and in order,
// whatever server dies; what cannot be told is kept for a person. Time passes as the test says.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { pino } from 'pino';
import { testDatabases, type OpenTestDatabase } from '../setup/postgres.ts';
import { maxAttempts } from '../../sync-server/outbox/backoff.ts';
import { listDeliveries, resend } from '../../sync-server/outbox/deliveries.ts';
import { claim, enqueue, settle, type Job } from '../../sync-server/outbox/jobs.ts';
import { startOutbox, type Handler, type Outbox, type Outcome } from '../../sync-server/outbox/outbox.ts';

const log = pino({ level: 'silent' });
const done: Outcome = { kind: 'done', note: 'ok' };
const down: Outcome = { kind: 'retry', why: 'down' };

function deferred<Value>() {
  let resolve: (value: Value) => void = () => undefined;
  const promise = new Promise<Value>((done) => (resolve = done));
  return { promise, resolve };
}

describe.each(testDatabases)('the outbox on $name', ({ openMigrated }) => {
  let opened: OpenTestDatabase;
  let now = Date.parse('2026-03-01T08:00:00Z');
  const outboxes: Outbox[] = [];
  const clock = () => new Date(now);

  beforeAll(async () => {
    opened = await openMigrated();
  });
  afterEach(async () => {
    for (const outbox of outboxes.splice(0)) await outbox.stop();
    await opened.database.query('delete from outbox_jobs');
  });
  afterAll(() => opened.drop());

  const add = (id: string, lane = id, companyId = 'acme') =>
    opened.database.transaction((tx) =>
      enqueue(tx, companyId, [{ id, kind: 'test', lane, payload: { id } }], clock().toISOString()),
    );
  async function start(handler: Handler): Promise<Outbox> {
    const { database } = opened;
    const outbox = await startOutbox({
      database,
      clock,
      log,
      random: () => 0.5,
      handlers: { test: handler },
    });
    outboxes.push(outbox);
    return outbox;
  }
  const stateOf = async (id: string) =>
    (
      await opened.database.query<{ state: string; attempts: number; outcome: string | null }>(
        'select state, attempts, outcome from outbox_jobs where id = $1',
        [id],
      )
    )[0];

  it('carries out a job by itself once it is committed, and no job that was rolled back', async () => {
    const { promise, resolve } = deferred<Job>();
    const outbox = await start((job) => {
      resolve(job);
      return Promise.resolve(done);
    });
    const undone = opened.database.transaction(async (tx) => {
      await enqueue(
        tx,
        'acme',
        [{ id: 'undone', kind: 'test', lane: 'x', payload: {} }],
        clock().toISOString(),
      );
      throw new Error('rolled back');
    });
    await expect(undone).rejects.toThrow('rolled back');
    await add('told');
    expect(await promise).toMatchObject({
      companyId: 'acme',
      id: 'told',
      payload: { id: 'told' },
      attempt: 1,
    });
    await outbox.drain();
    expect(await stateOf('told')).toEqual({ state: 'done', attempts: 1, outcome: 'ok' });
    expect(await stateOf('undone')).toBeUndefined();
  });

  it('makes no second job of the same cause', async () => {
    await add('once');
    await add('once');
    const told: string[] = [];
    await (await start(({ id }) => (told.push(id), Promise.resolve(done)))).drain();
    await add('once');
    await outboxes[0]?.drain();
    expect(told).toEqual(['once']);
  });

  it('tries again later and later, and then keeps it for a person, who has it sent again', async () => {
    let answer: Outcome = down;
    let tries = 0;
    const outbox = await start(() => (tries++, Promise.resolve(answer)));
    await add('hard');
    for (let day = 0; day < maxAttempts + 3; day++) {
      await outbox.drain();
      now += 5 * 3_600_000;
    }
    expect(tries).toBe(maxAttempts);
    expect(await stateOf('hard')).toEqual({ state: 'dead', attempts: maxAttempts, outcome: 'down' });
    const query = { state: 'dead', senderId: undefined, limit: 10 } as const;
    expect(await listDeliveries(opened.database, 'acme', query)).toMatchObject([
      { id: 'hard', outcome: 'down' },
    ]);
    expect(await listDeliveries(opened.database, 'other', query)).toEqual([]);
    answer = done;
    expect(await resend(opened.database, 'other', ['hard'], clock())).toEqual([]);
    expect(await resend(opened.database, 'acme', ['hard'], clock())).toEqual(['hard']);
    expect(await resend(opened.database, 'acme', ['hard'], clock())).toEqual([]);
    await outbox.drain();
    expect(await stateOf('hard')).toMatchObject({ state: 'done', attempts: 1 });
  });

  it('waits five seconds before the second try, and is not early', async () => {
    let tries = 0;
    const outbox = await start(() => (tries++, Promise.resolve(down)));
    await add('waits');
    await outbox.drain();
    now += 4_900;
    await outbox.drain();
    expect(tries).toBe(1);
    now += 200;
    await outbox.drain();
    expect(tries).toBe(2);
  });

  it('keeps the order within a lane, and lets no lane wait for another', async () => {
    const told: string[] = [];
    let answer: Outcome = down;
    const outbox = await start(({ id }) => {
      if (id.startsWith('a')) told.push(`${id} ${answer.kind}`);
      else told.push(id);
      return Promise.resolve(id.startsWith('a') ? answer : done);
    });
    await add('a1', 'lane-a');
    await add('a2', 'lane-a');
    await add('b1', 'lane-b');
    await outbox.drain();
    expect([...told].sort()).toEqual(['a1 retry', 'b1']);
    answer = done;
    now += 10_000;
    await outbox.drain();
    expect(told.slice(2)).toEqual(['a1 done', 'a2 done']);
  });

  it('gives up at once what no try can help, and a handler that throws is tried again', async () => {
    const outbox = await start(({ id }) => {
      if (id === 'gone') return Promise.resolve({ kind: 'dead', why: 'HTTP 410' });
      throw new Error('no route');
    });
    await add('gone');
    await add('throws');
    await outbox.drain();
    expect(await stateOf('gone')).toMatchObject({ state: 'dead', outcome: 'HTTP 410' });
    expect(await stateOf('throws')).toMatchObject({ state: 'waiting', outcome: 'no route' });
  });

  it('leaves a job to the server that has it, until its lease ends', async () => {
    await add('held');
    const minute = new Date(now + 60_000);
    const [held] = await claim(opened.database, clock(), minute, 8);
    expect(held?.id).toBe('held');
    let tries = 0;
    const other = await start(() => (tries++, Promise.resolve(done)));
    await other.drain();
    expect(tries, 'while the first has it').toBe(0);
    now += 61_000;
    await other.drain();
    expect(tries, 'after the first was killed').toBe(1);
    if (held) await settle(opened.database, held, { state: 'dead', outcome: 'late' }, clock());
    expect(await stateOf('held'), 'the first comes back too late').toMatchObject({
      state: 'done',
      attempts: 2,
    });
  });

  it('gives each job to one of several servers', async () => {
    const told: string[] = [];
    const handler: Handler = ({ id }) => (told.push(id), Promise.resolve(done));
    const ids = Array.from({ length: 60 }, (_, index) => `many-${index}`);
    for (const id of ids) await add(id);
    const servers = [await start(handler), await start(handler), await start(handler)];
    await Promise.all(servers.map((server) => server.drain()));
    expect([...told].sort()).toEqual([...ids].sort());
  });

  it('hands back what it is doing when it is stopped', async () => {
    const { promise: begun, resolve } = deferred<void>();
    const outbox = await start((_job, signal) => {
      resolve();
      return new Promise((_done, reject) =>
        signal.addEventListener('abort', () => reject(new Error('stopped'))),
      );
    });
    await add('stopped');
    await begun;
    await outbox.stop();
    expect(await stateOf('stopped')).toMatchObject({ state: 'waiting', outcome: 'stopped' });
    const next = await start(() => Promise.resolve(done));
    await next.drain();
    expect(await stateOf('stopped')).toMatchObject({ state: 'done' });
  });
});
