// What comes after the rescue, through the API: a message, the insurer's word, a rating by link, a repair. Each
// counts once however often it is sent, and stands in the event log.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { command, company, creation } from '../setup/company.ts';
import { testDatabases, type OpenTestDatabase } from '../setup/postgres.ts';
import { startServer, type TestServer } from '../setup/server.ts';
import { quietLog } from '../setup/quiet-log.ts';
import { createCommandExecutor, type CommandExecutor } from '../../sync-server/orders/executor.ts';
import type { Verdict } from '#schemas/orders/commands.ts';
import type { OrderEvent } from '#schemas/orders/events.ts';
import type { Order } from '#schemas/orders/order.ts';
import { messagesOf, reportOf } from '#schemas/sms/messages.ts';
import { rescuedPerson, serverItself } from '#schemas/staff/outsiders.ts';

const applied = { status: 'applied' };
const toDriver1 = { vehicleId: 'vehicle-1', driverId: 'staff-driver1' };
const at = '2026-03-01T09:00:00Z';

describe.each(testDatabases)('after the rescue on $name', ({ openMigrated }) => {
  let opened: OpenTestDatabase;
  let server: TestServer;
  let executor: CommandExecutor;
  let say: TestServer['say'];

  beforeAll(async () => {
    opened = await openMigrated();
    server = await startServer(opened.database);
    executor = createCommandExecutor({ database: opened.database, clock: () => new Date(), log: quietLog });
    ({ say } = server);
  });
  afterAll(async () => {
    await server.stop();
    await opened.drop();
  });

  async function order(id: string): Promise<Order> {
    const [row] = await opened.database.query<{ body: Order }>(
      `select body from documents where collection = 'orders' and id = $1`,
      [id],
    );
    if (!row) throw new Error(`There is no ${id}`);
    return row.body;
  }

  async function events(id: string): Promise<OrderEvent[]> {
    const rows = await opened.database.query<{ event: OrderEvent }>(
      'select event from order_events where order_id = $1 order by seq',
      [id],
    );
    return rows.map(({ event }) => event);
  }

  async function rescued(id: string): Promise<void> {
    await say('clerk', 'create-order', id, creation({ customerId: 'customer-confirms' }));
    await say('dispatcher', 'dispatch', id, toDriver1);
    expect(await say('driver1', 'complete', id, { mileageKm: 12.5 })).toMatchObject(applied);
  }

  async function post(who: Parameters<TestServer['as']>[0], ...commands: object[]): Promise<Verdict[]> {
    const client = await server.as(who);
    const { body } = await client.post<{ verdicts: Verdict[] }>('/api/commands', { commands });
    return body.verdicts;
  }

  it('a message is written by the server from what the order says, and told of once', async () => {
    const id = 'order-sms';
    await rescued(id);
    const sms = command('send-sms', id, { templateId: 'sms-rate', phone: '139 0000 0000' });
    expect(await post('clerk', sms)).toMatchObject([applied]);
    expect(await post('clerk', sms)).toMatchObject([applied]);
    const [event, ...more] = (await events(id)).filter(({ type }) => type === 'send-sms');
    expect(more).toEqual([]);
    expect(event?.message).toEqual({
      phone: '13900000000',
      text: '本次拖车牵引已完成，请为我们的服务打分：{link}',
      params: [{ name: 'service', value: '拖车牵引' }],
    });
    const delivered = reportOf({ id: sms.id, orderId: id }, 'delivered', at);
    for (let time = 0; time < 2; time++)
      expect(await executor.submit(serverItself(company.id), [delivered])).toMatchObject([applied]);
    expect(messagesOf(await order(id))).toMatchObject([{ id: sms.id, state: 'delivered' }]);
    expect(await post('admin', { ...delivered, id: 'forged' })).toMatchObject([{ code: 'not-permitted' }]);
  });

  it('a message about an order of the same batch names outlet, vehicle and driver', async () => {
    const id = 'order-offline';
    const params = { driverPhone: '13800000001' };
    const verdicts = await post(
      'dispatcher',
      command('create-order', id, creation()),
      command('dispatch', id, toDriver1),
      command('send-sms', id, { templateId: 'sms-dispatched', phone: '13900000000', params }),
    );
    expect(verdicts).toMatchObject([applied, applied, applied]);
    expect(messagesOf(await order(id))[0]?.text).toContain('outlet-1已安排救援车浙A12345前往');
  });

  it('the insurer’s word is entered, corrected, and refused before the end', async () => {
    const id = 'order-confirmed';
    await say('clerk', 'create-order', id, creation({ customerId: 'customer-confirms' }));
    const word = (returnRemark: string) => say('dispatcher', 'confirm-result', id, { returnRemark });
    expect(await word('x')).toMatchObject({ status: 'rejected', code: 'order-not-ended' });
    await say('dispatcher', 'complete', id, {});
    expect((await order(id)).confirmation).toMatchObject({ state: 'waiting' });
    expect(await say('clerk', 'confirm-result', id, { returnRemark: 'x' })).toMatchObject({
      code: 'not-permitted',
    });
    expect(await word('确认')).toMatchObject(applied);
    expect(await word('更正：确认')).toMatchObject(applied);
    expect((await order(id)).confirmation).toMatchObject({
      ...{ state: 'confirmed', returnRemark: '更正：确认', by: 'staff-dispatcher' },
    });
  });

  it('a rating comes by the link alone, once, and a low one is flagged', async () => {
    const id = 'order-rated';
    await rescued(id);
    const person = rescuedPerson(company.id, id);
    const rating = command('rate', id, { stars: 1, comment: '等太久' });
    expect(await say('admin', 'rate', id, { stars: 5 })).toMatchObject({ code: 'link-needed' });
    const stranger = rescuedPerson(company.id, 'order-sms');
    expect(await executor.submit(stranger, [command('rate', id, { stars: 5 })])).toMatchObject([
      { code: 'order-not-found' },
    ]);
    const flagged = { status: 'flagged', code: 'low-rating' };
    expect(await executor.submit(person, [rating])).toMatchObject([flagged]);
    expect(await executor.submit(person, [rating])).toMatchObject([flagged]);
    expect(await executor.submit(person, [command('rate', id, { stars: 5 })])).toMatchObject([
      { code: 'already-rated' },
    ]);
    expect(await order(id)).toMatchObject({
      rating: { stars: 1, comment: '等太久' },
      attention: [{ code: 'low-rating' }],
    });
  });

  it('a repair corrects a completed order, waits for finance, and leaves the log as it was', async () => {
    const id = 'order-repaired';
    await rescued(id);
    const before = await events(id);
    const repair = (mileageKm: number, seen: number) => ({
      ...{ patch: { mileageKm }, base: { mileageKm: seen }, reason: '里程多输了一位' },
    });
    expect(await say('dispatcher', 'repair-order', id, repair(1.5, 12.5))).toMatchObject({
      code: 'not-permitted',
    });
    const right = command('repair-order', id, repair(1.5, 12.5));
    expect(await post('admin', right)).toMatchObject([applied]);
    expect(await post('admin', right)).toMatchObject([applied]);
    expect(await say('admin', 'repair-order', id, repair(2, 12.5))).toMatchObject({ code: 'edit-conflict' });
    const after = await events(id);
    expect(after.slice(0, before.length)).toEqual(before);
    expect(after.slice(before.length)).toMatchObject([
      { changes: [{ field: 'mileageKm', before: 12.5, after: 1.5 }], by: 'staff-admin' },
    ]);
    await say('finance', 'verify', id, { lines: [], amountFen: 100, method: 'settlement-cash' });
    expect(await say('admin', 'repair-order', id, repair(2, 1.5))).toMatchObject({ code: 'finance-started' });
    await say('finance', 'reverse-finance', id, { reason: '里程有误' });
    expect(await say('admin', 'repair-order', id, repair(2, 1.5))).toMatchObject(applied);
  });

  it('an order voided by mistake comes back to its driver’s phone', async () => {
    const id = 'order-unvoided';
    await say('clerk', 'create-order', id, creation());
    await say('dispatcher', 'dispatch', id, toDriver1);
    await say('dispatcher', 'void', id, { reason: '重复' });
    const patch = {
      patch: { status: 'dispatched' },
      base: { status: 'voided' },
      reason: '选错订单',
    } as const;
    expect(await say('admin', 'repair-order', id, patch)).toMatchObject(applied);
    expect(await say('driver1', 'accept', id, {})).toMatchObject(applied);
    expect(await order(id)).toMatchObject({ status: 'accepted', assignment: toDriver1 });
  });
});
