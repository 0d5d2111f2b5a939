// The search over all orders ever: what each filter finds, what nobody finds that may not see it, and that a page
// goes on where the one before ended.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { company, creation, type Who } from '../setup/company.ts';
import { testDatabases, type OpenTestDatabase } from '../setup/postgres.ts';
import { startServer, type TestServer } from '../setup/server.ts';
import { migrate } from '../../sync-server/database/migrate.ts';
import { loadMigrations } from '../../sync-server/database/migrations.ts';
import type { CommandPayload } from '#schemas/orders/commands.ts';
import type { OrderInFull, OrdersCounted, OrdersFoundPage } from '#schemas/orders/search.ts';
import { orderOf } from '../bench/orders.ts';

/** A minute passes with each order that is taken. */
const start = Date.parse('2026-03-01T08:00:00Z');

const taken: Readonly<Record<string, Partial<CommandPayload<'create-order'>>>> = {
  'o-plain': {},
  'o-other-outlet': { outletId: 'outlet-2', customerId: 'customer-2', note: '后门进' },
  'o-tow': {
    customerOrderNumber: 'PICC-2026/771',
    car: { plate: '沪C·7K3M1', vin: 'LSVAA4187E2184847', model: '大众 朗逸' },
    contact: { name: '欧阳女士', phone: '138 1234 5678' },
    requester: { name: '人保坐席', phone: '95518' },
    pickup: { address: '滨江区江南大道 3888 号地下车库', lng: 120.2, lat: 30.2 },
    destination: { address: '萧山区 4S 店', lng: 120.3, lat: 30.1 },
    fault: '前轮爆胎',
  },
  'o-jump': { serviceId: 'service-jump-start', customerId: 'customer-confirms', note: '加急_100%' },
  'o-void': { car: { plate: '浙A66666' } },
  'o-paid': { car: { plate: '浙A66668' } },
};

describe.each(testDatabases)('the search on $name', ({ openMigrated, open }) => {
  let opened: OpenTestDatabase;
  let server: TestServer;
  let now = start;

  beforeAll(async () => {
    opened = await openMigrated();
    server = await startServer(opened.database, { clock: () => new Date((now += 1000)) });
    for (const [id, details] of Object.entries(taken)) {
      now = Math.ceil(now / 60_000) * 60_000;
      await say(
        details.outletId === 'outlet-2' ? 'dispatcher2' : 'dispatcher',
        'create-order',
        id,
        creation(details),
      );
    }
    await say('dispatcher', 'dispatch', 'o-tow', { vehicleId: 'vehicle-1', driverId: 'staff-driver1' });
    await say('driver1', 'accept', 'o-tow', {});
    await say('dispatcher', 'void', 'o-void', { reason: '客户取消' });
    await say('dispatcher', 'complete', 'o-paid', {});
    await say('finance', 'verify', 'o-paid', { lines: [], amountFen: 30_000, method: 'settlement-monthly' });
  });
  afterAll(async () => {
    await server.stop();
    await opened.drop();
  });

  async function say(...command: Parameters<TestServer['say']>): Promise<void> {
    expect(await server.say(...command)).toMatchObject({ status: 'applied' });
  }
  const ask = async (who: Who, query: string) =>
    (await server.as(who)).get<OrdersFoundPage>(`/api/orders/search?${query}`);
  const found = async (who: Who, query: string): Promise<string[]> => {
    const { status, body } = await ask(who, query);
    expect([query, status]).toEqual([query, 200]);
    return body.orders.map(({ id }) => id);
  };
  const everything = ['o-paid', 'o-void', 'o-jump', 'o-tow', 'o-other-outlet', 'o-plain'];

  it.each([
    ['', everything],
    ['text=沪c 7k3m1', ['o-tow']],
    ['text=7K3M', ['o-tow']],
    ['text=138-1234', ['o-tow']],
    ['text=138 1234 5678', ['o-tow']],
    ['text=欧阳', ['o-tow']],
    ['text=江南大道', ['o-tow']],
    ['text=萧山 爆胎', ['o-tow']],
    ['text=萧山 搭电', []],
    ['text=朗逸', ['o-tow']],
    ['text=后门', ['o-other-outlet']],
    ['text=加急_100%25', ['o-jump']],
    ['text=%25%25%25', []],
    ['text=大道江南', []],
    ['plate=浙A6666', ['o-paid', 'o-void']],
    ['plate=6668', ['o-paid']],
    ['phone=95518', ['o-tow']],
    ['phone=7K3M', []],
    ['vin=4187e2184847', ['o-tow']],
    ['customerOrderNumber=picc2026', ['o-tow']],
    ['number=2603010', everything],
    ['outletId=outlet-2', ['o-other-outlet']],
    ['customerId=customer-confirms', ['o-jump']],
    ['vehicleId=vehicle-1', ['o-tow']],
    ['driverId=staff-driver1', ['o-tow']],
    ['driverId=staff-driver1&customerId=customer-confirms', []],
    ['driverId=staff-driver1&customerId=customer-all&serviceId=service-tow', ['o-tow']],
    ['serviceId=service-jump-start', ['o-jump']],
    ['serviceId=service-jump-start&serviceId=service-tow', everything],
    ['status=voided', ['o-void']],
    ['status=voided&status=accepted', ['o-void', 'o-tow']],
    ['status=voided&outletId=outlet-2', []],
    ['status=accepted&text=欧阳', ['o-tow']],
    ['stage=verified', ['o-paid']],
    ['stage=verified&plate=66668', ['o-paid']],
    ['from=2026-03-01T08:05:00Z', ['o-paid', 'o-void']],
    ['to=2026-03-01T08:02:00Z', ['o-plain']],
    ['from=2026-03-01T16:03:00%2B08:00&to=2026-03-01T08:04:00Z', ['o-tow']],
    ['text=浙A&from=2026-03-01T08:04:00Z', ['o-paid', 'o-void', 'o-jump']],
  ])('finds by %s', async (query, ids) => {
    expect(await found('finance', query)).toEqual(ids);
    const { body } = await (
      await server.as('finance')
    ).get<OrdersCounted>(`/api/orders/search/count?${query}`);
    expect(body).toEqual({ count: ids.length, more: false });
  });

  it('goes page by page, and what changes or comes meanwhile moves nothing', async () => {
    const first = (await ask('finance', 'limit=2')).body;
    expect(first.orders.map(({ id }) => id)).toEqual(['o-paid', 'o-void']);
    await say('dispatcher', 'create-order', 'o-late', creation());
    await say('dispatcher', 'edit-order', 'o-jump', {
      patch: { note: '已加急' },
      base: { note: '加急_100%' },
    });
    const seen: string[] = [];
    for (let next = first.next; next !== undefined;) {
      const page = (await ask('finance', `limit=2&after=${next}`)).body;
      seen.push(...page.orders.map(({ id }) => id));
      next = page.next;
    }
    expect(seen).toEqual(['o-jump', 'o-tow', 'o-other-outlet', 'o-plain']);
    expect(await found('finance', 'text=已加急')).toEqual(['o-jump']);
    expect(await found('finance', 'text=加急_100%25')).toEqual([]);
  });

  it('never finds what is of another outlet, however it is asked', async () => {
    for (const query of ['', 'text=后门', 'outletId=outlet-2', 'customerId=customer-2', 'status=pending'])
      expect(await found('dispatcher', query)).not.toContain('o-other-outlet');
    expect(await found('dispatcher2', '')).toEqual(['o-other-outlet']);
    expect(await found('dispatcher2', 'text=欧阳')).toEqual([]);
    const counted = await (
      await server.as('dispatcher2')
    ).get<OrdersCounted>('/api/orders/search/count?status=voided');
    expect(counted.body).toEqual({ count: 0, more: false });
  });

  it('is for whoever sees orders, and speaks of money to whoever sees finance', async () => {
    expect((await ask('driver1', '')).status).toBe(403);
    expect((await ask('dispatcher', 'stage=verified')).status).toBe(403);
    const [hidden] = (await ask('dispatcher', 'plate=66668')).body.orders;
    expect(hidden?.finance).toEqual({ stage: 'verified' });
    expect(JSON.stringify(hidden)).not.toContain('30000');
    const [shown] = (await ask('finance', 'plate=66668')).body.orders;
    expect(shown?.finance).toMatchObject({ amountFen: 30_000, verifiedBy: 'staff-finance' });
  });

  it.each([
    ...['text=1', 'text=浙', 'plate=A8', 'text=...', 'colour=red', 'status=gone', 'from=yesterday'],
    ...['from=0001-01-01T00:00:00Z', 'outletId=', 'outletId=a&outletId=b', 'limit=0', 'limit=many'],
    ...['after=nowhere', 'after=0000000000000-%00', 'text=%00%00%00'],
  ])('says what it does not understand: %s', async (query) => {
    const { status, body } = await ask('finance', query);
    expect([status, body]).toEqual([400, expect.objectContaining({ code: 'invalid-request' })]);
  });

  it('takes no endless lists nor texts', async () => {
    for (const query of ['serviceId=x&'.repeat(51), `text=${'x'.repeat(101)}`])
      expect((await ask('finance', query)).status).toBe(400);
  });

  it('takes what no calendar has, and quotes of every kind', async () => {
    expect(await found('finance', 'from=2026-02-30T00:00:00Z&to=2026-02-30T00:00:01Z')).toEqual([]);
    for (const text of [`o'brien`, '"; drop', '\\\\\\', '🚗🚗', '$1$2'])
      expect(await found('finance', `text=${encodeURIComponent(text)}`)).toEqual([]);
  });

  it('gives one order with its photos and the devices that it came from', async () => {
    const full = await (await server.as('dispatcher')).get<OrderInFull>('/api/orders/o-tow');
    expect(full.body).toMatchObject({ order: { id: 'o-tow', status: 'accepted' }, photos: [] });
    expect(Object.values(full.body.devices)).toEqual(['device-1', 'device-1', 'device-1']);
    expect(Object.keys(full.body.devices).sort()).toEqual(
      full.body.order.timeline.map(({ id }) => id).sort(),
    );
    const money = await (await server.as('dispatcher')).get<OrderInFull>('/api/orders/o-paid');
    expect(money.body.order.finance).toEqual({ stage: 'verified' });
  });

  it('gives a driver his own, and answers alike for what is not there and what is not his', async () => {
    const status = async (who: Who, id: string) =>
      (await (await server.as(who)).get(`/api/orders/${id}`)).status;
    expect(await status('driver1', 'o-tow')).toBe(200);
    expect(await status('driver2', 'o-tow')).toBe(404);
    expect(await status('dispatcher2', 'o-tow')).toBe(404);
    expect(await status('dispatcher', 'none-such')).toBe(404);
    expect(await status('dispatcher', '%00')).toBe(404);
  });

  it('finds by colour, by why a driver declined, by the third party’s word and by the comment of a rating', async () => {
    const id = 'o-told';
    const crew = { vehicleId: 'vehicle-1', driverId: 'staff-driver1' };
    const car = { plate: '浙A77001', color: '珍珠白' };
    await say('dispatcher', 'create-order', id, creation({ customerId: 'customer-confirms', car }));
    await say('dispatcher', 'dispatch', id, crew);
    await say('driver1', 'decline', id, { reason: '绞盘坏了' });
    await say('dispatcher', 'dispatch', id, crew);
    await say('dispatcher', 'complete', id, {});
    await say('dispatcher', 'confirm-result', id, { returnRemark: '车主已签收', outcome: '现场认可' });
    await opened.database.query(
      `update documents set body = (body::jsonb || $2::jsonb)::json where company_id = $3 and id = $1`,
      [id, JSON.stringify({ rating: { stars: 2, comment: '等得太久' } }), company.id],
    );
    for (const word of ['珍珠白', '绞盘', '已签收', '现场认可', '等得太久'])
      expect([word, await found('finance', `text=${word}`)]).toEqual([word, [id]]);
  });

  it('is kept as it would be made anew', async () => {
    const kept = await opened.database.query(keptSql, [company.id]);
    expect(kept.length).toBeGreaterThan(Object.keys(taken).length);
    expect(kept).toEqual(await opened.database.query(anewSql, [company.id]));
  });

  it.each(['-order-search.sql', '-more-texts-to-search.sql'])(
    'knows the orders that were there before %s',
    async (migration) => {
      const earlier = await open();
      const files = loadMigrations();
      const first = Object.keys(files).find((name) => name.endsWith(migration)) ?? '';
      const before = Object.fromEntries(Object.entries(files).filter(([name]) => name < first));
      const painted = { ...orderOf(7), car: { ...orderOf(7).car, color: '珍珠白' } };
      await migrate(earlier.database, before);
      await earlier.database.query(
        `insert into companies (company_id, name, zone, epoch) values ($1, 'A', 'UTC', 'e')`,
        [company.id],
      );
      await earlier.database.query(
        `insert into documents (company_id, collection, id, body, version) values ($1, 'orders', $2, $3, 1)`,
        [company.id, orderOf(7).id, JSON.stringify(painted)],
      );
      await migrate(earlier.database, files);
      const kept = await earlier.database.query<{ words: string }>(keptSql, [company.id]);
      expect(kept).toMatchObject([
        { order_id: orderOf(7).id, driver_id: 'staff-driver1', status: 'dispatched', stage: 'unverified' },
      ]);
      expect(kept[0]?.words).toContain('珍珠白');
      await earlier.drop();
    },
  );
});

const fields = `created_at, outlet_id, customer_id, service_id, vehicle_id, driver_id, words, status, stage`;

const keptSql = `
select order_id, ${fields} from order_search
join (select order_id, status, stage from order_states where company_id = $1) z using (order_id)
where company_id = $1 order by order_id`;

const anewSql = `
select id as order_id, ${fields} from documents, order_search_row(body)
where company_id = $1 and collection = 'orders' order by id`;
