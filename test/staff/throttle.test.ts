// Guessing passwords gets slow, for the guesser alone.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createThrottle, networkOf } from '../../sync-server/staff/throttle.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
});

const minutes = (count: number) => count * 60_000;

async function attempts(count: number, username: string, address: string, throttle = createThrottle()) {
  for (let i = 0; i < count; i++) await throttle.attempt(username, address);
  return throttle;
}

test('eight failures are let through, the ninth attempt has to wait the rest of a quarter of an hour', async () => {
  const throttle = await attempts(7, 'clerk', '10.0.0.1');
  expect(await throttle.attempt('clerk', '10.0.0.1')).toBe(0);
  vi.advanceTimersByTime(minutes(5));
  expect(await throttle.attempt('clerk', '10.0.0.1')).toBe(600);
});

test('after the wait it is open again, and attempts meanwhile have not made it longer', async () => {
  const throttle = await attempts(20, 'clerk', '10.0.0.1');
  vi.advanceTimersByTime(minutes(15) - 1);
  expect(await throttle.attempt('clerk', '10.0.0.1')).toBe(1);
  vi.advanceTimersByTime(1);
  expect(await throttle.attempt('clerk', '10.0.0.1')).toBe(0);
});

test('others at the same address, and the same person elsewhere, are not held up', async () => {
  const throttle = await attempts(9, 'clerk', '10.0.0.1');
  expect(await throttle.attempt('dispatcher', '10.0.0.1')).toBe(0);
  expect(await throttle.attempt('clerk', '10.0.0.2')).toBe(0);
});

test('the right password makes the earlier failures forgotten', async () => {
  const throttle = await attempts(8, 'clerk', '10.0.0.1');
  await throttle.succeeded('clerk', '10.0.0.1');
  await attempts(7, 'clerk', '10.0.0.1', throttle);
  expect(await throttle.attempt('clerk', '10.0.0.1')).toBe(0);
});

test('an attempt that could not be decided does not count', async () => {
  const throttle = createThrottle();
  for (let i = 0; i < 100; i++) {
    expect(await throttle.attempt('clerk', '10.0.0.1')).toBe(0);
    await throttle.undecided('clerk', '10.0.0.1');
  }
});

test('one address may fail with sixty names, then it waits whatever the name', async () => {
  const throttle = createThrottle();
  for (let i = 0; i < 60; i++) expect(await throttle.attempt(`name${i}`, '10.0.0.1')).toBe(0);
  expect(await throttle.attempt('another', '10.0.0.1')).toBe(900);
});

test('a whole outlet may sign in from one address', async () => {
  const throttle = createThrottle();
  for (let i = 0; i < 200; i++) {
    expect(await throttle.attempt(`name${i}`, '10.0.0.1')).toBe(0);
    await throttle.succeeded(`name${i}`, '10.0.0.1');
  }
});

test('the addresses of one IPv6 subscriber are one', () => {
  expect(networkOf('2001:db8:1:2:3:4:5:6')).toBe('2001:db8:1:2');
  expect(networkOf('2001:0DB8:1:2::9')).toBe('2001:db8:1:2');
  expect(networkOf('2001:db8::1')).toBe('2001:db8:0:0');
  expect(networkOf('::1')).toBe('0:0:0:0');
  expect(networkOf('fe80::1%eth0')).toBe('fe80:0:0:0');
  expect(networkOf('::ffff:10.0.0.1')).toBe('10.0.0.1');
});
