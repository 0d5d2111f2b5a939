import { describe, expect, test } from 'vitest';
import type { Offer } from '#schemas/orders/offer.ts';
import type { Order, TimelineEntry } from '#schemas/orders/order.ts';
import { filterOf, groupOf, groups, lanesOf, noFilter } from '../../client/orders/board-query.ts';
import { declinesOf } from '../../client/orders/declined.ts';
import { createArrivals } from '../../client/orders/fresh.ts';
import { queryOf, readViews, searchOf, withoutView, withView } from '../../client/orders/saved-views.ts';
import { noon, orderWith } from './fixtures.ts';

describe('saved views', () => {
  const query = {
    ...noFilter,
    outletId: 'outlet-north',
    statuses: ['pending', 'working'],
    text: '浙A & 1',
  } as const;

  test('are taken up as they were saved, and shared as an address', () => {
    expect(queryOf({ name: '北', search: searchOf(query) })).toEqual(query);
    expect(searchOf(noFilter)).toBe('');
  });

  test('are kept as text, one for each name, the latest last', () => {
    const first = { name: '北', search: 'outlet=1' };
    const again = { name: '北', search: 'outlet=2' };
    const other = { name: '南', search: 'outlet=3' };
    const views = withView(withView(withView([], first), other), again);
    expect(readViews(JSON.stringify(views))).toEqual([other, again]);
    expect(withoutView(views, '南')).toEqual([again]);
  });

  test('are none where what is kept makes no sense', () => {
    for (const stored of [null, '', '{', '7', '{"name":"x"}', '[{"name":1},null,3]'])
      expect(readViews(stored)).toEqual([]);
  });
});

test('the columns by status are those chosen, all open ones, or wherever attention is needed', () => {
  expect(lanesOf(noFilter)).toHaveLength(8);
  expect(lanesOf({ ...noFilter, statuses: ['completed'] })).toEqual(['completed']);
  expect(lanesOf({ ...noFilter, attention: true })).toContain('voided');
});

describe('what calls for the dispatcher', () => {
  const entry = (type: string, by: string, more: Partial<TimelineEntry> = {}): TimelineEntry => ({
    ...{ id: `${type}-${by}`, type, by, at: noon, recordedAt: noon },
    ...more,
  });
  const made = (id: string, changes: Partial<Order> = {}) =>
    orderWith({ id, timeline: [entry('create-order', 'clerk', { status: 'pending' })], ...changes });
  const gone = made('known', { status: 'dispatched' });
  const handedBack = made('known', {
    attention: [{ code: 'declined', at: noon }],
    timeline: [...gone.timeline, entry('dispatch', 'me'), entry('decline', 'driver', { status: 'pending' })],
  });
  const offer: Offer = { id: 'o', by: 'me', at: noon, to: [], until: '2026-11-23T04:10:00.000Z' };

  test('is what came after the first look, and not from oneself', () => {
    const arrivals = createArrivals('me');
    const own = orderWith({ id: 'mine', createdBy: 'me' });
    expect(arrivals.in([made('old')], noon)).toEqual([]);
    expect(arrivals.in([made('old'), own, made('new')], noon)).toEqual(['new']);
    expect(arrivals.in([made('old'), own, made('new')], noon)).toEqual([]);
  });

  test('is also what a driver hands back, each time, though one had taken the order oneself', () => {
    const arrivals = createArrivals('me');
    arrivals.in([orderWith({ id: 'known', createdBy: 'me' })], noon);
    for (let time = 0; time < 2; time++) {
      expect(arrivals.in([gone], noon)).toEqual([]);
      expect(arrivals.in([handedBack], noon)).toEqual(['known']);
    }
    const reservation = { ...handedBack, id: 'later', kind: 'reservation' } as const;
    expect(arrivals.in([handedBack, reservation], noon)).toEqual(['later']);
  });

  test('is not what comes back because one’s own word was refused', () => {
    const arrivals = createArrivals('me');
    arrivals.in([made('known')], noon);
    expect(arrivals.in([{ ...gone, unsent: 1 }], noon)).toEqual([]);
    expect(arrivals.in([made('known')], noon)).toEqual([]);
    arrivals.in([gone], noon);
    expect(arrivals.in([made('known')], noon)).toEqual(['known']);
  });

  test('is what another dispatcher recalls, and not what one recalls oneself', () => {
    const recalled = (by: string) =>
      made('known', { timeline: [...gone.timeline, entry('recall', by, { status: 'pending' })] });
    for (const [by, heard] of [
      ['other', ['known']],
      ['me', []],
    ] as const) {
      const arrivals = createArrivals('me');
      arrivals.in([gone], noon);
      expect(arrivals.in([recalled(by)], noon)).toEqual(heard);
    }
  });

  test('is an offer that has run out or that all have declined, and not one that goes on', () => {
    const arrivals = createArrivals('me');
    const offered = made('known', { offer, timeline: [...gone.timeline, entry('offer', 'me')] });
    arrivals.in([made('known')], noon);
    expect(arrivals.in([offered], noon)).toEqual([]);
    expect(arrivals.in([offered], offer.until ?? '')).toEqual(['known']);
    expect(arrivals.in([offered], noon)).toEqual([]);
    const declined = made('known', { timeline: [...offered.timeline, entry('decline', 'driver')] });
    expect(arrivals.in([declined], noon)).toEqual(['known']);
  });

  test('says who would not take it, until it is given to somebody else', () => {
    const earlier = [entry('offer', 'me'), entry('decline', 'first')];
    const order = made('known', {
      attention: [{ code: 'declined', at: noon }],
      timeline: [...earlier, entry('offer', 'me'), entry('decline', 'second'), entry('decline', 'third')],
    });
    expect(declinesOf(order).map(({ by }) => by)).toEqual(['second', 'third']);
    expect(declinesOf({ ...order, attention: [] })).toEqual([]);
  });
});

test('what is late is looked for among what is open, unless statuses are chosen', () => {
  const late = { ...noFilter, ...groups.late };
  expect(groupOf(late)).toBe('late');
  expect(filterOf(late).statuses).toEqual(lanesOf(noFilter));
  expect(filterOf({ ...late, statuses: ['pending'] }).statuses).toEqual(['pending']);
});
