// 結果確認 and 評分: what is said about a result, by whom, when, and how often.
import { describe, expect, test } from 'vitest';
import {
  completed,
  confirmed,
  continued,
  createdForInsurer,
  dispatched,
  emptyRun,
  judge,
  line,
  rated,
  rejectionOf,
  repair,
  told,
  voided,
  wayTo,
  type Person,
} from '../setup/rules.ts';
import { isOverdue } from '#schemas/orders/confirmation.ts';
import { orderStatuses } from '#schemas/orders/order.ts';

const now = '2026-03-01T08:00:05.000Z';
const ended = told(createdForInsurer, dispatched, completed);
const confirm = (returnRemark: string, who: Person = 'dispatcher') =>
  line(who, 'confirm-result', { returnRemark });

describe('the confirmation of a customer who wants to confirm', () => {
  test('is expected from the beginning and waited for when the order has ended', () => {
    expect(told(createdForInsurer).confirmation).toEqual({ state: 'expected' });
    expect(ended.confirmation).toEqual({ state: 'waiting', since: now });
    expect(told(createdForInsurer, dispatched, emptyRun).confirmation?.state).toBe('waiting');
    expect(told(createdForInsurer, dispatched, voided).confirmation).toEqual({ state: 'expected' });
  });

  test('is nobody’s business where the customer does not want it', () => {
    const order = told(...wayTo.completed);
    expect(order).not.toHaveProperty('confirmation');
    expect(rejectionOf(judge(order, confirmed)).code).toBe('no-confirmation-needed');
  });

  test('keeps the word, the outcome, who entered it and when', () => {
    const order = continued(ended, confirmed);
    expect(order.confirmation).toEqual({
      ...{ state: 'confirmed', since: now, at: now, by: 'staff-dispatcher' },
      ...{ returnRemark: '保险公司确认', outcome: '认可' },
    });
    expect(order.timeline.at(-1)).toMatchObject({
      type: 'confirm-result',
      returnRemark: '保险公司确认',
      outcome: '认可',
    });
    expect(order.status).toBe('completed');
  });

  test('given again changes the word, and both are in the timeline', () => {
    const order = continued(ended, confirmed, confirm('里程更正后确认', 'admin'));
    expect(order.confirmation).toMatchObject({ returnRemark: '里程更正后确认', by: 'staff-admin' });
    expect(order.confirmation).not.toHaveProperty('outcome');
    const words = order.timeline.flatMap(({ returnRemark }) => returnRemark ?? []);
    expect(words).toEqual(['保险公司确认', '里程更正后确认']);
  });

  test.each(orderStatuses)('goes in only after the end: %s', (status) => {
    const order = told(createdForInsurer, ...wayTo[status].slice(1));
    const isEnded = status === 'completed' || status === 'empty-run';
    expect(judge(order, confirmed).ok).toBe(isEnded);
    if (!isEnded)
      expect(rejectionOf(judge(order, confirmed)).code).toBe(
        status === 'voided' ? 'order-voided' : 'order-not-ended',
      );
  });

  test.each([
    ['clerk', 'not-permitted'],
    ['finance', 'not-permitted'],
    ['driver1', 'not-permitted'],
    ['driver2', 'order-not-found'],
    ['dispatcher2', 'order-not-found'],
    ['rescued', 'not-permitted'],
  ] as const)('by %s is refused as %s', (who, code) => {
    expect(rejectionOf(judge(ended, confirm('x', who))).code).toBe(code);
  });

  test('is asked for again when a repair gives the order another end or another customer', () => {
    const empty = continued(ended, confirmed, repair({ status: 'empty-run' }, { status: 'completed' }));
    expect(empty.confirmation).toEqual({ state: 'waiting', since: now });
    const open = continued(ended, confirmed, repair({ status: 'on-scene' }, { status: 'completed' }));
    expect(open.confirmation).toEqual({ state: 'expected' });
    const other = continued(
      ended,
      repair({ customerId: 'customer-all' }, { customerId: 'customer-confirms' }),
    );
    expect(other).not.toHaveProperty('confirmation');
    const back = continued(
      other,
      repair({ customerId: 'customer-confirms' }, { customerId: 'customer-all' }),
    );
    expect(back.confirmation).toEqual({ state: 'waiting', since: now });
  });

  test('is overdue after a day, until it is given', () => {
    const hour = 3_600_000;
    expect(isOverdue(ended, Date.parse(now) + 24 * hour)).toBe(false);
    expect(isOverdue(ended, Date.parse(now) + 25 * hour)).toBe(true);
    expect(isOverdue(continued(ended, confirmed), Date.parse(now) + 25 * hour)).toBe(false);
  });
});

describe('a rating', () => {
  const order = told(...wayTo.completed);

  test('is the rescued person’s, with stars and a comment', () => {
    const after = continued(order, rated(5, '很专业'));
    expect(after.rating).toEqual({ stars: 5, comment: '很专业', at: now });
    expect(after.timeline.at(-1)).toMatchObject({ type: 'rate', by: 'rescued-person', stars: 5 });
    expect(after.attention).toEqual([]);
  });

  test.each([1, 2])('of %i stars calls for attention', (stars) => {
    expect(continued(order, rated(stars)).attention).toEqual([{ code: 'low-rating', at: now }]);
  });

  test.each([3, 4, 5])('of %i stars does not', (stars) => {
    expect(continued(order, rated(stars)).attention).toEqual([]);
  });

  test('is given once: the first stands', () => {
    const after = continued(order, rated(5));
    expect(rejectionOf(judge(after, rated(1)))).toEqual({ code: 'already-rated' });
  });

  test.each(orderStatuses)('comes after completion only: %s', (status) => {
    expect(judge(told(...wayTo[status]), rated(4)).ok).toBe(status === 'completed');
  });

  test.each(['admin', 'dispatcher', 'clerk', 'driver1', 'finance'] as const)('is not for %s', (who) => {
    expect(rejectionOf(judge(order, line(who, 'rate', { stars: 5 })))).toEqual({ code: 'link-needed' });
  });

  test('of another order does not exist for who holds this link', () => {
    const other = { ...order, id: 'order-2' };
    expect(rejectionOf(judge(other, rated(5)))).toEqual({ code: 'order-not-found' });
  });

  test('is all that the link allows', () => {
    const rescued = (type: 'complete' | 'depart') => line('rescued', type, {});
    expect(judge(order, rescued('complete')).ok).toBe(false);
    expect(judge(told(...wayTo.dispatched), rescued('depart')).ok).toBe(false);
    expect(judge(order, repair({ note: 'x' }, {}, 'rescued')).ok).toBe(false);
    expect(judge(order, line('rescued', 'void', { reason: 'x' })).ok).toBe(false);
  });
});
