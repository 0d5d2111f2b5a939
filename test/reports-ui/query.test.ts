// What a report is asked for, and where the orders under one of its rows are.
import { describe, expect, test } from 'vitest';
import { ordersOf, pathOf, type ReportValues } from '../../client/reports/query.ts';

const zone = 'Asia/Shanghai';
const november = { from: '2026-10-31T16:00:00.000Z', to: '2026-11-30T16:00:00.000Z' };
const values = (given: Partial<ReportValues> = {}): ReportValues => ({
  ...{ by: 'customer', taken: november, outlet: undefined, customer: undefined, service: undefined },
  ...given,
});
const listed = (address: string | undefined) => {
  const { pathname, searchParams } = new URL(address ?? '', 'http://towline');
  return [pathname, ...[...searchParams].map(([name, value]) => `${name}=${value}`)];
};

test('the server is asked for what is chosen and nothing else', () => {
  const asked = new URL(pathOf(values({ by: 'driver', outlet: 'o1', taken: {} })), 'http://towline');
  expect([asked.pathname, ...asked.searchParams]).toEqual([
    '/api/reports/orders',
    ['by', 'driver'],
    ['outlet', 'o1'],
  ]);
});

describe('the orders of a row', () => {
  test('are those of its customer in the same time, narrowed as the report is', () => {
    expect(listed(ordersOf(values({ service: 'tow' }), 'c1', zone))).toEqual([
      ...['/orders/history', 'service=tow', 'customer=c1', 'taken=2026-10-31T16:00Z_2026-11-30T16:00Z'],
    ]);
  });

  test('of a month are those of it that lie in the time that was chosen', () => {
    const taken = { from: '2026-11-09T16:00:00.000Z' };
    expect(listed(ordersOf(values({ by: 'month', taken }), '2026-11', zone))).toEqual([
      ...['/orders/history', 'taken=2026-11-09T16:00Z_2026-11-30T16:00Z'],
    ]);
    expect(listed(ordersOf(values({ by: 'month', taken: {} }), '2026-12', zone))).toEqual([
      ...['/orders/history', 'taken=2026-11-30T16:00Z_2026-12-31T16:00Z'],
    ]);
  });

  test('that came to nothing are found by how they ended', () => {
    expect(listed(ordersOf(values({ by: 'reason' }), '客户取消', zone)).slice(1, 3)).toEqual([
      ...['status=voided', 'status=empty-run'],
    ]);
  });

  test('that nobody was sent to cannot be listed apart', () => {
    expect(ordersOf(values({ by: 'vehicle' }), '', zone)).toBeUndefined();
  });
});
