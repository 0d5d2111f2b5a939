// What is offered for an address that is being typed.
import { expect, test } from 'vitest';
import { createPlaceSearch } from '../../client/orders/place-search.ts';

const known = () => [
  { value: '文三路 1 号', label: '文三路 1 号' },
  { value: '石祥路 202 号', label: '石祥路 202 号' },
];
const near = () => ({ lng: 120.1, lat: 30.2 });
const software = { name: '东部软件园', address: '杭州市文三路 90 号', lng: 120.13, lat: 30.28 };
const { signal } = new AbortController();
const labels = async (search: ReturnType<typeof createPlaceSearch>, text: string) =>
  (await search.search(text, signal)).map(({ label }) => label);

test('known places come first, then what the geocoder finds near the outlet', async () => {
  const asked: unknown[] = [];
  const finder = {
    search: (...what: unknown[]) => (asked.push(what.slice(0, 2)), Promise.resolve([software])),
  };
  const places = createPlaceSearch(finder, known, near);
  expect(await labels(places, '文三路')).toEqual(['文三路 1 号', '东部软件园']);
  expect(asked).toEqual([['文三路', near()]]);
  expect(places.found('found 0')).toEqual({
    lng: 120.13,
    lat: 30.28,
    address: '杭州市文三路 90 号 东部软件园',
  });
  expect(places.found('文三路 1 号')).toBeUndefined();
});

test('without an answer the known places are there all the same', async () => {
  const places = createPlaceSearch({ search: () => Promise.reject(new Error('no network')) }, known, near);
  expect(await labels(places, '石祥')).toEqual(['石祥路 202 号']);
});

test('a single character is not asked about', async () => {
  const places = createPlaceSearch({ search: () => Promise.resolve([software]) }, known, near);
  expect(await labels(places, '文')).toEqual(['文三路 1 号']);
});
