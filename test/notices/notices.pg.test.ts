// Notices come in signed, once each, and become one order or a refusal; their senders hear of it.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addSender, offer, senderInput } from './setting.ts';
import { creation } from '../setup/company.ts';
import { request } from '../setup/notices.ts';
import { testDatabases, type OpenTestDatabase } from '../setup/postgres.ts';
import { startReceiver, type Receiver } from '../setup/receiver.ts';
import { pullAll, startServer, type TestServer } from '../setup/server.ts';
import type { ListedSender, Sender, SenderWithSecret } from '#schemas/notices/sender.ts';
import type { Notice } from '#schemas/notices/notice.ts';
import { verify } from '../../sync-server/notices/signature.ts';

describe.each(testDatabases)('notices on $name', ({ openMigrated }) => {
  let opened: OpenTestDatabase;
  let server: TestServer;
  let receiver: Receiver;
  let sender: SenderWithSecret;
  let now = Date.parse('2026-03-01T08:00:00Z');
  const clock = () => new Date(now);

  beforeAll(async () => {
    opened = await openMigrated();
    server = await startServer(opened.database, { clock });
    receiver = await startReceiver();
    sender = await addSender(server, { callbackUrl: `${receiver.url}/hook` });
  });
  beforeEach(() => receiver.answerAll(204));
  afterAll(async () => {
    await server.stop();
    await receiver.stop();
    await opened.drop();
  });

  const post = (one: Partial<Parameters<typeof offer>[1]> = {}) =>
    offer(server.url, { sender, at: clock(), ...one });
  async function notices(who: 'dispatcher' | 'dispatcher2' | 'driver1' = 'dispatcher'): Promise<Notice[]> {
    const { documents } = await pullAll(await server.as(who), 'notices');
    return documents as unknown as Notice[];
  }
  const seen = async (id: unknown) => (await notices()).find((one) => one.id === id);
  const convert = (who: 'clerk' | 'dispatcher', id: unknown, orderId: string) =>
    server.say(who, 'create-order', orderId, creation({ noticeId: String(id) }));
  const told = (id: unknown) =>
    receiver.received
      .map(({ body }) => JSON.parse(body) as { type: string; data: { noticeId: string; number: string } })
      .filter(({ data }) => data.noticeId === id)
      .map(({ type }) => type);

  it('are shown to the outlet they are offered to, with what the sender said and what we make of it', async () => {
    const body = { ...request({ number: 'PA-first' }), caseNumber: 'C-7' };
    const { status, body: answer } = await post({ body });
    expect({ status, answer }).toMatchObject({ status: 201, answer: { number: 'PA-first', state: 'new' } });
    expect(await seen(answer['id'])).toMatchObject({
      ...{ senderName: '平安保险', senderNumber: 'PA-first', outletId: 'outlet-1', state: 'new' },
      ...{ service: '拖车', serviceId: 'service-tow', customerId: 'customer-all' },
      ...{ extra: { caseNumber: 'C-7' }, receivedAt: clock().toISOString() },
    });
    expect(await notices('dispatcher2')).toEqual([]);
    expect(await notices('driver1')).toEqual([]);
  });

  it('take places as Chinese maps give them', async () => {
    const body = request({ number: 'PA-map', coordinateSystem: 'gcj02' });
    const { body: answer } = await post({ body });
    const { lng = 0, lat = 0 } = (await seen(answer['id']))?.pickup ?? {};
    expect([120.13 - lng, 30.28 - lat].map((off) => Math.round(off * 1000))).toEqual([5, -2]);
  });

  describe('that are sent again', () => {
    it('are answered as they stand, and make no second one', async () => {
      const body = request({ number: 'PA-again' });
      const first = await post({ body, id: 'msg-again' });
      const again = await post({ body, id: 'msg-again' });
      expect(again).toEqual({ status: 200, body: first.body });
      const newId = await post({ body, id: 'msg-again-2' });
      expect(newId).toEqual({ status: 200, body: first.body });
      expect((await notices()).filter(({ senderNumber }) => senderNumber === 'PA-again')).toHaveLength(1);
    });

    it('are taken once when they come at the same time', async () => {
      const body = request({ number: 'PA-twins' });
      const answers = await Promise.all([1, 2, 3, 4].map(() => post({ body })));
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 201]);
      expect(new Set(answers.map(({ body: { id } }) => id)).size).toBe(1);
    });

    it('are refused when they say something else', async () => {
      await post({ body: request({ number: 'PA-other' }) });
      const other = await post({ body: request({ number: 'PA-other', service: '吊车' }) });
      expect(other).toMatchObject({ status: 409, body: { code: 'notice-number-taken' } });
      await post({ body: request({ number: 'PA-id' }), id: 'msg-taken' });
      const reused = await post({ body: request({ number: 'PA-id-2' }), id: 'msg-taken' });
      expect(reused).toMatchObject({ status: 409, body: { code: 'webhook-id-reused' } });
    });
  });

  describe('that are not in order', () => {
    it.each([
      ['bad-signature', 401, { secret: 'whsec_AAAA' }],
      ['bad-signature', 401, { headers: { 'webhook-signature': '' } }],
      ['bad-signature', 401, { headers: { 'webhook-id': 'another' } }],
      ['invalid-request', 400, { body: '{' }],
      ['invalid-notice', 422, { body: '[]' }],
      ['invalid-notice', 422, { body: { number: 'PA-x' } }],
      ['invalid-notice', 422, { body: { ...request(), pickup: { address: 'x', lng: 200, lat: 0 } } }],
      ['invalid-notice', 422, { body: `{"number":"PA-\\u0000"}` }],
      ['too-large', 413, { body: JSON.stringify({ ...request(), pad: 'x'.repeat(70_000) }) }],
    ] as const)('are answered %s', async (code, status, changed) => {
      const before = (await notices()).length;
      const answer = await post(changed);
      expect(answer).toMatchObject({ status, body: { code, detail: expect.any(String) } });
      expect((await notices()).length).toBe(before);
    });

    it('say which field is wrong', async () => {
      const answer = await post({ body: { ...request(), contact: { name: '王', phone: 'none' } } });
      expect(answer.body['detail']).toContain('contact.phone');
    });

    it('are stale after five minutes, and a copy of an old one does nothing', async () => {
      const answer = await post({ at: new Date(now - 6 * 60_000) });
      expect(answer).toMatchObject({ status: 401, body: { code: 'stale-timestamp' } });
    });

    it('come from nobody that we know', async () => {
      const response = await fetch(`${server.url}/hooks/notices/acme.AAAAAAAAAAAAAAAA`, { method: 'POST' });
      expect(response.status).toBe(404);
    });
  });

  it('become an order by one command, and the sender hears of each step, signed and in order', async () => {
    const { body } = await post();
    expect(await convert('dispatcher', body['id'], 'order-way')).toMatchObject({ status: 'applied' });
    expect(await seen(body['id'])).toMatchObject({
      ...{ state: 'converted', orderId: 'order-way', decidedBy: 'staff-dispatcher' },
    });
    const assignment = { vehicleId: 'vehicle-1', driverId: 'staff-driver1' };
    await server.say('dispatcher', 'dispatch', 'order-way', assignment);
    await server.say('driver1', 'arrive', 'order-way', {});
    await server.say('driver1', 'complete', 'order-way', { mileageKm: 12 });
    await server.outbox.drain();
    expect(told(body['id'])).toEqual([
      'notice.accepted',
      'notice.dispatched',
      'notice.arrived',
      'notice.completed',
    ]);
    const last = receiver.received.at(-1);
    expect(JSON.parse(last?.body ?? '')).toMatchObject({ data: { number: body['number'], mileageKm: 12 } });
    const claimed = {
      id: String(last?.headers['webhook-id']),
      timestamp: String(last?.headers['webhook-timestamp']),
      signature: String(last?.headers['webhook-signature']),
    };
    expect(verify([sender.secret], claimed, clock(), last?.body ?? '')).toBe('good');
    expect((await post({ body: request({ number: String(body['number']) }) })).body).toMatchObject({
      state: 'converted',
    });
  });

  it('become one order when two people convert at once; the other is told whose it is', async () => {
    const { body } = await post();
    const verdicts = await Promise.all([
      convert('clerk', body['id'], 'order-race-1'),
      convert('dispatcher', body['id'], 'order-race-2'),
    ]);
    expect(verdicts.map(({ status }) => status).sort()).toEqual(['applied', 'rejected']);
    const lost = verdicts.find(({ status }) => status === 'rejected');
    const winner = verdicts[0]?.status === 'applied' ? 'order-race-1' : 'order-race-2';
    expect(lost).toMatchObject({ code: 'notice-converted', detail: winner });
    expect(await seen(body['id'])).toMatchObject({ state: 'converted', orderId: winner });
    await server.outbox.drain();
    expect(told(body['id'])).toEqual(['notice.accepted']);
  });

  it('that two commands of one batch convert use up one order number', async () => {
    const { body } = await post();
    const client = await server.as('dispatcher');
    const at = clock().toISOString();
    const commands = ['a', 'b', 'c'].map((name, n) => ({
      ...{ id: `batch-${name}`, n, deviceId: 'd', type: 'create-order', orderId: `order-batch-${name}`, at },
      payload: creation(name === 'c' ? {} : { noticeId: String(body['id']) }),
    }));
    const { body: answer } = await client.post<{ verdicts: { status: string }[] }>('/api/commands', {
      commands,
    });
    expect(answer.verdicts.map(({ status }) => status)).toEqual(['applied', 'rejected', 'applied']);
    const { documents } = await pullAll(client, 'orders');
    const numbers = documents
      .filter(({ id }) => String(id).startsWith('order-batch'))
      .map(({ number }) => Number(String(number).split('-')[1]));
    expect((numbers[1] ?? 0) - (numbers[0] ?? 0)).toBe(1);
  });

  it('are refused with a reason, which the sender hears; they become no order after that', async () => {
    const { body } = await post();
    const id = String(body['id']);
    expect(await server.say('clerk', 'refuse-notice', id, { reason: '超出服务范围' })).toMatchObject({
      status: 'applied',
    });
    expect(await seen(id)).toMatchObject({
      state: 'refused',
      reason: '超出服务范围',
      decidedBy: 'staff-clerk',
    });
    await server.outbox.drain();
    expect(told(id)).toEqual(['notice.refused']);
    expect(await convert('clerk', id, 'order-after-refusal')).toMatchObject({ code: 'notice-refused' });
    const again = await server.say('dispatcher', 'refuse-notice', id, { reason: 'x' });
    expect(again).toMatchObject({ status: 'rejected', code: 'notice-refused' });
  });

  it('are not decided by people of other outlets, or without the right', async () => {
    const { body } = await post();
    const id = String(body['id']);
    expect(await server.say('dispatcher2', 'refuse-notice', id, { reason: 'x' })).toMatchObject({
      code: 'notice-not-found',
    });
    expect(await server.say('driver1', 'refuse-notice', id, { reason: 'x' })).toMatchObject({
      code: 'not-permitted',
    });
    expect(await seen(id)).toMatchObject({ state: 'new' });
  });

  describe('a sender', () => {
    it('has its secret shown once, and for a while two that are valid', async () => {
      const admin = await server.as('admin');
      const one = await addSender(server, { name: '轮换' });
      const { body: listed } = await admin.get<{ senders: Sender[] }>('/api/senders');
      expect(JSON.stringify(listed)).not.toContain('whsec_');
      const rotated = await admin.post<SenderWithSecret>(`/api/senders/${one.sender.id}/secret`, {});
      const renewed = { ...one, secret: rotated.body.secret };
      const by = (which: SenderWithSecret, number: string) =>
        post({ sender: which, body: request({ number }) });
      expect((await by(one, 'PA-old')).status).toBe(201);
      expect((await by(renewed, 'PA-new')).status).toBe(201);
      now += 73 * 3_600_000;
      expect((await by(one, 'PA-too-old')).status).toBe(401);
      expect((await by(renewed, 'PA-new-2')).status).toBe(201);
    });

    it('is stopped by being disabled', async () => {
      const one = await addSender(server, { name: '停用' });
      const admin = await server.as('admin');
      const input = senderInput({ name: '停用', disabled: true });
      const changed = await fetch(`${server.url}/api/senders/${one.sender.id}`, {
        method: 'PUT',
        headers: { authorization: `Bearer ${admin.token}`, 'content-type': 'application/json' },
        body: JSON.stringify(input),
      });
      expect(changed.status).toBe(200);
      expect((await post({ sender: one })).status).toBe(404);
    });

    it.each(['https://10.0.0.1/x', 'http://example.com/x', 'ftp://example.com'])(
      'is not told anything at %s',
      async (callbackUrl) => {
        const admin = await server.as('admin');
        const answer = await admin.post('/api/senders', senderInput({ callbackUrl }));
        expect(answer).toMatchObject({ status: 400, body: { code: 'invalid-request' } });
      },
    );

    it('is set up by administrators only', async () => {
      const dispatcher = await server.as('dispatcher');
      for (const path of ['/api/senders', '/api/deliveries'])
        expect(await dispatcher.get(path)).toMatchObject({ status: 403 });
      expect(await dispatcher.post('/api/senders', senderInput())).toMatchObject({ status: 403 });
      expect(await dispatcher.post('/api/deliveries/resend', { ids: ['x'] })).toMatchObject({ status: 403 });
    });
  });

  it('whose sender wants nothing more are kept for an administrator, who has it told again', async () => {
    receiver.answerAll(410);
    const { body } = await post();
    await server.say('clerk', 'refuse-notice', String(body['id']), { reason: 'x' });
    await server.outbox.drain();
    const admin = await server.as('admin');
    const { body: dead } = await admin.get<{ deliveries: { id: string }[] }>('/api/deliveries?state=dead');
    expect(dead.deliveries).toMatchObject([
      { event: 'notice.refused', number: body['number'], outcome: 'HTTP 410', senderName: '平安保险' },
    ]);
    const { body: list } = await admin.get<{ senders: ListedSender[] }>('/api/senders');
    expect(list.senders.find(({ id }) => id === sender.sender.id)).toMatchObject({
      ...{ dead: 1, waiting: 0, lastNoticeAt: clock().toISOString() },
    });
    receiver.answerAll(200);
    const ids = dead.deliveries.map(({ id }) => id);
    expect(await admin.post('/api/deliveries/resend', { ids })).toEqual({ status: 200, body: { ids } });
    await server.outbox.drain();
    const { body: done } = await admin.get<{ deliveries: { id: string }[] }>('/api/deliveries?state=done');
    expect(done.deliveries.map(({ id }) => id)).toContain(ids[0]);
    const [first, second] = receiver.received.slice(-2);
    expect(second?.headers['webhook-id']).toBe(first?.headers['webhook-id']);
    expect(second?.body).toBe(first?.body);
  });
});
