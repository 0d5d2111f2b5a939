import { describe, expect, test } from 'vitest';
import { filterOf, groupOf, groups, lanesOf, noFilter } from '../../client/orders/board-query.ts';
import { arrivalsIn } from '../../client/orders/fresh.ts';
import { queryOf, readViews, searchOf, withoutView, withView } from '../../client/orders/saved-views.ts';

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

test('news is what came after the first look, and not from oneself', () => {
  const orders = [
    { id: 'old', createdBy: 'clerk' },
    { id: 'mine', createdBy: 'me' },
    { id: 'new', createdBy: 'clerk' },
  ];
  expect(arrivalsIn(orders, undefined, 'me')).toEqual([]);
  expect(arrivalsIn(orders, new Set(['old']), 'me')).toEqual(['new']);
});

test('what is late is looked for among what is open, unless statuses are chosen', () => {
  const late = { ...noFilter, ...groups.late };
  expect(groupOf(late)).toBe('late');
  expect(filterOf(late).statuses).toEqual(lanesOf(noFilter));
  expect(filterOf({ ...late, statuses: ['pending'] }).statuses).toEqual(['pending']);
});
