// A message leaves once, through the company's gateway, and how far it has come is read on its order.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { creation } from '../setup/company.ts';
import { testDatabases, type OpenTestDatabase } from '../setup/postgres.ts';
import { startReceiver, type Receiver } from '../setup/receiver.ts';
import { pullAll, startServer, type TestServer } from '../setup/server.ts';
import type { Order } from '#schemas/orders/order.ts';
import { messagesOf } from '#schemas/sms/messages.ts';
import type { SmsSettings } from '#schemas/sms/settings.ts';

describe.each(testDatabases)('messages on $name', ({ openMigrated }) => {
  let opened: OpenTestDatabase;
  let server: TestServer;
  let gateway: Receiver;
  let receiptPath = '';
  let now = Date.parse('2026-03-01T08:00:00Z');
  let orders = 0;

  beforeAll(async () => {
    opened = await openMigrated();
    server = await startServer(opened.database, { clock: () => new Date(now) });
    gateway = await startReceiver();
    receiptPath = (await set({ gateway: 'http', url: `${gateway.url}/send`, token: 'secret' })).receiptPath;
  });
  afterEach(() => gateway.answerAll(undefined));
  afterAll(async () => {
    await server.stop();
    await gateway.stop();
    await opened.drop();
  });

  async function set(settings: SmsSettings): Promise<{ settings: SmsSettings; receiptPath: string }> {
    const { token } = await server.as('admin');
    const response = await fetch(`${server.url}/api/sms/settings`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(settings),
    });
    expect(response.status).toBe(200);
    return (await response.json()) as { settings: SmsSettings; receiptPath: string };
  }

  /** An order, and a message about it that is on its way. */
  async function write(templateId = 'sms-rate'): Promise<string> {
    const orderId = `order-sms-${++orders}`;
    await server.say('dispatcher', 'create-order', orderId, creation());
    const verdict = await server.say('dispatcher', 'send-sms', orderId, { templateId, phone: '13900000000' });
    expect(verdict).toMatchObject({ status: 'applied' });
    return orderId;
  }
  async function message(orderId: string) {
    const { documents } = await pullAll(await server.as('dispatcher'), 'orders');
    const order = documents.find(({ id }) => id === orderId) as unknown as Order;
    return messagesOf(order)[0];
  }
  const receipts = (body: unknown, path = receiptPath) =>
    fetch(server.url + path, { method: 'POST', body: JSON.stringify(body) });

  it('go to the gateway with their link, and come back accepted, then delivered', async () => {
    const orderId = await write();
    const asked = await gateway.next();
    expect(asked.headers['authorization']).toBe('Bearer secret');
    const sent = JSON.parse(asked.body) as { id: string; to: string; text: string; params: object[] };
    const link = /https:\/\/towline\.test\/r\/acme\.[\w-]{22}/.exec(sent.text)?.[0];
    expect(sent).toMatchObject({
      to: '13900000000',
      params: expect.arrayContaining([{ name: 'link', value: link }]),
    });
    asked.answer(200, '{"status":"accepted","id":"p-1"}');
    await server.outbox.drain();
    expect(await message(orderId)).toMatchObject({ state: 'sent', text: expect.stringContaining('{link}') });
    const answer = await receipts([{ id: 'p-1', status: 'delivered' }]);
    expect(await answer.json()).toEqual({ ok: true });
    expect(await message(orderId)).toMatchObject({ state: 'delivered' });
    await receipts([{ id: 'p-1', status: 'delivered' }]);
    expect(await message(orderId), 'told twice').toMatchObject({ state: 'delivered' });
  });

  it('that are rejected have failed, with the gateway’s word', async () => {
    const orderId = await write();
    (await gateway.next()).answer(200, '{"status":"rejected","code":"blocked"}');
    await server.outbox.drain();
    expect(await message(orderId)).toMatchObject({ state: 'failed', code: 'blocked' });
  });

  it('of which no answer came are never sent again by themselves; a receipt says more', async () => {
    const before = gateway.received.length;
    const orderId = await write();
    (await gateway.next()).breakOff();
    await server.outbox.drain();
    expect(await message(orderId)).toMatchObject({ state: 'unknown' });
    now += 6 * 3_600_000;
    await server.outbox.drain();
    expect(gateway.received.length).toBe(before + 1);
  });

  it('that a killed server had begun to send are not sent again', async () => {
    await set({ gateway: 'log' });
    const orderId = await write();
    await server.outbox.drain();
    await set({ gateway: 'http', url: `${gateway.url}/send`, token: '' });
    const before = gateway.received.length;
    const id = (await message(orderId))?.id ?? '';
    const killed = await write();
    const killedId = (await message(killed))?.id ?? '';
    (await gateway.next()).answer(200, '{"status":"accepted","id":"p-9"}');
    await server.outbox.drain();
    // As its server would have left it: begun, and the job not settled.
    await opened.database.query(`update sms_messages set state = 'sending' where id = $1`, [killedId]);
    await opened.database.query(`update outbox_jobs set state = 'waiting', due_at = $2 where id = $1`, [
      `sms:${killedId}`,
      new Date(now),
    ]);
    await server.outbox.drain();
    expect(gateway.received.length).toBe(before + 1);
    const [row] = await opened.database.query<{ state: string }>(
      'select state from sms_messages where id = $1',
      [killedId],
    );
    expect(row).toEqual({ state: 'unknown' });
    expect(id).not.toBe(killedId);
  });

  it('wait while the gateway cannot be reached, for ten minutes', async () => {
    const dead = await startReceiver();
    await dead.stop();
    await set({ gateway: 'http', url: `${dead.url}/send`, token: '' });
    const orderId = await write();
    await server.outbox.drain();
    expect(await message(orderId)).toMatchObject({ state: 'queued' });
    now += 60_000;
    await set({ gateway: 'http', url: `${gateway.url}/send`, token: '' });
    gateway.answerAll(500);
    await server.outbox.drain();
    expect(await message(orderId)).toMatchObject({ state: 'unknown', code: 'HTTP 500' });
    await set({ gateway: 'http', url: `${dead.url}/send`, token: '' });
    const late = await write();
    await server.outbox.drain();
    now += 11 * 60_000;
    await server.outbox.drain();
    expect(await message(late)).toMatchObject({ state: 'failed', code: 'gateway-unreachable' });
    await set({ gateway: 'http', url: `${gateway.url}/send`, token: '' });
  });

  it('receipts of messages that nobody sent do nothing, and a wrong address is none', async () => {
    const answer = await receipts([{ id: 'p-unknown', status: 'delivered' }, { nonsense: 1 }]);
    expect(answer.status).toBe(200);
    for (const path of ['/hooks/sms/acme.AAAAAAAAAAAAAAAAAAAAAA', '/hooks/sms/x', `${receiptPath}x`])
      expect((await receipts([], path)).status).toBe(404);
  });

  it('settings are an administrator’s, and show no secret', async () => {
    const admin = await server.as('admin');
    const { body } = await admin.get('/api/sms/settings');
    expect(body).toEqual({
      settings: { gateway: 'http', url: `${gateway.url}/send`, token: '' },
      receiptPath,
    });
    const dispatcher = await server.as('dispatcher');
    expect(await dispatcher.get('/api/sms/settings')).toMatchObject({ status: 403 });
    const stored = await opened.database.query<{ settings: string }>('select settings from sms_settings');
    expect(JSON.stringify(stored)).not.toContain('secret');
  });
});
