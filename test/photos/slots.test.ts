import { describe, expect, test } from 'vitest';
import { orderStatuses } from '#schemas/orders/order.ts';
import { dueSlots, requiredSlots } from '#schemas/photos/slots.ts';

const towing = { needsDestination: true };

describe('the photos that are due', () => {
  test.each(['pending', 'dispatched', 'accepted', 'en-route'] as const)(
    'are none before the driver is there: %s',
    (status) => {
      expect(dueSlots(towing, status)).toEqual([]);
    },
  );

  test.each([
    ['on-scene', ['before', 'scene']],
    ['working', ['before', 'scene', 'loaded']],
    ['towing', ['before', 'scene', 'loaded']],
    ['at-destination', ['before', 'scene', 'loaded', 'delivered', 'signature']],
  ] as const)('while a car is towed grow with the way: %s', (status, slots) => {
    expect(dueSlots(towing, status)).toEqual(slots);
  });

  test('where nothing is towed are all before the work is done', () => {
    expect(dueSlots({}, 'on-scene')).toEqual(['before', 'scene']);
    expect(dueSlots({}, 'working')).toEqual(requiredSlots({}));
  });

  test.each(['completed', 'empty-run', 'voided'] as const)('are none once it is over: %s', (status) => {
    expect(dueSlots(towing, status)).toEqual([]);
  });

  test('are never more than the service calls for', () => {
    for (const status of orderStatuses)
      expect(requiredSlots(towing)).toEqual(expect.arrayContaining([...dueSlots(towing, status)]));
  });
});
