// What the rescued person reads of who comes, as the last known position grows old.
import { expect, test } from 'vitest';
import { orderWith } from '../orders-ui/fixtures.ts';
import { progressPage } from '../../sync-server/public/page.ts';
import { progressOf } from '../../sync-server/public/progress.ts';
import { textsFor } from '../../sync-server/public/texts.ts';

const seenAt = '2026-11-23T04:00:00.000Z';
const after = (minutes: number): Date => new Date(Date.parse(seenAt) + minutes * 60_000);
const order = orderWith({
  status: 'en-route',
  pickup: { address: '文三路 1 号', lng: 120.13, lat: 30.28 },
  assignment: { vehicleId: 'vehicle-1', driverId: 'driver-1' },
});

const driver = { id: 'driver-1', driverId: 'driver-1', outletId: 'outlet-north' };

/** @param metres how far north of the car the vehicle was seen */
function wayAfter(minutes: number, metres = 5500) {
  const position = { lng: 120.13, lat: 30.28 + metres / 111_195, at: seenAt, ...driver };
  const progress = progressOf(order, position, after(minutes));
  if (progress.phase !== 'sent') throw new Error(progress.phase);
  return progress;
}

const pageAfter = (minutes: number): string =>
  progressPage(
    { progress: wayAfter(minutes), path: '/r/x', lacksStars: false, zone: 'Asia/Shanghai' },
    textsFor('zh-CN'),
  );

test('a vehicle that was just seen arrives as soon as its road takes, less what has passed', () => {
  expect(wayAfter(0).onTheWay?.minutes).toBe(15);
  expect(wayAfter(4).onTheWay?.minutes).toBe(11);
  expect(pageAfter(4)).toContain('约 11 分钟后到达');
});

test('one that should be there and has not said so is not promised sooner than a fast drive allows', () => {
  expect(wayAfter(5, 2200).onTheWay?.minutes).toBe(3);
  expect(wayAfter(5, 40).onTheWay?.minutes).toBe(1);
});

test('one not seen for more than five minutes is promised for no time; the page says as of when it knows', () => {
  expect(wayAfter(6).onTheWay).toMatchObject({ at: seenAt });
  expect(wayAfter(6).onTheWay).not.toHaveProperty('minutes');
  expect(pageAfter(20)).toContain('12:00 时距您 5.5 km，之后没有收到新的位置');
  expect(pageAfter(20)).not.toMatch(/分钟后到达/);
});

test('after half an hour its place is not shown any more', () => {
  expect(wayAfter(31)).toEqual({ phase: 'sent' });
});
