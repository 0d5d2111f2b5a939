// The rescued person's link: what it shows at each stage, the stars that come back, and what it keeps to itself.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { company, creation } from '../setup/company.ts';
import { testDatabases, type OpenTestDatabase } from '../setup/postgres.ts';
import { pullAll, startServer, type TestServer } from '../setup/server.ts';
import { makeLink } from '../../sync-server/public/links.ts';
import type { Order } from '#schemas/orders/order.ts';

const day = 24 * 3_600_000;

describe.each(testDatabases)('the link of a rescue on $name', ({ openMigrated }) => {
  let opened: OpenTestDatabase;
  let server: TestServer;
  let now = Date.parse('2026-03-01T08:00:00Z');
  const clock = () => new Date(now);

  beforeAll(async () => {
    opened = await openMigrated();
    server = await startServer(opened.database, { clock });
  });
  afterAll(async () => {
    await server.stop();
    await opened.drop();
  });

  async function linkTo(orderId: string): Promise<string> {
    await server.say('clerk', 'create-order', orderId, creation());
    return `${server.url}/r/${await makeLink(opened.database, company.id, orderId, clock())}`;
  }
  const open = async (link: string, language = 'zh-CN') => {
    const response = await fetch(link, { headers: { 'accept-language': language } });
    return { status: response.status, html: await response.text(), headers: response.headers };
  };
  const rate = (link: string, fields: Record<string, string>) =>
    fetch(link, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' });
  const order = async (id: string) => {
    const { documents } = await pullAll(await server.as('dispatcher'), 'orders');
    return documents.find((each) => each['id'] === id) as unknown as Order;
  };

  it('tells who comes and when, and nothing of the order', async () => {
    const link = await linkTo('order-on-the-way');
    expect((await open(link)).html).toContain('正在安排救援车');
    await server.say('dispatcher', 'dispatch', 'order-on-the-way', {
      vehicleId: 'vehicle-1',
      driverId: 'staff-driver1',
    });
    const { pickup, contact } = await order('order-on-the-way');
    const position = { lng: pickup.lng + 0.05, lat: pickup.lat, accuracy: 10 };
    await server.say('driver1', 'accept', 'order-on-the-way', {});
    await server.say('driver1', 'depart', 'order-on-the-way', { position });
    const { status, html, headers } = await open(link);
    expect(status).toBe(200);
    expect(html).toMatch(/约 \d+ 分钟后到达/);
    expect(html).toMatch(/距您 \d+(\.\d)? km/);
    for (const secret of [contact.name, contact.phone, pickup.address]) expect(html).not.toContain(secret);
    expect(Buffer.byteLength(html)).toBeLessThan(50_000);
    expect(html).not.toContain('<script');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect((await open(link, 'en')).html).toContain('Help is on its way');
  });

  it('takes stars once the rescue is done, and once only', async () => {
    const link = await linkTo('order-rated');
    await rate(link, { stars: '5' });
    expect((await order('order-rated')).rating).toBeUndefined();
    await server.say('dispatcher', 'complete', 'order-rated', {});
    expect((await open(link)).html).toContain('您对这次救援满意吗');
    expect((await rate(link, { comment: '没有选' })).status).toBe(422);
    expect((await rate(link, { stars: '2', comment: '<b>等了很久</b>' })).status).toBe(303);
    await rate(link, { stars: '5' });
    expect((await order('order-rated')).rating).toMatchObject({ stars: 2, comment: '<b>等了很久</b>' });
    expect((await open(link)).html).toContain('评价已收到');
  });

  it('says the same of links that are unknown and that are too old', async () => {
    const link = await linkTo('order-old');
    const unknown = await open(`${server.url}/r/${company.id}.${'x'.repeat(22)}`);
    now += 8 * day;
    const old = await open(link);
    expect([unknown.status, old.status]).toEqual([404, 404]);
    expect(old.html).toBe(unknown.html);
    expect((await open(`${server.url}/r/nonsense`)).html).toBe(old.html);
    expect((await rate(link, { stars: '5' })).status).toBe(404);
  });
});
