// What a report is asked for, and where the orders are that make up its figures.
import { describe, expect, test } from 'vitest';
import {
  figureOf,
  ordersOfAll,
  ordersOfPeriod,
  ordersOfRow,
  pathOf,
  type ReportValues,
} from '../../client/reports/query.ts';
import { totalOf } from '#schemas/reports/report.ts';

const zone = 'Asia/Shanghai';
const november = { from: '2026-10-31T16:00:00.000Z', to: '2026-11-30T16:00:00.000Z' };
const values = (given: Partial<ReportValues> = {}): ReportValues => ({
  ...{ by: 'customer', taken: november, outlet: undefined, customer: undefined, service: undefined },
  ...given,
});
const listed = (address: string) => {
  const { pathname, searchParams } = new URL(address, 'http://towline');
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

const inNovember = 'taken=2026-10-31T16:00Z_2026-11-30T16:00Z';

describe('the orders of a row', () => {
  test('are those of its customer in the same time, narrowed as the report is', () => {
    expect(listed(ordersOfRow(values({ service: 'tow' }), 'c1', zone))).toEqual([
      ...['/orders/history', 'customer=c1', 'service=tow', 'figure=orders', inNovember],
    ]);
  });

  test('of a month are those of it that lie in the time that was chosen', () => {
    const taken = { from: '2026-11-09T16:00:00.000Z' };
    expect(listed(ordersOfRow(values({ by: 'month', taken }), '2026-11', zone))).toEqual([
      ...['/orders/history', 'figure=orders', 'taken=2026-11-09T16:00Z_2026-11-30T16:00Z'],
    ]);
    expect(listed(ordersOfRow(values({ by: 'month', taken: {} }), '2026-12', zone, 'margin'))).toEqual([
      ...['/orders/history', 'figure=margin', 'taken=2026-11-30T16:00Z_2026-12-31T16:00Z'],
    ]);
  });

  test('that came to nothing are found by why', () => {
    const byReason = values({ by: 'reason' });
    expect(listed(ordersOfRow(byReason, '客户取消', zone)).slice(1, 3)).toEqual([
      ...['reason=客户取消', 'figure=lost'],
    ]);
    expect(listed(ordersOfRow(byReason, '', zone, 'voided')).slice(1, 3)).toEqual([
      ...['without=reason', 'figure=voided'],
    ]);
  });

  test('that nobody was sent to are those without a vehicle', () => {
    expect(listed(ordersOfRow(values({ by: 'vehicle' }), '', zone)).slice(1, 3)).toEqual([
      ...['without=vehicle', 'figure=orders'],
    ]);
  });
});

test('the orders of a day in the chart are those of its hours by the company’s clock', () => {
  expect(listed(ordersOfPeriod(values(), '2026-11-05', zone))).toEqual([
    ...['/orders/history', 'figure=orders', 'taken=2026-11-04T16:00Z_2026-11-05T16:00Z'],
  ]);
});

test('the orders of a figure above the table are those of all rows', () => {
  expect(listed(ordersOfAll(values({ outlet: 'o1' }), 'arriveMissed'))).toEqual([
    ...['/orders/history', 'outlet=o1', 'figure=arriveMissed', inNovember],
  ]);
});

test('a share leads to what missed its target, and where nothing did to what kept it', () => {
  const row = totalOf([]);
  expect(figureOf('arrived', { ...row, arrived: 3, arriveTimed: 4 })).toBe('arriveMissed');
  expect(figureOf('finished', { ...row, finished: 4, finishTimed: 4 })).toBe('finished');
  expect(figureOf('outstanding', row)).toBe('outstanding');
});
