// The streams of changes, over HTTP.
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { creation } from '../setup/company.ts';
import { testDatabases, type OpenTestDatabase } from '../setup/postgres.ts';
import {
  pullAll,
  startServer,
  type EventsRead,
  type SignedInClient,
  type TestServer,
} from '../setup/server.ts';
import type { Page, StreamMessage } from '#schemas/sync/protocol.ts';

const toDriver1 = { vehicleId: 'vehicle-1', driverId: 'staff-driver1' };
const toDriver2 = { vehicleId: 'vehicle-1', driverId: 'staff-driver2' };

describe.each(testDatabases)('a stream on $name', ({ openMigrated }) => {
  let opened: OpenTestDatabase;
  let server: TestServer;
  let another: TestServer;
  const open: EventsRead[] = [];

  beforeAll(async () => {
    opened = await openMigrated();
    server = await startServer(opened.database, { heartbeatMs: 40 });
    another = await startServer(opened.database);
  });
  afterEach(() => {
    for (const stream of open.splice(0)) stream.close();
  });
  afterAll(async () => {
    await another.stop();
    await server.stop();
    await opened.drop();
  });

  /** Opens a stream, and waits until every collection's feed has begun. */
  async function listen(client: SignedInClient, path: string): Promise<EventsRead> {
    const stream = await client.stream(path);
    open.push(stream);
    expect(stream.messages[0]).toBe('RESYNC');
    return stream;
  }

  const messagesOf = ({ messages }: EventsRead): StreamMessage[] =>
    messages.filter((message): message is StreamMessage => typeof message === 'object');

  const shown = (stream: EventsRead) =>
    messagesOf(stream).flatMap(({ documents }) => documents.map(({ id, _deleted }) => ({ id, _deleted })));

  /** Creates orders until one is shown: a stream's feed begins a moment after its first message. */
  async function begun(stream: EventsRead, prefix: string): Promise<void> {
    let tried = 0;
    await vi.waitFor(
      async () => {
        await server.say('admin', 'create-order', `${prefix}-${++tried}`, creation());
        expect(messagesOf(stream).length).toBeGreaterThan(0);
      },
      { timeout: 10_000, interval: 50 },
    );
    await vi.waitFor(() => expect(shown(stream).map(({ id }) => id)).toContain(`${prefix}-${tried}`));
  }

  it('begins with RESYNC, then tells every change so that a gap shows', async () => {
    const client = await server.as('clerk');
    const stream = await listen(client, '/replication/stream?collections=orders,customers');
    await begun(stream, 'order-begun');
    const { checkpoint } = await pullAll(client, 'orders');
    const before = messagesOf(stream).length;
    await server.say('clerk', 'create-order', 'order-streamed', creation());
    await vi.waitFor(() => expect(messagesOf(stream).length).toBe(before + 1));
    const message = messagesOf(stream)[before];
    expect(message).toMatchObject({
      collection: 'orders',
      documents: [{ id: 'order-streamed', status: 'pending', _deleted: false }],
    });
    expect(message?.previous).toBeLessThanOrEqual(checkpoint.lwt);
    expect(message?.checkpoint.lwt).toBeGreaterThan(checkpoint.lwt);
    expect(message?.checkpoint.id).toBe(checkpoint.id);
    expect((await pullAll(client, 'orders', message?.checkpoint)).documents).toEqual([]);
  });

  it('stays silent about what its person may not see', async () => {
    const driver = await server.as('driver2');
    const clerk = await listen(await server.as('clerk'), '/replication/stream?collections=orders');
    await begun(clerk, 'order-unseen');
    const stream = await listen(driver, '/replication/stream?collections=orders,commands');
    await server.say('clerk', 'create-order', 'order-his', creation());
    await server.say('dispatcher', 'dispatch', 'order-his', toDriver1);
    let last: { vehicleId: string; driverId: string } = toDriver1;
    await vi.waitFor(async () => {
      last = last === toDriver1 ? toDriver2 : toDriver1;
      await server.say('dispatcher', 'dispatch', 'order-his', last);
      expect(shown(stream).length).toBeGreaterThan(1);
    });
    for (const one of shown(stream)) expect(one.id).toBe('order-his');
    expect(messagesOf(stream).every(({ collection }) => collection === 'orders')).toBe(true);
    expect(shown(stream)).toEqual(expect.arrayContaining([{ id: 'order-his', _deleted: true }]));
  });

  it('of one collection speaks as RxServer does', async () => {
    const stream = await listen(await server.as('clerk'), '/replication/orders/0/pullStream');
    await begun(stream, 'order-rx');
    const message: Page | undefined = messagesOf(stream).at(-1);
    expect(Object.keys(message ?? {}).sort()).toEqual(['checkpoint', 'documents']);
    expect(message?.checkpoint).toEqual({ id: expect.any(String), lwt: expect.any(Number) });
  });

  it('ends when its session does', async () => {
    const client = await server.signIn('finance');
    const stream = await listen(client, '/replication/stream?collections=orders');
    expect(await client.delete('/api/session')).toBe(204);
    await stream.ended;
    expect((await client.get('/replication/orders/0/pull')).status).toBe(401);
  });

  it('tells what was changed through another server', async () => {
    const stream = await listen(await another.as('clerk'), '/replication/stream?collections=orders');
    await begun(stream, 'order-elsewhere');
    await server.say('clerk', 'create-order', 'order-from-there', creation());
    await vi.waitFor(() => expect(shown(stream)).toContainEqual({ id: 'order-from-there', _deleted: false }));
  });

  it('leads every reader to what is stored, though all write at the same moment', async () => {
    const stream = await listen(await another.as('admin'), '/replication/stream?collections=orders');
    await begun(stream, 'order-rush');
    const orderIds = Array.from({ length: 40 }, (_, index) => `order-rushed-${index}`);
    const servers = [server, another];
    await Promise.all(
      orderIds.map((id, index) => servers[index % 2]?.say('clerk', 'create-order', id, creation())),
    );
    await vi.waitFor(() =>
      expect(shown(stream).map(({ id }) => id)).toEqual(expect.arrayContaining(orderIds)),
    );
    const messages = messagesOf(stream);
    messages.slice(1).forEach(({ previous }, index) => {
      expect(previous).toBeGreaterThanOrEqual(messages[index]?.checkpoint.lwt ?? 0);
    });
  });

  it.each(['', '?collections=', '?collections=orders,secrets', '?collections=constructor'])(
    'is refused for %j',
    async (query) => {
      const { status } = await (await server.as('clerk')).get(`/replication/stream${query}`);
      expect(status).toBe(400);
    },
  );

  it('is for those who are signed in', async () => {
    expect((await fetch(`${server.url}/replication/stream?collections=orders`)).status).toBe(401);
  });
});
