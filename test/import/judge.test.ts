// What becomes of the rows of a sheet.
import { describe, expect, it } from 'vitest';
import { customerImport } from '../../client/customers/import.ts';
import { vehicleImport } from '../../client/fleet/import.ts';
import { countVerdicts } from '../../client/import/judge.ts';
import { decode } from '../../client/ui/spreadsheet/decode.ts';
import { parseCsv } from '../../client/ui/spreadsheet/parse-csv.ts';
import { staffImport } from '../../client/staff/import.ts';
import { judge } from './fixtures.ts';

const vehicles = ['车牌', '车辆类型', '网点', '司机', '服务', '保险到期日', '最大载重'];
const plain = ['浙A11111', '平板拖车', 'outlet-1'];

describe('a new row', () => {
  it('becomes a document with all that the sheet says', () => {
    const [row] = judge(vehicleImport, [
      vehicles,
      ['浙a·1111１', '平板拖车', 'outlet-1', 'driver1、driver2', '不限', 46538, '5吨'],
    ]);
    expect(row).toMatchObject({
      number: 2,
      verdict: 'new',
      problems: {},
      texts: { plate: '浙A11111', insuranceExpiresOn: '2027-05-31', maxLoadKg: '5000' },
      document: {
        ...{ id: 'row-2', name: '浙A11111', plate: '浙A11111', typeId: 'vehicle-type-flatbed' },
        ...{ driverIds: ['staff-driver1', 'staff-driver2'], serviceIds: [], state: 'available' },
        ...{ insuranceExpiresOn: '2027-05-31', maxLoadKg: 5000, disabled: false },
      },
    });
  });

  it('has an error at each cell that cannot be taken, and is not imported', () => {
    const [row] = judge(vehicleImport, [vehicles, ['浙A1', '飞机', '', '', '', '不知道', 'x']]);
    expect(row?.document).toBeUndefined();
    expect(row).toMatchObject({
      verdict: 'error',
      problems: {
        plate: { kind: 'not', expected: 'plate' },
        typeId: { kind: 'unknown', word: '飞机' },
        outletId: { kind: 'missing' },
        insuranceExpiresOn: { kind: 'not', expected: 'day' },
        maxLoadKg: { kind: 'not' },
      },
    });
  });

  it('is held against the rules that the server will ask', () => {
    const rows = judge(vehicleImport, [vehicles, plain, ['浙A22222', '平板拖车', 'outlet-2']], {
      who: 'dispatcher',
    });
    expect(rows.map(({ verdict }) => verdict)).toEqual(['error', 'error']);
    expect(rows[1]?.objections).toEqual([{ code: 'not-permitted', detail: 'outside your outlets' }]);
  });

  it('of a customer who pays by the month needs the day', () => {
    const [row] = judge(customerImport, [
      ['客户名称', '客户类型', '结算周期', '税号'],
      ['新客户', '物流公司', '月结', '9133'],
    ]);
    expect(row?.problems).toEqual({
      'settlement.day': { kind: 'missing' },
      'invoice.title': { kind: 'missing' },
    });
  });
});

describe('all that is wrong with a row is said at once', () => {
  const people = ['姓名', '用户名', '角色', '网点', '分机', '手机'];
  const first = ['甲', 'jia', '话务员', 'outlet-1', 8001, ''];

  it('that it is about the same as another one, and what is wrong with its cells', () => {
    const [, row] = judge(vehicleImport, [vehicles, plain, [...plain, '', '', '不知道']]);
    expect(row?.problems).toEqual({
      plate: { kind: 'twice', row: 2 },
      insuranceExpiresOn: { kind: 'not', expected: 'day' },
    });
  });

  it('that a cell cannot be read, and what the rules have against the rest', () => {
    const [, row] = judge(staffImport, [people, first, ['乙', 'yi', '话务员', 'outlet-1', 8001, '138']]);
    expect(row?.problems).toMatchObject({
      phone: { kind: 'not' },
      extension: { kind: 'refused', objection: { code: 'not-unique' } },
    });
  });

  it('that a cell cannot be read, and that what it needs is missing', () => {
    const [row] = judge(customerImport, [
      ['客户名称', '客户类型', '结算周期', '联系电话'],
      ['新客户', '飞机', '月结', '138'],
    ]);
    expect(Object.keys(row?.problems ?? {}).toSorted()).toEqual([
      'contact.phone',
      'settlement.day',
      'typeId',
    ]);
  });

  it('but not what nobody knows while something is missing', () => {
    const [, row] = judge(staffImport, [people, first, ['乙', 'yi', '话务员', '', 8001, '']]);
    expect(row?.problems).toEqual({ outletIds: { kind: 'missing' } });
  });
});

describe('rows about the same', () => {
  it('in one sheet are told: the first one counts', () => {
    const rows = judge(vehicleImport, [vehicles, plain, plain.with(0, '浙a 11111')]);
    expect(rows.map(({ verdict }) => verdict)).toEqual(['new', 'error']);
    expect(rows[1]?.problems).toEqual({ plate: { kind: 'twice', row: 2 } });
  });

  it('are none when the first one is skipped', () => {
    const rows = judge(vehicleImport, [vehicles, plain, plain], { skipped: new Set([2]) });
    expect(rows.map(({ verdict }) => verdict)).toEqual(['skipped', 'new']);
  });

  it('may not have the same extension in one outlet', () => {
    const people = ['姓名', '用户名', '角色', '网点', '分机'];
    const rows = judge(staffImport, [
      people,
      ['甲', 'jia', '话务员', 'outlet-1', 8001],
      ['乙', 'yi', '话务员', 'outlet-1', '８００１'],
      ['丙', 'bing', '话务员', 'outlet-2', '8001'],
    ]);
    expect(rows.map(({ verdict }) => verdict)).toEqual(['new', 'error', 'new']);
    expect(rows[1]?.problems).toEqual({
      extension: { kind: 'refused', objection: { code: 'not-unique', field: 'extension' } },
    });
  });
});

describe('a row about something known', () => {
  it('says which fields it changes, and empty cells change nothing', () => {
    const [row] = judge(vehicleImport, [vehicles, ['浙A12345', '', 'outlet-2', 'driver3', '', '', '']]);
    expect(row).toMatchObject({
      verdict: 'changes',
      changed: { outletId: 'outlet-1', driverIds: '' },
      document: { id: 'vehicle-1', outletId: 'outlet-2', driverIds: ['staff-driver3'] },
    });
  });

  it('that says nothing new is the same, in whatever order it names things', () => {
    expect(judge(vehicleImport, [vehicles, ['浙A12345', '平板拖车', 'outlet-1']])[0]?.verdict).toBe('same');
  });

  it('is kept as it is when that is wanted', () => {
    const [row] = judge(vehicleImport, [vehicles, ['浙A12345', '乱写', 'outlet-2']], { existing: 'skip' });
    expect(row).toMatchObject({ verdict: 'kept', problems: {} });
    expect(row?.document).toBeUndefined();
  });

  it('is not held up by what was wrong with it before', () => {
    const [row] = judge(customerImport, [
      ['客户名称', '地址'],
      ['customer-all', '文三路 1 号'],
    ]);
    expect(row?.verdict).toBe('changes');
  });
});

it('what somebody enters in the place of a cell counts', () => {
  const [row] = judge(vehicleImport, [vehicles, plain.with(1, '飞机')], {
    edits: new Map([[2, { typeId: '平板拖车' }]]),
  });
  expect(row?.verdict).toBe('new');
});

it('a file of the Chinese Windows is read', () => {
  // 客户名称,客户类型 and 甲公司,物流公司 in GBK.
  const bytes = [
    ...[0xbf, 0xcd, 0xbb, 0xa7, 0xc3, 0xfb, 0xb3, 0xc6, 0x2c, 0xbf, 0xcd, 0xbb, 0xa7, 0xc0, 0xe0, 0xd0, 0xcd],
    ...[0x0d, 0x0a, 0xbc, 0xd7, 0xb9, 0xab, 0xcb, 0xbe, 0x2c, 0xce, 0xef, 0xc1, 0xf7, 0xb9, 0xab, 0xcb, 0xbe],
  ];
  const [row] = judge(customerImport, parseCsv(decode(new Uint8Array(bytes).buffer)));
  expect(row).toMatchObject({
    verdict: 'new',
    document: { name: '甲公司', typeId: 'customer-type-logistics' },
  });
});

it('five thousand rows are judged one by one', () => {
  const rows = Array.from({ length: 5000 }, (_, index) => [
    `浙B${String(index).padStart(5, '0')}`,
    ...['平板拖车', 'outlet-1', 'driver1', '搭电、换胎', '2027/5/31', 5000],
  ]);
  const judged = judge(vehicleImport, [vehicles, ...rows]);
  expect(countVerdicts(judged)).toMatchObject({ new: 5000, error: 0 });
  expect(new Set(judged.map(({ document }) => document?.id)).size).toBe(5000);
}, 60_000);
