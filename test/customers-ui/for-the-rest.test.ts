// Whether a price without services is for all of them, or for those that no other names.
import { expect, test } from 'vitest';
import { isForAll } from '../../client/customers/for-the-rest.ts';

test('the only price of a customer is for all services', () => {
  expect(isForAll([{}])).toBe(true);
  expect(isForAll([{ serviceIds: [] }])).toBe(true);
});

test('beside a price that names services it is for the others', () => {
  expect(isForAll([{ serviceIds: [] }, { serviceIds: ['service-tow'] }])).toBe(false);
});
