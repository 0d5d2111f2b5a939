import { describe, expect, test } from 'vitest';
import { workOf } from '#schemas/finance/pricing/work-done.ts';
import type { Order } from '#schemas/orders/order.ts';
import { approximateLegs } from '../../client/finance/approximate-legs.ts';
import { orderWith } from '../orders-ui/fixtures.ts';

const outlet = { lng: 120.1448, lat: 30.3312 };
const exact = { address: '上塘路158号', lng: 120.1555, lat: 30.2855 };
const workshop = { address: '某修理厂', lng: 120.2, lat: 30.2 };
const rough = <P extends { address: string }>(place: P): P => ({ ...place, address: `≈ ${place.address}` });

describe('kilometres on the map', () => {
  const legsOf = (change: Partial<Order>, needsDestination = true) => {
    const order = orderWith({ pickup: exact, ...change });
    return approximateLegs(order, workOf(order, { service: { needsDestination }, outlet }));
  };

  test('between exact places call for no warning', () => {
    expect(legsOf({ destination: workshop })).toEqual([]);
  });

  test('to and from a pickup that is only roughly there', () => {
    expect(legsOf({ pickup: rough(exact), destination: workshop })).toEqual(['out', 'tow']);
  });

  test('to and from a destination that is only roughly there', () => {
    expect(legsOf({ destination: rough(workshop) })).toEqual(['tow', 'back']);
  });

  test('of a service that tows nothing ask for the pickup alone', () => {
    expect(legsOf({ pickup: rough(exact) }, false)).toEqual(['out', 'back']);
    expect(legsOf({ destination: rough(workshop) }, false)).toEqual([]);
  });

  test('of an empty run, too', () => {
    const change = { pickup: rough(exact), destination: workshop, result: 'empty-run' as const };
    expect(legsOf(change)).toEqual(['out', 'back']);
  });

  test('do not matter where the odometer was read', () => {
    const step = (type: 'depart' | 'arrive', odometerKm: number) => ({
      ...{ id: type, type, by: 'driver-1', odometerKm },
      ...{ at: '2026-11-23T04:10:00.000Z', recordedAt: '2026-11-23T04:10:00.000Z' },
    });
    const timeline = [step('depart', 100), step('arrive', 112)];
    expect(legsOf({ pickup: rough(exact), destination: workshop, timeline })).toEqual(['tow']);
  });

  test('do not matter where the driver reported them', () => {
    const at = '2026-11-23T05:00:00.000Z';
    const timeline: Order['timeline'] = [
      { id: 'done', type: 'complete', by: 'driver-1', at, recordedAt: at, mileageKm: 21 },
    ];
    expect(legsOf({ pickup: rough(exact), timeline }, false)).toEqual([]);
  });
});
