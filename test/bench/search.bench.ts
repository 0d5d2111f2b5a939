// The first page of a search over a million orders of two years, by each of what people ask for.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { company } from '../setup/company.ts';
import type { Database } from '../../sync-server/database/database.ts';
import { searchLimits, type OrdersFoundPage } from '#schemas/orders/search.ts';
import { leaveUncounted, orderOf } from './orders.ts';
import { openSessions, postgresUrl, startOurs, type Ours } from './ours.ts';
import { median, report } from './report.ts';

const orders = 1_000_000;
const end = '2026-03-01T00:00:00Z';
const times = 5;

/** Common and rare, alone and together; `finds` is the least that a page has to hold, or 0 for nothing at all. */
const questions = {
  'a number': { ask: { number: '0500000' }, finds: 1 },
  'a plate': { ask: { plate: '浙A54321' }, finds: 10 },
  'a part of a telephone number': { ask: { phone: '80012' }, finds: 50 },
  'a VIN': { ask: { vin: 'LSVAA4182E0123456' }, finds: 1 },
  'a name that many have': { ask: { text: '王先生' }, finds: 50 },
  'a name and a status that many have': { ask: { text: '王先生', status: 'completed' }, finds: 50 },
  'a name that many have, and a status that few have': {
    ask: { text: '王先生', status: 'pending' },
    finds: 1,
  },
  'a street and a rare word': { ask: { text: '文三路 加急' }, finds: 50 },
  'a word that nobody has': { ask: { text: '子虚乌有' }, finds: 0 },
  'what a customer ordered in a month': {
    ask: { customerId: 'customer-7', from: '2025-02-01T00:00:00Z', to: '2025-03-01T00:00:00Z' },
    finds: 50,
  },
  'a customer, a service and a vehicle': {
    ask: { customerId: 'customer-7', serviceId: 'service-11', vehicleId: 'vehicle-47' },
    finds: 1,
  },
  'a status that few have': { ask: { status: 'pending' }, finds: 50 },
  everything: { ask: {}, finds: 50 },
} as const;

describe('the search among a million orders', () => {
  let ours: Ours | undefined;
  let token = '';

  beforeAll(async () => {
    if (!postgresUrl) return;
    ours = await startOurs(async (database) => {
      await fill(database);
      [token = ''] = await openSessions(database, 'admin', 1);
    });
  }, 900_000);
  afterAll(() => ours?.stop());

  async function firstPage(query: string): Promise<{ ms: number; page: OrdersFoundPage }> {
    const started = performance.now();
    const response = await fetch(`http://127.0.0.1:${ours?.port}/api/orders/search?${query}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    const page = (await response.json()) as OrdersFoundPage;
    return { ms: performance.now() - started, page };
  }

  it('by everything that people ask for', async () => {
    if (!postgresUrl) return console.log('The search is measured on Postgres: set TEST_DATABASE_URL.');
    const slowest = { what: '', ms: 0 };
    for (const [what, { ask, finds }] of Object.entries(questions)) {
      const query = String(new URLSearchParams(ask));
      const taken: number[] = [];
      for (let time = 0; time < times; time++) {
        const { ms, page } = await firstPage(query);
        const least = Math.min(finds, searchLimits.page);
        expect(page.orders.length, what).toBeGreaterThanOrEqual(least);
        if (finds === 0) expect(page.orders, what).toEqual([]);
        taken.push(ms);
      }
      const ms = median(taken);
      console.log(`${what.padEnd(52)} ${ms.toFixed(1)} ms`);
      if (ms > slowest.ms) Object.assign(slowest, { what, ms });
    }
    console.log(`The slowest is ${slowest.what}.`);
    report({
      name: 'search of 1,000,000 orders, slowest',
      ours: slowest.ms,
      unit: 'ms',
      ratio: slowest.ms,
      target: 'first page within 100 ms',
      reached: slowest.ms <= 100,
    });
  });
});

/** All at once and the indexes after it: to file a million one by one takes many minutes. */
async function fill(database: Database): Promise<void> {
  await database.script('alter table documents disable trigger order_search_kept');
  const template = JSON.stringify(orderOf(0));
  for (let first = 0; first < orders; first += atOnce)
    await database.query(documentsSql, [company.id, first, first + atOnce - 1, template, orders, end]);
  await database.query('update companies set version = version + $2 where company_id = $1', [
    company.id,
    orders,
  ]);
  const indexes = await database.query<{ name: string; definition: string }>(indexesSql);
  for (const { name } of indexes) await database.script(`drop index ${name}`);
  for (let first = 0; first < orders; first += atOnce)
    await database.query(filedSql, [company.id, idOf(first), idOf(first + atOnce)]);
  for (const { definition } of indexes) await database.script(`set statement_timeout = 0; ${definition}`);
  await database.script('alter table documents enable trigger order_search_kept');
  await leaveUncounted(database);
  await database.script('vacuum analyze');
}

/** A statement may not run for more than half a minute. */
const atOnce = 50_000;
const idOf = (index: number): string => `order-${String(index).padStart(7, '0')}`;

/** Names, streets and plates are as unequal as they are: every third is called Wang, one in 5,000 is pending. */
const documentsSql = `
insert into documents (company_id, collection, id, body, version)
select $1, 'orders', 'order-' || lpad(i::text, 7, '0'), ($4::jsonb || jsonb_build_object(
  'id', 'order-' || lpad(i::text, 7, '0'), 'number', '260301-' || lpad(i::text, 7, '0'),
  'outletId', 'outlet-' || (1 + i % 2), 'customerId', 'customer-' || (i % 40), 'serviceId', 'service-' || (i % 12),
  'assignment', jsonb_build_object('vehicleId', 'vehicle-' || (i % 60), 'driverId', 'driver-' || (i % 80)),
  'status', case when i % 5000 = 7 then 'pending' when i % 20 = 0 then 'voided' else 'completed' end,
  'contact', jsonb_build_object('name', (array['王先生', '李女士', '张先生'])[1 + i % 3],
    'phone', '138' || lpad((i::bigint * 7919 % 100000000)::text, 8, '0')),
  'car', jsonb_build_object('plate', '浙A' || lpad((i % 100000)::text, 5, '0'),
    'vin', 'LSVAA4182E' || lpad(i::text, 7, '0')),
  'pickup', jsonb_build_object('address', (array['文三路', '江南大道', '望江路', '天目山路'])[1 + i % 4] || (i % 900) || '号',
    'lng', 120.13, 'lat', 30.28),
  'note', case when i % 1000 = 4 then '加急' else '车辆无法启动' end,
  'createdAt', to_char(($6::timestamptz - (i::float8 / $5::int) * interval '730 days') at time zone 'UTC',
    'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')))::json, i + 1
from generate_series($2::int, $3::int) i`;

const indexesSql = `
select indexname as name, indexdef as definition from pg_indexes
where tablename in ('order_search', 'order_states') and indexname not like '%\\_pkey'`;

const filedSql = `
with filed as (
  select company_id, id, r.* from documents, order_search_row(body) r
  where company_id = $1 and collection = 'orders' and id >= $2 and id < $3
), states as (
  insert into order_states select company_id, id, created_at, outlet_id, status, stage from filed
)
insert into order_search
select company_id, id, created_at, outlet_id, customer_id, service_id, vehicle_id, driver_id, words from filed`;
