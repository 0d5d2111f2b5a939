// For which services the order form asks where the car stands.
import { expect, test } from 'vitest';
import { asksRoadCondition, type CatalogItem } from '#schemas/catalog/catalog.ts';
import { services } from '../../sync-server/company/basics/services.ts';
import { itemsOf } from '../../sync-server/company/basics/rows.ts';

const ready = new Map(itemsOf('service', 'service', services).map((item) => [item.code, item]));
const old = (changes: Partial<CatalogItem>): CatalogItem => ({
  ...{ id: 'service-1', name: '拖车', disabled: false, type: 'service', code: 'tow', sort: 10 },
  ...changes,
});

test.each([
  ...[['tow', true] as const, ['recovery', true] as const, ['crane-lift', true] as const],
  ...[['fuel', false] as const, ['lockout', false] as const, ['jump-start', false] as const],
])('%s asks for it: %s', (code, asks) => {
  expect(asksRoadCondition(ready.get(code))).toBe(asks);
});

test('a service from before it could be said asks where it takes the car somewhere, or where nothing is known', () => {
  expect(asksRoadCondition(old({ needsDestination: true }))).toBe(true);
  expect(asksRoadCondition(old({ needsDestination: false }))).toBe(false);
  expect(asksRoadCondition(old({}))).toBe(true);
  expect(asksRoadCondition(old({ needsDestination: true, asksRoadCondition: false }))).toBe(false);
  expect(asksRoadCondition(undefined)).toBe(true);
});
