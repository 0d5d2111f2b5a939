import { describe, expect, test } from 'vitest';
import {
  loadsOf,
  rankVehicles,
  type Candidate,
  keptOrder,
  timeOfWork,
  usualDriver,
  type Loads,
} from '../../client/orders/candidates.ts';
import { estimatedRoad, haversine } from '#schemas/fleet/distance.ts';
import { lastSpots, recent } from '../../client/orders/whereabouts.ts';
import { noon, orderWith, vehicleWith } from './fixtures.ts';

const north = { lng: 120.1448, lat: 30.3312 };
const south = { lng: 120.2012, lat: 30.1842 };
const assignment = { vehicleId: 'vehicle-1', driverId: 'driver-1' };
const noLoads: Loads = { vehicles: new Map(), drivers: new Map() };
const nobody: ReadonlySet<string> = new Set();

describe('loads', () => {
  test('count the open orders of a vehicle and of a driver, but not the one being dispatched', () => {
    const orders = [
      orderWith({ id: 'a', status: 'en-route', assignment }),
      orderWith({ id: 'b', status: 'dispatched', assignment: { ...assignment, vehicleId: 'vehicle-2' } }),
      orderWith({ id: 'c', status: 'completed', assignment }),
      orderWith({ id: 'd', status: 'pending' }),
      orderWith({ id: 'e', status: 'dispatched', assignment }),
    ];
    const loads = loadsOf(orders, 'e');
    expect([...loads.vehicles]).toEqual([
      ['vehicle-1', 1],
      ['vehicle-2', 1],
    ]);
    expect([...loads.drivers]).toEqual([['driver-1', 2]]);
  });
});

describe('distance', () => {
  test('between the two outlets is some 17 km in the air, a third more by road', () => {
    expect(haversine(north, south)).toBeGreaterThan(17_000);
    expect(haversine(north, south)).toBeLessThan(17_400);
    expect(estimatedRoad(north, south)).toBeCloseTo(haversine(north, south) * 1.35, 6);
  });

  test('to where one is, is nothing', () => {
    expect(haversine(north, north)).toBe(0);
  });
});

describe('where a vehicle was last', () => {
  const step = (type: string, by: string, recordedAt: string, lng: number) => ({
    ...{ id: `${type}-${recordedAt}`, type, by, at: recordedAt, recordedAt },
    position: { ...north, lng },
  });

  test('is what its driver told latest, over all of his orders', () => {
    const spots = lastSpots([
      orderWith({
        assignment,
        timeline: [
          step('depart', 'driver-1', '2026-11-23T08:00:00Z', 120.1),
          step('arrive', 'driver-1', '2026-11-23T08:30:00Z', 120.3),
          step('arrive', 'driver-2', '2026-11-23T09:00:00Z', 120.9),
        ],
      }),
      orderWith({ assignment, timeline: [step('depart', 'driver-1', '2026-11-23T08:10:00Z', 120.2)] }),
      orderWith({ timeline: [step('depart', 'driver-1', '2026-11-23T09:00:00Z', 120.2)] }),
    ]);
    expect([...spots]).toEqual([['vehicle-1', { ...north, lng: 120.3, at: '2026-11-23T08:30:00Z' }]]);
  });

  const told = (driverId: string, at: string, lng: number, vehicleId?: string) => ({
    ...{ id: driverId, driverId, outletId: 'outlet-north', ...north, lng, at },
    ...(vehicleId !== undefined && { vehicleId }),
  });
  const departed = orderWith({
    assignment,
    timeline: [step('depart', 'driver-1', '2026-11-23T08:00:00Z', 120.1)],
  });

  test.each([
    ['a step', '2026-11-23T07:59:59Z', 120.1],
    ['what the phone told by itself', '2026-11-23T08:00:01Z', 120.2],
  ])('is %s, when that is later', (_, at, lng) => {
    const spots = lastSpots([departed], [told('driver-1', at, 120.2, 'vehicle-1')]);
    expect(spots.get('vehicle-1')?.lng).toBe(lng);
  });

  test('is known without an order, too, and of nothing that is in no vehicle', () => {
    const at = '2026-11-23T08:00:00Z';
    const spots = lastSpots([], [told('driver-1', at, 120.2, 'vehicle-1'), told('driver-2', at, 120.3)]);
    expect([...spots]).toEqual([['vehicle-1', { ...north, lng: 120.2, at }]]);
  });

  test('is told by whoever drives it now, not by its driver of the night', () => {
    const night = told('driver-2', '2026-11-23T09:00:00Z', 120.9, 'vehicle-1');
    expect(lastSpots([departed], [night]).get('vehicle-1')?.lng).toBe(120.1);
    expect(lastSpots([], [night]).get('vehicle-1')?.lng).toBe(120.9);
  });

  test('is not where it was an hour ago', () => {
    const [old, fresh] = [
      told('driver-1', '2026-11-23T08:00:00Z', 1),
      told('driver-2', '2026-11-23T08:01:00Z', 2),
    ];
    expect(recent([old, fresh], '2026-11-23T09:00:30.000Z')).toEqual([fresh]);
  });
});

describe('ranking', () => {
  const rankAll = (
    vehicles: Parameters<typeof rankVehicles>[0],
    { loads = noLoads, offDuty = nobody }: { loads?: Loads; offDuty?: ReadonlySet<string> } = {},
  ) =>
    rankVehicles(vehicles, {
      order: orderWith(),
      rescue: {
        serviceId: 'service-tow',
        service: { vehicleTypeIds: ['vehicle-type-flatbed'] },
        today: '2026-11-23',
      },
      ...{ loads, offDuty },
      outlets: new Map([
        ['outlet-north', north],
        ['outlet-south', south],
      ]),
    });
  const rank = (...question: Parameters<typeof rankAll>) =>
    rankAll(...question).map(({ vehicle }) => vehicle.id);

  test('puts suitable and free vehicles first, then the nearer', () => {
    const vehicles = [
      vehicleWith({ id: 'unfit', serviceIds: ['service-fuel'] }),
      vehicleWith({ id: 'far', outletId: 'outlet-south' }),
      vehicleWith({ id: 'loaded' }),
      vehicleWith({ id: 'near' }),
    ];
    const loads = { ...noLoads, vehicles: new Map([['loaded', 2]]) };
    expect(rank(vehicles, { loads })).toEqual(['near', 'far', 'loaded', 'unfit']);
  });

  test('leaves out what is disabled, but not what is unfit', () => {
    const vehicles = [vehicleWith({ id: 'gone', disabled: true }), vehicleWith({ id: 'b', state: 'off' })];
    expect(rank(vehicles)).toEqual(['b']);
  });

  test('puts a vehicle of which no driver is on duty after those with one, but before what is unfit', () => {
    const vehicles = [
      vehicleWith({ id: 'unfit', serviceIds: ['service-fuel'] }),
      vehicleWith({ id: 'asleep' }),
      vehicleWith({ id: 'loaded', driverIds: ['driver-1', 'driver-3'] }),
      vehicleWith({ id: 'unassigned', driverIds: [] }),
    ];
    const loads = { ...noLoads, vehicles: new Map([['loaded', 1]]) };
    const offDuty = new Set(['driver-1', 'driver-2']);
    expect(rank(vehicles, { loads, offDuty })).toEqual(['unassigned', 'loaded', 'asleep', 'unfit']);
  });

  test("names a vehicle's drivers who are on duty before the others", () => {
    const [candidate] = rankAll([vehicleWith({ driverIds: ['a', 'b', 'c'] })], { offDuty: new Set(['a']) });
    expect(candidate?.driverIds).toEqual(['b', 'c', 'a']);
  });
});

describe('an order that somebody looks at', () => {
  const candidate = (id: string, load: number): Candidate => ({
    ...{ vehicle: vehicleWith({ id }), load, against: [], driverIds: [], isOffDuty: false },
  });
  const seen = [candidate('a', 0), candidate('b', 0), candidate('c', 0)];

  test('stays, with what is known now', () => {
    const now = [candidate('c', 0), candidate('b', 0), candidate('a', 2)];
    expect(keptOrder(seen, now).map(({ vehicle, load }) => [vehicle.id, load])).toEqual([
      ['a', 2],
      ['b', 0],
      ['c', 0],
    ]);
  });

  test('loses what is gone, and gets what is new at its end', () => {
    const now = [candidate('new', 0), candidate('c', 0), candidate('a', 0), candidate('newer', 1)];
    expect(keptOrder(seen, now).map(({ vehicle }) => vehicle.id)).toEqual(['a', 'c', 'new', 'newer']);
  });
});

describe('the usual driver', () => {
  test('is the first of the list who can be chosen and is free', () => {
    const vehicle = vehicleWith({ driverIds: ['left', 'driver-1', 'driver-2'] });
    const loads = { ...noLoads, drivers: new Map([['driver-1', 1]]) };
    const usual = (driverIds: string[], known: Loads) =>
      usualDriver(vehicle, { driverIds, loads: known, offDuty: nobody });
    expect(usual(['driver-1', 'driver-2'], noLoads)).toBe('driver-1');
    expect(usual(['driver-1', 'driver-2'], loads)).toBe('driver-2');
    expect(usual(['driver-1'], loads)).toBe('driver-1');
    expect(usual(['driver-9'], noLoads)).toBeUndefined();
  });

  test('is rather one on duty with something to do than one who is free and off duty', () => {
    const vehicle = vehicleWith({ driverIds: ['driver-1', 'driver-2'] });
    const loads = { ...noLoads, drivers: new Map([['driver-2', 1]]) };
    const usual = (...offDuty: string[]) =>
      usualDriver(vehicle, { driverIds: vehicle.driverIds, loads, offDuty: new Set(offDuty) });
    expect(usual('driver-1')).toBe('driver-2');
    expect(usual('driver-1', 'driver-2')).toBe('driver-1');
  });
});

describe('the time of the work', () => {
  test('is now, or when a reservation is due', () => {
    expect(timeOfWork({}, noon)).toBe(noon);
    expect(timeOfWork({ scheduledAt: '2026-11-24T01:00:00.000Z' }, noon)).toBe('2026-11-24T01:00:00.000Z');
    expect(timeOfWork({ scheduledAt: '2026-11-23T01:00:00.000Z' }, noon)).toBe(noon);
  });
});
