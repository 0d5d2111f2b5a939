// Commands that arrive twice, at the same moment, out of order or broken.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actor, command, company, creation } from '../setup/company.ts';
import { testDatabases, type OpenTestDatabase } from '../setup/postgres.ts';
import { pullAll, startServer, type TestServer } from '../setup/server.ts';
import { quietLog } from '../setup/quiet-log.ts';
import { DatabaseUnavailable } from '../../sync-server/database/database.ts';
import { createCommandExecutor } from '../../sync-server/orders/executor.ts';
import type { Verdict } from '#schemas/orders/commands.ts';
import type { Order } from '#schemas/orders/order.ts';

type Named = Verdict & { readonly id: unknown };

const clock = () => new Date('2026-03-01T08:00:00Z');

describe.each(testDatabases)('commands on $name', ({ openMigrated }) => {
  let opened: OpenTestDatabase;
  let server: TestServer;

  beforeAll(async () => {
    opened = await openMigrated();
    server = await startServer(opened.database, { clock });
  });
  afterAll(async () => {
    await server.stop();
    await opened.drop();
  });

  async function send(who: 'clerk' | 'dispatcher' | 'admin', ...commands: unknown[]): Promise<Named[]> {
    const client = await server.as(who);
    const { status, body } = await client.post<{ verdicts: Named[] }>('/api/commands', { commands });
    expect(status).toBe(200);
    return body.verdicts;
  }

  async function eventsOf(orderId: string): Promise<string[]> {
    const rows = await opened.database.query<{ type: string }>(
      'select type from order_events where order_id = $1 order by seq',
      [orderId],
    );
    return rows.map(({ type }) => type);
  }

  const numbers = async () =>
    (
      await opened.database.query<{ body: Order }>(`select body from documents where collection = 'orders'`)
    ).map(({ body }) => Number(body.number.split('-')[1]));

  it('are applied once, however often they are sent one after the other', async () => {
    const create = command('create-order', 'order-ten', creation());
    for (let time = 0; time < 10; time++)
      expect(await send('clerk', create)).toEqual([{ id: create.id, status: 'applied' }]);
    expect(await eventsOf('order-ten')).toEqual(['create-order']);
  });

  it('are applied once when they are sent many times at the same moment', async () => {
    const create = command('create-order', 'order-many', creation());
    const edit = command('edit-order', 'order-many', { patch: { note: '已到路口' }, base: {} });
    const tenTimes = (one: unknown) => Promise.all(Array.from({ length: 10 }, () => send('clerk', one, one)));
    for (const one of [create, edit])
      for (const verdicts of await tenTimes(one))
        expect(verdicts.map(({ status }) => status)).toEqual(['applied', 'applied']);
    expect(await eventsOf('order-many')).toEqual(['create-order', 'edit-order']);
  });

  it('are applied once by two servers that get them at the same moment', async () => {
    const executors = [1, 2].map(() =>
      createCommandExecutor({ database: opened.database, clock, log: quietLog }),
    );
    for (let round = 0; round < 10; round++) {
      const create = command('create-order', `order-two-${round}`, creation());
      const both = executors.map((executor) => executor.submit(actor('clerk'), [create]));
      expect(await Promise.all(both)).toEqual([[{ status: 'applied' }], [{ status: 'applied' }]]);
      expect(await eventsOf(create.orderId)).toEqual(['create-order']);
    }
  });

  it('make one order out of two different creations of the same id', async () => {
    const executors = [1, 2].map(() =>
      createCommandExecutor({ database: opened.database, clock, log: quietLog }),
    );
    const creations = executors.map((executor) =>
      executor.submit(actor('clerk'), [command('create-order', 'order-claimed', creation())]),
    );
    const statuses = (await Promise.all(creations)).flat().map(({ status, code }) => code ?? status);
    expect(statuses.sort()).toEqual(['applied', 'order-exists']);
    expect(await eventsOf('order-claimed')).toEqual(['create-order']);
  });

  it('say nothing about a command of somebody else with the same id', async () => {
    const create = command('create-order', 'order-hers', creation());
    await send('clerk', create);
    const [verdict] = await send('dispatcher', create);
    expect(verdict).toMatchObject({ status: 'rejected', code: 'invalid-command', detail: 'id is in use' });
  });

  it('are refused one by one where the server fails, and hold up none of the others', async () => {
    await send('clerk', command('create-order', 'order-spoilt', creation()));
    const spoil = (from: string, to: string) =>
      opened.database.query(
        `update documents set body = replace(body::text, $1, $2)::json
         where collection = 'orders' and id = 'order-spoilt'`,
        [from, to],
      );
    await spoil('"timeline"', '"time"');
    const edit = command('edit-order', 'order-spoilt', { patch: { note: '已到路口' }, base: {} });
    const good = ['order-before', 'order-after'].map((id) => command('create-order', id, creation()));
    const [before, spoilt, after] = await send('clerk', good[0], edit, good[1]);
    expect([before, after].map((verdict) => verdict?.status)).toEqual(['applied', 'applied']);
    expect(spoilt).toMatchObject({ status: 'rejected', code: 'server-fault' });
    expect(await send('clerk', edit)).toEqual([spoilt]);
    const held = await opened.database.query(`select code from quarantine where document_id = $1`, [edit.id]);
    expect(held).toEqual([{ code: 'server-fault' }]);
    await spoil('"time"', '"timeline"');
  });

  it('are refused where the database refuses what they come to', async () => {
    await send('clerk', command('create-order', 'order-and-statement', creation()));
    await opened.database.query(
      `insert into order_events (company_id, order_id, seq, event_id, type, actor_id, device_id, recorded_at, event)
       select company_id, order_id, 2, 'of-elsewhere', type, actor_id, device_id, recorded_at, event
       from order_events where order_id = 'order-and-statement'`,
    );
    const edit = command('edit-order', 'order-and-statement', { patch: { note: '已到路口' }, base: {} });
    const [refused, applied] = await send(
      'clerk',
      edit,
      command('create-order', 'order-besides', creation()),
    );
    expect(refused).toMatchObject({ status: 'rejected', code: 'server-fault' });
    expect(applied).toMatchObject({ status: 'applied' });
  });

  it('are refused one by one where a trigger refuses what they come to', async () => {
    await send('clerk', command('create-order', 'order-triggered', creation()));
    await opened.database.script(
      `create function refuse_note() returns trigger language plpgsql as $$
       begin
         raise exception 'not this one' using errcode = 'TW099';
       end $$;
       create trigger refuse_note before insert on order_events for each row
         when (new.order_id = 'order-triggered') execute function refuse_note();`,
    );
    const edit = command('edit-order', 'order-triggered', { patch: { note: '已到路口' }, base: {} });
    const [before, refused] = await send(
      'clerk',
      command('create-order', 'order-untouched', creation()),
      edit,
    );
    await opened.database.script('drop trigger refuse_note on order_events; drop function refuse_note();');
    expect(before).toMatchObject({ status: 'applied' });
    expect(refused).toMatchObject({ status: 'rejected', code: 'server-fault' });
  });

  it('are tried again, and refused by nobody, where the moment was to blame', async () => {
    const failing = { ...opened.database, transaction: () => Promise.reject(gone) };
    const gone = new DatabaseUnavailable('The database cannot be reached.');
    const executor = createCommandExecutor({ database: failing, clock, log: quietLog });
    const create = command('create-order', 'order-later', creation());
    await expect(executor.submit(actor('clerk'), [create])).rejects.toBe(gone);
    expect(await send('clerk', create)).toEqual([{ id: create.id, status: 'applied' }]);
  });

  it('number concurrent creations without repeats and without gaps, refused ones aside', async () => {
    const executors = [1, 2, 3].map(() =>
      createCommandExecutor({ database: opened.database, clock, log: quietLog }),
    );
    await Promise.all(
      Array.from({ length: 30 }, (_, index) =>
        executors[index % 3]?.submit(actor('clerk'), [
          command('create-order', `order-numbered-${index}`, creation()),
          command('create-order', `order-refused-${index}`, creation({ customerId: 'customer-none' })),
          command('create-order', `order-numbered-${index}`, creation()),
        ]),
      ),
    );
    const all = await numbers();
    expect(all.sort((a, b) => a - b)).toEqual(Array.from(all, (_, index) => index + 1));
  });

  it('are decided by the device’s numbers, and answered in the order of the request', async () => {
    const create = command('create-order', 'order-shuffled', creation());
    const dispatch = command('dispatch', 'order-shuffled', {
      vehicleId: 'vehicle-1',
      driverId: 'staff-driver1',
    });
    const cancel = command('void', 'order-shuffled', { reason: '客户取消' });
    const other = { ...command('void', 'order-none', { reason: '重复' }), deviceId: 'device-2', n: 1 };
    const verdicts = await send('dispatcher', cancel, other, create, dispatch);
    expect(verdicts).toEqual([
      { id: cancel.id, status: 'applied' },
      { id: other.id, status: 'rejected', code: 'order-not-found' },
      { id: create.id, status: 'applied' },
      { id: dispatch.id, status: 'applied' },
    ]);
    expect(await eventsOf('order-shuffled')).toEqual(['create-order', 'dispatch', 'void']);
  });

  it('are judged each on their own: broken ones leave the good ones alone', async () => {
    const first = command('create-order', 'order-among-1', creation());
    const last = command('create-order', 'order-among-2', creation());
    const broken = brokenCommands();
    const verdicts = await send('clerk', first, ...broken, last);
    expect(verdicts.map(({ status }) => status)).toEqual([
      'applied',
      ...broken.map(() => 'rejected'),
      'applied',
    ]);
    expect(await eventsOf('order-among-2')).toEqual(['create-order']);
  });

  it.each([21, 50, 1000, 20_000])('are refused when they nest %i levels deep', async (levels) => {
    const deep = `${'{"inner":'.repeat(levels)}{}${'}'.repeat(levels)}`;
    const empty = { ...command('void', 'order-ten', { reason: 'x' }), payload: {} };
    const text = JSON.stringify(empty).replace('"payload":{}', `"payload":${deep}`);
    const client = await server.as('clerk');
    const { status, body } = await client.post('/api/commands', `{"commands":[${text}]}`);
    expect({ status, body }).toEqual({
      status: 200,
      body: { verdicts: [expect.objectContaining({ id: empty.id, status: 'rejected' })] },
    });
  });

  it('come back to their sender with the verdict, broken ones too, and to nobody else', async () => {
    const malformed = { ...command('void', 'order-ten', { reason: 'x' }), id: 'command-kept', payload: {} };
    await send('clerk', malformed);
    const { documents } = await pullAll(await server.as('clerk'), 'commands');
    const kept = documents.find(({ id }) => id === 'command-kept');
    expect(kept).toMatchObject({ actorId: 'staff-clerk', verdict: { code: 'invalid-command' } });
    expect(documents.every((document) => document['actorId'] === 'staff-clerk')).toBe(true);
  });

  it('are refused as a whole when they are no list, or too many', async () => {
    const client = await server.as('clerk');
    for (const body of [{}, [], { commands: 5 }])
      expect((await client.post('/api/commands', body)).status).toBe(400);
    const commands = Array.from({ length: 501 }, () => null);
    expect((await client.post('/api/commands', { commands })).status).toBe(413);
  });

  it('belong to their company', async () => {
    const rows = await opened.database.query('select distinct company_id from order_events');
    expect(rows).toEqual([{ company_id: company.id }]);
  });
});

function brokenCommands(): unknown[] {
  const good = () => command('create-order', 'order-broken', creation());
  return [
    null,
    42,
    'void',
    [],
    {},
    { id: 'command-bare' },
    { ...good(), id: '' },
    { ...good(), id: 'nul-\u0000' },
    { ...good(), id: { $ne: 1 } },
    { ...good(), n: -1 },
    { ...good(), n: 1.5 },
    { ...good(), n: '7' },
    { ...good(), at: 'yesterday' },
    { ...good(), type: 'drop-order' },
    { ...good(), type: '__proto__' },
    { ...good(), type: 'constructor' },
    { ...good(), orderId: 'x'.repeat(300) },
    { ...good(), payload: null },
    { ...good(), payload: [] },
    { ...good(), payload: creation({ note: 'nul \u0000' }) },
    { ...good(), payload: creation({ note: 'half \uD800' }) },
    { ...good(), payload: { ...creation(), contact: null } },
    { ...good(), deviceId: 'nul-\u0000' },
  ];
}
