import { describe, expect, test } from 'vitest';
import { carModelOf } from '#schemas/fleet/car-model.ts';
import { fitsRescue, match, whyNot, type Rescue } from '#schemas/fleet/match.ts';
import { vehicleWith } from '../orders-ui/fixtures.ts';

const rescue = (changes: Partial<Rescue> = {}): Rescue => ({
  serviceId: 'service-tow',
  service: { vehicleTypeIds: ['vehicle-type-flatbed'], needsDestination: true },
  today: '2026-03-01',
  ...changes,
});

test('nothing speaks against a vehicle that offers the service and is of a fitting type', () => {
  expect(whyNot(vehicleWith(), rescue())).toEqual([]);
});

test('a vehicle is told to lack the service, the type, the equipment, the car and the road', () => {
  const asked = rescue({
    serviceId: 'service-crane',
    service: {
      vehicleTypeIds: ['vehicle-type-crane'],
      equipmentIds: ['equipment-winch'],
      needsDestination: true,
    },
    carModelId: 'car-model-bus',
    roadConditionId: 'road-condition-basement',
  });
  const vehicle = vehicleWith({ equipmentIds: ['equipment-dolly'], carModelIds: ['car-model-sedan'] });
  expect(whyNot(vehicle, asked)).toEqual([
    'service-not-offered',
    'vehicle-type-unfit',
    'equipment-missing',
    'car-model-not-carried',
    'road-condition-not-supported',
  ]);
});

test('a list that was never filled in speaks against nobody', () => {
  const vehicle = vehicleWith({ serviceIds: [], roadConditionIds: [], carModelIds: [] });
  const service = { equipmentIds: ['equipment-winch'], needsDestination: true };
  const asked = rescue({ service, roadConditionId: 'road-condition-mud', carModelId: 'car-model-bus' });
  expect(whyNot(vehicle, asked)).toEqual([]);
});

test('who helps on the spot carries no car', () => {
  const vehicle = vehicleWith({ carModelIds: ['car-model-sedan'] });
  expect(whyNot(vehicle, rescue({ service: undefined, carModelId: 'car-model-bus' }))).toEqual([]);
});

test.each([
  ['in-repair', 'vehicle-in-repair'],
  ['off', 'vehicle-off'],
  ['busy', 'vehicle-busy'],
] as const)('a vehicle that is %s says so', (state, code) => {
  expect(whyNot(vehicleWith({ state }), rescue())).toEqual([code]);
});

test('insurance and inspection hold through their last day', () => {
  const ending = vehicleWith({ insuranceExpiresOn: '2026-03-01', inspectionExpiresOn: '2026-03-01' });
  expect(whyNot(ending, rescue())).toEqual([]);
  expect(whyNot(ending, rescue({ today: '2026-03-02' }))).toEqual([
    'insurance-expired',
    'inspection-expired',
  ]);
});

test('the fitting ones come apart from the others, and what is not in use in neither', () => {
  const [good, busy] = [vehicleWith({ id: 'good' }), vehicleWith({ id: 'busy', state: 'busy' })];
  const unused = [vehicleWith({ id: 'x', disabled: true }), vehicleWith({ id: 'y', deleted: true })];
  expect(match([busy, ...unused, good], rescue())).toEqual({
    fitting: [good],
    others: [{ vehicle: busy, against: ['vehicle-busy'] }],
  });
});

describe('what a vehicle could be sent to', () => {
  const elsewhere = vehicleWith({ serviceIds: ['service-other'] });

  test('depends on the order, not on what the vehicle does just now', () => {
    expect(fitsRescue(vehicleWith({ state: 'busy' }), rescue())).toBe(true);
    expect(fitsRescue(vehicleWith({ state: 'in-repair' }), rescue())).toBe(true);
    expect(fitsRescue(elsewhere, rescue())).toBe(false);
  });
});

describe('the kind of a car that is spoken of', () => {
  const makes = [
    {
      name: '宝马',
      models: [
        { name: '5系', carModelId: 'car-model-sedan' },
        { name: 'X5', carModelId: 'car-model-suv' },
      ],
    },
    { name: '大众', models: [{ name: '朗逸', carModelId: 'car-model-sedan' }] },
    {
      name: '坦克',
      translations: { en: 'Tank' },
      models: [{ name: '300', carModelId: 'car-model-suv' }],
    },
    {
      name: '雷克萨斯',
      translations: { 'zh-TW': '凌志', en: 'Lexus' },
      models: [{ name: 'ES 300', carModelId: 'car-model-sedan' }],
    },
  ];

  test.each([
    ['宝马 X5', 'car-model-suv'],
    ['宝马x5 xDrive40', 'car-model-suv'],
    ['朗逸', 'car-model-sedan'],
    ['Tank 300', 'car-model-suv'],
    ['凌志 ES300', 'car-model-sedan'],
    ['Lexus RX', undefined],
    ['大众 途观', undefined],
    ['', undefined],
  ])('%s', (text, kind) => {
    expect(carModelOf(text, makes)).toBe(kind);
  });
});
