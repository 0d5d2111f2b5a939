// Dispatch is told where the phone is: seldom, only what is new, and never what has passed.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createPositionSharing } from '../../client/driver/position-sharing.ts';
import type { PositionReport } from '#schemas/fleet/positions.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const at = (metres: number, accuracy = 10) => ({ lng: 120.15, lat: 30.27 + metres / 111_195, accuracy });

function createDriver() {
  const sent: PositionReport[] = [];
  const network = { isThere: true };
  const sharing = createPositionSharing({
    send: (report) => {
      if (network.isThere) sent.push(report);
      return Promise.resolve(network.isThere);
    },
    now: Date.now,
  });
  const metres = () => sent.map(({ lat }) => Math.round((lat - 30.27) * 111_195));
  return { sharing, sent, network, metres };
}

const seconds = (count: number) => vi.advanceTimersByTimeAsync(count * 1000);

test('what is first heard is told at once, with both times of the phone', async () => {
  const { sharing, sent } = createDriver();
  const now = new Date().toISOString();
  sharing.heard(at(0));
  await seconds(0);
  expect(sent).toEqual([{ ...at(0), at: now, sentAt: now }]);
});

test('of a phone that drives every 25 seconds the newest', async () => {
  const { sharing, metres } = createDriver();
  for (let second = 0; second <= 50; second++) {
    sharing.heard(at(second * 10));
    await seconds(1);
  }
  expect(metres()).toEqual([0, 240, 490]);
});

test('what stands still is told again after five minutes only', async () => {
  const { sharing, metres } = createDriver();
  for (let second = 0; second <= 330; second += 10) {
    sharing.heard(at(second % 29));
    await seconds(10);
  }
  expect(metres()).toHaveLength(2);
});

test('a blurred reading is no move, unless it is far away', async () => {
  const { sharing, metres } = createDriver();
  sharing.heard(at(0));
  await seconds(30);
  sharing.heard(at(150, 180));
  await seconds(30);
  expect(metres()).toEqual([0]);
  sharing.heard(at(900, 5000));
  await seconds(30);
  expect(metres()).toEqual([0, 900]);
});

test('without a network nothing is kept: when it is back the newest is told', async () => {
  const { sharing, network, metres } = createDriver();
  network.isThere = false;
  for (const moved of [0, 100, 200]) {
    sharing.heard(at(moved));
    await seconds(10);
  }
  network.isThere = true;
  sharing.retry();
  await seconds(60);
  expect(metres()).toEqual([200]);
});

test('after it was stopped nothing more is told', async () => {
  const { sharing, metres } = createDriver();
  sharing.heard(at(0));
  await seconds(5);
  sharing.heard(at(100));
  sharing.stop();
  await seconds(60);
  expect(metres()).toEqual([0]);
});
