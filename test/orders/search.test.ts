// How a search stands in an address, and what is too little to search for.
import { describe, expect, test } from 'vitest';
import { isSearchable, readSearch, shownTo, wordsIn, writeSearch } from '#schemas/orders/search.ts';
import { actor } from '../setup/company.ts';
import { completed, created, dispatched, told, verified } from '../setup/rules.ts';

test('a search that was written is read as it was', () => {
  const search = {
    ...{ text: '文三路 100%', plate: '浙A&B=C', outletId: 'outlet-1', from: '2026-03-01T00:00:00Z' },
    ...{ status: ['voided' as const, 'completed' as const], serviceId: ['service-tow'] },
  };
  expect(readSearch(new URLSearchParams(writeSearch(search)))).toEqual({ ok: true, value: search });
});

describe('words', () => {
  test('a number that was typed in parts is one, anything else is each for itself', () => {
    expect(wordsIn(' 138 1234-5678 ')).toEqual(['13812345678']);
    expect(wordsIn('王先生  文三路')).toEqual(['王先生', '文三路']);
    expect(wordsIn('浙A 88888')).toEqual(['浙A', '88888']);
    expect(wordsIn('  ')).toEqual([]);
  });

  test.each([
    [{}, true],
    [{ text: '王' }, false],
    [{ text: '王先' }, true],
    [{ text: 'A8' }, false],
    [{ text: 'A-8' }, false],
    [{ text: 'A88' }, true],
    [{ text: '王 文三路' }, true],
    [{ plate: 'A8' }, false],
    [{ plate: 'A8', phone: '1390' }, true],
    [{ text: '🚗' }, false],
  ])('%j can be searched for: %s', (search, can) => {
    expect(isSearchable(search)).toBe(can);
  });
});

test('amounts are for whoever sees finance, what was done is for all', () => {
  const order = told(created, dispatched, completed, verified);
  expect(shownTo(actor('finance'), order)).toEqual(order);
  const shown = shownTo(actor('dispatcher'), order);
  expect(shown.finance).toEqual({ stage: 'verified' });
  expect(shown.timeline.map(({ type }) => type)).toEqual(order.timeline.map(({ type }) => type));
  expect(shown.timeline.some((entry) => entry.amountFen !== undefined)).toBe(false);
});
