import { describe, expect, test } from 'vitest';
import { isInHours, isOnDuty } from '#schemas/staff/duty.ts';
import type { Staff } from '#schemas/staff/staff.ts';

const zone = 'Asia/Shanghai';
const day = { hours: { from: '08:00', to: '18:00' } };
const night = { hours: { from: '20:00', to: '06:00' } };
/** Of a wall clock in Shanghai, which is eight hours ahead. */
const at = (time: string): string => new Date(`2026-11-23T${time}:00+08:00`).toISOString();

describe('the hours of somebody', () => {
  test.each([
    ['07:59', false],
    ['08:00', true],
    ['17:59', true],
    ['18:00', false],
    ['00:00', false],
  ])('of the day, at %s: %s', (time, isIn) => {
    expect(isInHours(day, at(time), zone)).toBe(isIn);
  });

  test.each([
    ['19:59', false],
    ['20:00', true],
    ['23:59', true],
    ['00:00', true],
    ['05:59', true],
    ['06:00', false],
  ])('that go on past midnight, at %s: %s', (time, isIn) => {
    expect(isInHours(night, at(time), zone)).toBe(isIn);
  });

  test('around the clock leave nothing out', () => {
    for (const to of ['24:00', '23:59'])
      for (const time of ['00:00', '12:00', '23:59'])
        expect(isInHours({ hours: { from: '00:00', to } }, at(time), zone)).toBe(true);
  });

  test('are any where none were given', () => {
    expect(isInHours({}, at('03:00'), zone)).toBe(true);
  });

  test("are read on the company's clock", () => {
    expect(isInHours(day, '2026-11-23T01:00:00.000Z', zone)).toBe(true);
    expect(isInHours(day, '2026-11-23T01:00:00.000Z', 'Europe/London')).toBe(false);
    expect(isInHours(day, '2026-07-01T07:30:00.000Z', 'Europe/London')).toBe(true);
  });
});

describe('on duty', () => {
  const person = (
    change: Partial<Pick<Staff, 'disabled' | 'employment'>> = {},
  ): Parameters<typeof isOnDuty>[0] => ({ ...day, disabled: false, employment: 'employed', ...change });

  test('is who is employed, in his hours alone', () => {
    expect(isOnDuty(person(), at('12:00'), zone)).toBe(true);
    expect(isOnDuty(person(), at('19:00'), zone)).toBe(false);
  });

  test.each([{ disabled: true }, { employment: 'on-leave' }, { employment: 'left' }] as const)(
    'is nobody with %j',
    (change) => {
      expect(isOnDuty(person(change), at('12:00'), zone)).toBe(false);
    },
  );
});
