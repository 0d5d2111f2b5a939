import { expect, test } from 'vitest';
import { whyNot } from '#schemas/fleet/suitability.ts';
import { orderWith, vehicleWith } from './fixtures.ts';

const tow = { vehicleTypeIds: ['vehicle-type-flatbed'] };

test('nothing speaks against a vehicle that offers the service and is of a fitting type', () => {
  expect(whyNot(vehicleWith(), orderWith(), tow)).toEqual([]);
});

test('a vehicle is told to lack the service, the type and the road', () => {
  const order = orderWith({ serviceId: 'service-crane', roadConditionId: 'road-condition-basement' });
  expect(whyNot(vehicleWith(), order, { vehicleTypeIds: ['vehicle-type-crane'] })).toEqual([
    'service-not-offered',
    'vehicle-type-unfit',
    'road-condition-not-supported',
  ]);
});

test('a list that was never filled in speaks against nobody', () => {
  const vehicle = vehicleWith({ serviceIds: [], roadConditionIds: [] });
  expect(whyNot(vehicle, orderWith({ roadConditionId: 'road-condition-mud' }), undefined)).toEqual([]);
});

test.each([
  ['in-repair', 'vehicle-in-repair'],
  ['off', 'vehicle-off'],
  ['busy', 'vehicle-busy'],
] as const)('a vehicle that is %s says so', (state, code) => {
  expect(whyNot(vehicleWith({ state }), orderWith(), tow)).toEqual([code]);
});
