// What a price is worked out from: read where it was read, reported where it was reported, estimated where not.
import { describe, expect, test } from 'vitest';
import { dispatched, driver1, line, told, type Line } from '../../setup/rules.ts';
import { creation } from '../../setup/company.ts';
import { workOf } from '#schemas/finance/pricing/work-done.ts';

const taken = line(
  'clerk',
  'create-order',
  creation({ destination: { address: '杭州汽修厂', lng: 120.25, lat: 30.3 } }),
);
const outlet = { lng: 120.15, lat: 30.27 };
const tows = { service: { needsDestination: true }, outlet };
const onSite = { service: { needsDestination: false }, outlet };
const after = (...lines: Line[]) => told(taken, dispatched, driver1('accept'), ...lines);

describe('kilometres', () => {
  test('are those of the odometer where it was read at both ends', () => {
    const order = after(
      line('driver1', 'depart', { odometerKm: 1000 }),
      line('driver1', 'arrive', { odometerKm: 1012.5 }),
      line('driver1', 'load', { odometerKm: 1013 }),
      line('driver1', 'reach-destination', { odometerKm: 1050 }),
      line('driver1', 'complete', { mileageKm: 60 }),
    );
    const { work, sources } = workOf(order, tows);
    expect(work.km).toMatchObject({ out: 12.5, tow: 37 });
    expect(sources).toEqual({ out: 'odometer', tow: 'odometer', back: 'estimated' });
  });

  test('are estimated by the map before anything was done, and where readings contradict', () => {
    const before = workOf(after(), tows);
    expect(before.sources).toEqual({ out: 'estimated', tow: 'estimated', back: 'estimated' });
    expect(before.work.km.tow).toBeGreaterThan(5);
    const backwards = after(
      line('driver1', 'depart', { odometerKm: 1000 }),
      line('driver1', 'arrive', { odometerKm: 900 }),
    );
    expect(workOf(backwards, tows).work.km.out).toBe(before.work.km.out);
  });

  test('out are those reported where nothing was towed, the way back among them', () => {
    const done = after(line('driver1', 'complete', { mileageKm: 18 }));
    const { work, sources } = workOf(done, onSite);
    expect(work.km).toEqual({ out: 18, tow: 0, back: 0 });
    expect(sources).toEqual({ out: 'reported', tow: 'unknown', back: 'unknown' });
  });

  test('of an empty run hold no towing', () => {
    const done = after(line('driver1', 'empty-run', { reason: '客户取消', mileageKm: 21 }));
    expect(workOf(done, tows).work).toMatchObject({ result: 'empty-run', km: { out: 21, tow: 0 } });
  });
});

describe('extra work and outlays', () => {
  test('are those that the driver reported', () => {
    const payload = {
      extras: [{ item: 'price-item-dolly', quantity: 2 }],
      outlays: [{ item: 'price-item-toll', amountFen: 3500 }],
    };
    const expected = {
      extras: [{ itemId: 'price-item-dolly', quantity: 2 }],
      outlays: [{ itemId: 'price-item-toll', amountFen: 3500 }],
    };
    expect(workOf(after(line('driver1', 'complete', payload)), tows).work).toMatchObject(expected);
    const emptyRun = line('driver1', 'empty-run', { reason: '客户取消', ...payload });
    expect(workOf(after(emptyRun), tows).work).toMatchObject({ result: 'empty-run', ...expected });
    expect(workOf(after(), tows).work).toMatchObject({ extras: [], outlays: [] });
  });
});

describe('time', () => {
  test('of the departure decides, else that of the order; waiting lies between arriving and beginning', () => {
    const order = after(
      line('driver1', 'depart', {}),
      line('driver1', 'arrive', {}),
      line('driver1', 'start-work', {}),
    );
    const at = (type: string) => order.timeline.find((entry) => entry.type === type)?.at ?? '';
    const { work } = workOf(order, onSite);
    expect(work.at).toBe(at('depart'));
    expect(work.waitingMinutes).toBe(
      Math.floor((Date.parse(at('start-work')) - Date.parse(at('arrive'))) / 60_000),
    );
    expect(workOf(after(), onSite).work.at).toBe(after().createdAt);
  });
});
