// Cells as people and Excel write them.
import { describe, expect, it } from 'vitest';
import { day, phone, plate, text, timeOfDay, wholeNumber, yesNo } from '../../client/import/cells.ts';
import type { CellType } from '../../client/import/kind.ts';
import { named, severalNamed } from '../../client/import/reference-cells.ts';
import { words } from './fixtures.ts';
import { all } from '../reference/company.ts';

const known = words();
const read = (type: CellType, cell: string | number) => {
  const outcome = type.parse(cell, known);
  return outcome.ok ? outcome.value : outcome.error.kind;
};

describe('a phone number', () => {
  it.each([
    [13800138000, '13800138000'],
    ['１３８００１３８０００', '13800138000'],
    [' 138 0013 8000 ', '138 0013 8000'],
    ['13800138000.0', '13800138000'],
    ["'+86 13800138000", '+86 13800138000'],
    ['0571－88886666转8001', '0571-88886666转8001'],
  ])('%j is %j', (cell, value) => expect(read(phone, cell)).toBe(value));

  it('of a landline has its zero back that Excel took away', () => {
    expect(read(phone, 57188886666)).toBe('057188886666');
    expect(read(phone, 1088886666)).toBe('01088886666');
    expect(read(phone, 4008001234)).toBe('4008001234');
  });

  it('that Excel has rounded is not guessed', () => {
    expect(read(phone, '1.38E+10')).toBe('digits-lost');
    expect(read(phone, '没有')).toBe('not');
  });

  it('of a mobile lacks no digit', () => {
    expect(read(phone, '1381234567')).toBe('not');
    expect(read(phone, 1381234567)).toBe('not');
    expect(read(phone, 138123456789)).toBe('not');
  });
});

describe('a day', () => {
  it.each([
    ['2027-05-31', '2027-05-31'],
    ['2027/5/1', '2027-05-01'],
    ['2027.05.01', '2027-05-01'],
    ['2027年5月1日', '2027-05-01'],
    ['２０２７－０５－０１', '2027-05-01'],
    ['2027-05-31T00:00', '2027-05-31'],
    ['20270501', '2027-05-01'],
    [46538, '2027-05-31'],
    [20270501, '2027-05-01'],
  ])('%j is %j', (cell, value) => expect(read(day, cell)).toBe(value));

  it.each(['2027-02-30', '明年', '5/6/2027', 12])('%j is none', (cell) =>
    expect(read(day, cell)).toBe('not'),
  );
});

describe('a time of day', () => {
  it.each([
    ['8:00', '08:00'],
    ['08：30', '08:30'],
    ['8点', '08:00'],
    ['8点30分', '08:30'],
    ['18:30:00', '18:30'],
    [0.375, '09:00'],
    [1, '24:00'],
    ['1899-12-30T20:00', '20:00'],
  ])('%j is %j', (cell, value) => expect(read(timeOfDay, cell)).toBe(value));

  it.each(['25:00', '8:75', '早上'])('%j is none', (cell) => expect(read(timeOfDay, cell)).toBe('not'));
});

describe('a number', () => {
  const load = wholeNumber({ least: 0, most: 200_000, units: { 吨: 1000, kg: 1 } });
  it.each([
    [5000, 5000],
    ['5,000', 5000],
    ['５０００', 5000],
    ['4.5吨', 4500],
    ['5000 KG', 5000],
  ])('%j is %j', (cell, value) => expect(read(load, cell)).toBe(value));

  it('out of its range or of another unit is refused', () => {
    expect(read(load, -1)).toBe('range');
    expect(read(load, '5000磅')).toBe('not');
  });
});

it('words stand for yes and no', () => {
  expect(['是', 'Y', '√', '1', 'TRUE'].map((cell) => read(yesNo, cell))).toEqual(Array(5).fill(true));
  expect(['否', 'no', '×', 0].map((cell) => read(yesNo, cell))).toEqual(Array(4).fill(false));
  expect(read(yesNo, '也许')).toBe('unknown');
});

it('a plate may be typed in any width, with dots and small letters', () => {
  expect(read(plate, ' 浙ａ·12345 ')).toBe('浙A12345');
  expect(read(plate, '12345')).toBe('not');
});

it('a text is kept as it is but for blanks, and the apostrophe that kept it from being a formula goes', () => {
  expect(read(text(20), '  （杭州）　有限公司\n')).toBe('（杭州） 有限公司');
  expect(read(text(20), "'=1+1")).toBe('=1+1');
  expect(read(text(3), 'abcd')).toBe('too-long');
});

describe('a reference', () => {
  const hint = ['', '', ''] as const;

  it('is found by its word in any of the languages', () => {
    const type = named('vehicle-type', hint);
    expect([read(type, '平板拖车'), read(type, '平板拖車'), read(type, 'Flatbed')]).toEqual(
      Array(3).fill('vehicle-type-flatbed'),
    );
  });

  it('that is unknown is told with what was perhaps meant', () => {
    expect(named('vehicle-type', hint).parse('平板车', known)).toEqual({
      ok: false,
      error: { kind: 'unknown', word: '平板车', near: expect.arrayContaining(['平板拖车']) },
    });
  });

  it('may be several, and one that is unknown is never dropped', () => {
    const type = severalNamed('drivers', hint);
    expect(read(type, 'driver1、DRIVER2;driver3')).toEqual([
      'staff-driver1',
      'staff-driver2',
      'staff-driver3',
    ]);
    expect(read(type, 'driver1、谁')).toBe('unknown');
    expect(read(type, 'clerk')).toBe('unknown');
  });

  it('of which there are two of one name is told apart by the user name', () => {
    const [one, other] = all('staff').filter(({ username }) => /^driver[12]$/.test(username));
    if (!one || !other) throw new Error('The small company has drivers');
    const twins = words({
      staff: [
        { ...one, name: '张伟' },
        { ...other, name: '张伟' },
      ],
    });
    const type = severalNamed('drivers', hint);
    expect(type.parse('张伟', twins)).toEqual({
      ok: false,
      error: { kind: 'ambiguous', word: '张伟', near: ['driver1', 'driver2'] },
    });
    expect(type.parse('driver2', twins)).toEqual({ ok: true, value: ['staff-driver2'] });
    expect(type.format(['staff-driver2'], twins)).toBe('driver2');
  });
});
