// The live map says of each vehicle where it is, who drives it and what it does.
import { describe, expect, test } from 'vitest';
import { driversOnFoot, isDoubtful, unassigned, vehicleMarks } from '../../client/live-map/marks.ts';
import { orderWith, vehicleWith } from '../orders-ui/fixtures.ts';

const at = '2026-11-23T08:00:00.000Z';
const position = (driverId: string, vehicleId?: string) => ({
  ...{ id: driverId, driverId, outletId: 'outlet-north', lng: 120.2, lat: 30.3, at },
  ...(vehicleId !== undefined && { vehicleId }),
});
const job = (status: 'dispatched' | 'en-route' | 'completed', vehicleId: string, driverId: string) =>
  orderWith({ id: `${status}-${vehicleId}`, status, assignment: { vehicleId, driverId } });

describe('vehicles', () => {
  const vehicles = [
    vehicleWith({ id: 'free', plate: 'B', driverIds: ['usual'] }),
    vehicleWith({ id: 'driven', plate: 'C', driverIds: ['usual'] }),
    vehicleWith({ id: 'broken', plate: 'A', state: 'in-repair' }),
    vehicleWith({ id: 'gone', plate: 'D', disabled: true }),
  ];
  const marks = vehicleMarks(
    vehicles,
    [job('en-route', 'driven', 'driver-1'), job('completed', 'free', 'driver-2')],
    [position('driver-1', 'driven'), position('driver-3', 'free'), position('driver-4')],
  );
  const of = (id: string) => marks.find(({ vehicle }) => vehicle.id === id);

  test('stand in the order of what they do, without those that were disabled', () => {
    expect(marks.map(({ vehicle, state }) => [vehicle.id, state])).toEqual([
      ['driven', 'busy'],
      ['free', 'available'],
      ['broken', 'in-repair'],
    ]);
  });

  test('are driven by who has their order, else by who told where they are, else by their own', () => {
    expect(of('driven')?.driverIds).toEqual(['driver-1']);
    expect(of('free')?.driverIds).toEqual(['driver-3']);
    expect(vehicleMarks(vehicles, [], []).find(({ vehicle }) => vehicle.id === 'free')?.driverIds).toEqual([
      'usual',
    ]);
  });

  test('have their open orders and their place, where it is known', () => {
    expect(of('driven')?.orders.map(({ id }) => id)).toEqual(['en-route-driven']);
    expect(of('driven')?.spot).toMatchObject({ lng: 120.2, at });
    expect(of('free')?.orders).toEqual([]);
    expect(of('broken')).not.toHaveProperty('spot');
  });
});

test('a driver in no vehicle stands for himself', () => {
  expect(driversOnFoot([position('a', 'driven'), position('b')]).map(({ id }) => id)).toEqual(['b']);
});

test('orders to which nobody was sent are marks, reservations not yet', () => {
  const orders = [
    orderWith({ id: 'waits' }),
    orderWith({ id: 'later', kind: 'reservation', scheduledAt: '2026-11-24T08:00:00Z' }),
    job('dispatched', 'driven', 'driver-1'),
  ];
  expect(unassigned(orders).map(({ id }) => id)).toEqual(['waits']);
});

test('a position is doubtful after half an hour', () => {
  expect(isDoubtful(position('a'), '2026-11-23T08:30:00.000Z')).toBe(false);
  expect(isDoubtful(position('a'), '2026-11-23T08:30:01.000Z')).toBe(true);
});
