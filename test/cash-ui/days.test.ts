// Drivers' days, made of orders: each amount once, whatever a handover spans.
import { describe, expect, test } from 'vitest';
import { continued, line, told, wayTo } from '../setup/rules.ts';
import { cashDays, handoversOf } from '../../client/cash/days.ts';
import type { Handover } from '#schemas/finance/cash/cash.ts';
import type { Order } from '#schemas/orders/order.ts';

const dayOf = (instant: string) => instant.slice(0, 10);

/** An order whose cash was taken on a day of March. */
function taken(id: string, day: number, collectedFen: number, handovers: readonly Handover[] = []): Order {
  const order = continued(told(...wayTo.working), line('driver1', 'complete', { collectedFen }));
  const recordedAt = `2026-03-${String(day).padStart(2, '0')}T08:00:00.000Z`;
  const timeline = order.timeline.map((entry) => ({ ...entry, recordedAt }));
  const { driverId = '' } = order.cash ?? {};
  return { ...order, id, timeline, cash: { driverId, collectedFen, handovers: [...handovers] } };
}

const handover = (id: string, fen: number, expectedFen: number, countedFen: number): Handover => ({
  ...{ id, fen, expectedFen, countedFen, method: 'settlement-cash' },
  ...{ by: 'staff-finance', at: `2026-03-20T00:00:0${id}Z` },
});

describe('drivers’ days', () => {
  test('sum what was taken and is held, by driver and day', () => {
    const days = cashDays([taken('a', 1, 100), taken('b', 2, 30), taken('c', 2, 20)], dayOf);
    expect(days.map(({ day, collectedFen, heldFen, state }) => [day, collectedFen, heldFen, state])).toEqual([
      ['2026-03-02', 50, 50, 'held'],
      ['2026-03-01', 100, 100, 'held'],
    ]);
  });

  test('tell a difference of several days on the latest of them alone', () => {
    const both = (fen: number) => [handover('1', fen, 130, 120)];
    const days = cashDays([taken('a', 1, 100, both(100)), taken('b', 2, 30, both(30))], dayOf);
    expect(days.map(({ differenceFen, state }) => [differenceFen, state])).toEqual([
      [-10, 'short'],
      [0, 'counted'],
    ]);
  });

  test('count no handover that was reversed', () => {
    const reversed = { reason: '点错', by: 'staff-admin', at: '2026-03-21T00:00:00Z' };
    const [day] = cashDays([taken('a', 1, 100, [{ ...handover('1', 100, 100, 90), reversed }])], dayOf);
    expect(day).toMatchObject({ heldFen: 100, differenceFen: 0, state: 'held' });
  });

  test('know each handover once, the latest first', () => {
    const shared = handover('1', 50, 100, 100);
    const orders = [taken('a', 1, 50, [shared]), taken('b', 1, 50, [shared, handover('2', 0, 1, 1)])];
    expect(handoversOf(orders).map(({ id }) => id)).toEqual(['2', '1']);
  });
});
