// What people type into the fields for times, months, plates and phones.
import { describe, expect, test } from 'vitest';
import { readMonth, readTimeOfDay } from '../../client/ui/calendar-text.ts';
import {
  tidyPhone,
  tidyPlate,
  withProvince,
  wrongMobileDigits,
  wrongPlateLength,
} from '../../client/ui/plate.ts';

describe('a time of day', () => {
  test.each([
    ['8', '08:00'],
    ['830', '08:30'],
    ['0830', '08:30'],
    ['8:30', '08:30'],
    ['０８：３０', '08:30'],
    ['8.30', '08:30'],
    ['8点', '08:00'],
    ['8点半', '08:30'],
    ['20點15分', '20:15'],
    ['24:00', '24:00'],
  ])('is read from %s', (text, time) => expect(readTimeOfDay(text)).toBe(time));

  test.each(['25:00', '24:01', '8:60', 'abc', '8:3', '12345'])('is not read from %s', (text) =>
    expect(readTimeOfDay(text)).toBeNull(),
  );
});

describe('a month', () => {
  test.each([
    ['2026-03', '2026-03'],
    ['2026-3', '2026-03'],
    ['202612', '2026-12'],
    ['2026年3月', '2026-03'],
    ['２０２６／０３', '2026-03'],
  ])('is read from %s', (text, month) => expect(readMonth(text)).toBe(month));

  test.each(['2026-13', '2026-00', '26-03', '2026'])('is not read from %s', (text) =>
    expect(readMonth(text)).toBeNull(),
  );
});

describe('a plate', () => {
  test('loses spaces and dots, and has capitals', () => {
    expect(tidyPlate(' 浙a·123 45')).toBe('浙A12345');
    expect(tidyPlate('浙Ａ１２３４５')).toBe('浙A12345');
    expect(tidyPlate('无牌')).toBe('无牌');
  });

  test('gets a province, in the place of another one', () => {
    expect(withProvince('A12345', '沪')).toBe('沪A12345');
    expect(withProvince('浙A12345', '沪')).toBe('沪A12345');
    expect(withProvince('', '沪')).toBe('沪');
  });
});

test('a pasted phone becomes plain digits', () => {
  expect(tidyPhone('（０５７１）８８８８　８８８８')).toBe('(0571)8888 8888');
  expect(tidyPhone('138–0000–0000')).toBe('138-0000-0000');
});

test.each([
  ['13800138000', undefined],
  ['+86 138-0013-8000', undefined],
  ['1380013800', 10],
  ['0086 138001380001', 12],
  ['0571-88886666', undefined],
  ['95518', undefined],
  ['10086', undefined],
  ['+852 9123 4567', undefined],
  ['', undefined],
])('what the length of %j says', (phone, digits) => expect(wrongMobileDigits(phone)).toBe(digits));

describe('a plate is doubted', () => {
  test.each([
    ['沪C5', 3],
    ['浙a 1234', 6],
    ['浙A1234567', 9],
  ])('where characters are too few or too many: %s', (text, length) =>
    expect(wrongPlateLength(text)).toBe(length),
  );

  test.each([
    '',
    '浙',
    '浙A12345',
    '浙·A·D12345',
    '粤B1234应急',
    '使123456',
    '无牌',
    '临时牌照',
    'WJ浙1234A',
  ])('not where it may be one, or is none: %s', (text) => expect(wrongPlateLength(text)).toBeUndefined());
});
