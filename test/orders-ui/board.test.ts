import { describe, expect, test } from 'vitest';
import { matchesFilter } from '#schemas/orders/filter.ts';
import { shortAddress } from '../../client/orders/board-layout.ts';
import {
  closedAt,
  filterOf,
  groupOf,
  groups,
  isFiltered,
  noFilter,
  waitingFor,
  readQuery,
  writeQuery,
} from '../../client/orders/board-query.ts';
import { parseCoordinates } from '../../client/orders/coordinates.ts';
import { duplicatesOf } from '../../client/orders/duplicates.ts';
import { knownPlaces } from '../../client/orders/known-places.ts';
import { clocksDiffer, isRedispatch } from '../../client/orders/timeline-lines.ts';
import { roundPoint } from '../../client/ui/map/coordinates.ts';
import { toWgs84 } from '../../client/ui/map/systems.ts';
import { noon, orderWith } from './fixtures.ts';

describe('the filters in the address', () => {
  const query = {
    outletId: 'outlet-north',
    statuses: ['pending', 'working'],
    text: '浙A',
    attention: true,
    today: true,
    late: true,
    vehicleId: 'vehicle-1',
    customerId: 'customer-1',
    driverId: 'driver-1',
    serviceIds: ['service-tow', 'service-jump'],
    taken: 'last-7-days',
    offered: true,
  } as const;

  test('come back as they were written', () => {
    const written = Object.entries(writeQuery(query)).filter(([, value]) => value !== null);
    expect(readQuery(Object.fromEntries(written))).toEqual(query);
    expect(Object.values(writeQuery(noFilter)).every((value) => value === null)).toBe(true);
  });

  test('lead from a vehicle to what waits and it could be sent to', () => {
    const read = readQuery(Object.fromEntries(new URL(waitingFor('vehicle-1'), 'http://x').searchParams));
    expect(read).toEqual({ ...noFilter, statuses: ['pending'], vehicleId: 'vehicle-1' });
    expect(isFiltered({ ...noFilter, vehicleId: 'vehicle-1' })).toBe(true);
  });

  test('take no status that does not exist', () => {
    expect(readQuery({ status: 'pending,lost' }).statuses).toEqual(['pending']);
  });

  test('ask the data layer for nothing that is not set, and never for reservations that wait', () => {
    expect(filterOf(noFilter)).toEqual({ reserved: false });
    expect(isFiltered(noFilter)).toBe(false);
  });

  test('narrow by customer, driver, service, time and what is on offer', () => {
    const { customerId, driverId, serviceIds, offered } = query;
    const chosen = { ...noFilter, customerId, driverId, serviceIds, offered };
    const taken = { from: '2026-11-22T16:00:00.000Z', to: '2026-11-23T16:00:00.000Z' };
    const wanted = filterOf(chosen, taken);
    expect(wanted).toEqual({ reserved: false, customerId, driverId, serviceIds, onOffer: true, ...taken });
    expect(isFiltered({ ...noFilter, taken: 'today' })).toBe(true);
    const fitting = orderWith({
      offer: { id: 'offer-1', by: 'staff', at: noon, to: [] },
      assignment: { vehicleId: 'vehicle-1', driverId },
    });
    expect(matchesFilter(fitting, wanted)).toBe(true);
    const { offer: _, ...notOffered } = fitting;
    for (const other of [
      { ...fitting, customerId: 'customer-2' },
      { ...fitting, assignment: { vehicleId: 'vehicle-1', driverId: 'driver-2' } },
      { ...fitting, serviceId: 'service-tyre' },
      { ...fitting, createdAt: '2026-11-23T16:00:00.000Z' },
      notOffered,
    ])
      expect(matchesFilter(other, wanted)).toBe(false);
  });

  test('are one of the groups when they are just that', () => {
    expect(groupOf({ ...noFilter, ...groups.done })).toBe('done');
    expect(groupOf({ ...noFilter, ...groups.pending, attention: true })).toBeUndefined();
    expect(groupOf(noFilter)).toBeUndefined();
  });
});

test('an order was closed when its last status was recorded', () => {
  const entry = {
    id: 'c',
    type: 'complete',
    at: noon,
    recordedAt: noon,
    by: 'x',
    status: 'completed',
  } as const;
  const order = orderWith({ status: 'completed', result: 'success', timeline: [entry] });
  expect(closedAt(order)).toBe(noon);
  expect(closedAt(orderWith())).toBeUndefined();
});

test('an address is shown without the city that all of them share', () => {
  expect(shortAddress('杭州市拱墅区上塘路158号')).toBe('拱墅区上塘路158号');
  expect(shortAddress('≈ 浙江省杭州市拱墅区桥西')).toBe('≈ 拱墅区桥西');
  expect(shortAddress('沪杭高速杭州东（彭埠）收费站')).toBe('沪杭高速杭州东（彭埠）收费站');
  expect(shortAddress('菜市场')).toBe('菜市场');
});

describe('coordinates', () => {
  const point = { lng: 120.1551, lat: 30.2741 };

  test.each([
    '120.1551, 30.2741',
    '120.1551，30.2741',
    '120.1551 30.2741',
    '30.2741,120.1551',
    '(120.1551, 30.2741)',
    '东经120.1551°，北纬30.2741°',
    'geo:30.2741,120.1551?z=17',
  ])('are read from %s', (text) => expect(parseCoordinates(text)).toEqual(point));

  test.each([
    ['', 'empty'],
    ['上塘路', 'unreadable'],
    ['120.1551', 'unreadable'],
    ['220, 130', 'out-of-range'],
    ['https://surl.amap.com/1a2b3c', 'short-link'],
    ['看这里 https://ditu.amap.com/place/B0FFG8SC5V', 'bare-link'],
  ])('"%s" is %s', (text, problem) => expect(parseCoordinates(text)).toEqual({ problem }));

  test.each([
    ['https://uri.amap.com/marker?position=120.1551,30.2741', 'gcj02'],
    ['http://api.map.baidu.com/marker?location=30.2741,120.1551', 'bd09'],
  ] as const)("of a map's link %s are converted", (link, system) =>
    expect(parseCoordinates(link)).toEqual(roundPoint(toWgs84(point, system))),
  );
});

describe('known places', () => {
  const outlet = {
    id: 'outlet-north',
    name: '拱墅网点',
    disabled: false,
    phone: '0571-1',
    address: '石祥路202号',
    lng: 120.1448,
    lat: 30.3312,
    callSystemAddresses: [],
  };

  test('are the outlets and then the commonest addresses, each once', () => {
    const far = { address: '龙井村', lng: 120.1, lat: 30.22 };
    const places = knownPlaces([orderWith({ destination: far }), orderWith({ pickup: far })], [outlet]);
    expect(places.map(({ address, times }) => [address, times])).toEqual([
      ['石祥路202号', 0],
      ['龙井村', 2],
      ['杭州市拱墅区上塘路158号', 1],
    ]);
  });

  test('hold no approximate one', () => {
    expect(knownPlaces([orderWith({ pickup: { address: '≈ 某处', lng: 1, lat: 1 } })], [])).toEqual([]);
  });
});

describe('a duplicate', () => {
  const find = (plate: string, phone: string, order = orderWith()) =>
    duplicatesOf({ plate, phone }, [order], '2026-11-23T10:00:00.000Z').map(({ same }) => same);

  test('is the same plate or phone of the last twelve hours', () => {
    expect(find('浙a·12345', '')).toEqual(['plate']);
    expect(find('', '+86 138 0000 0001')).toEqual(['phone']);
    expect(find('浙A1234', '1380000')).toEqual([]);
  });

  test('is neither an old nor a voided order', () => {
    expect(find('浙A12345', '', orderWith({ createdAt: '2026-11-22T20:00:00.000Z' }))).toEqual([]);
    expect(find('浙A12345', '', orderWith({ status: 'voided' }))).toEqual([]);
  });
});

test('two clocks are both told when they are minutes apart', () => {
  expect(clocksDiffer({ at: noon, recordedAt: '2026-11-23T04:02:00.000Z' })).toBe(false);
  expect(clocksDiffer({ at: noon, recordedAt: '2026-11-23T04:20:00.000Z' })).toBe(true);
});

test('only a dispatch after the first one is a dispatch anew', () => {
  const entry = (id: string, type: string) => ({ id, type });
  const timeline = [entry('a', 'create-order'), entry('b', 'dispatch'), entry('c', 'dispatch')];
  expect(timeline.map((each) => isRedispatch(each, timeline))).toEqual([false, false, true]);
});
