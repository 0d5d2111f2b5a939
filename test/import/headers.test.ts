// The headers that people give their columns, and where in the sheet they stand.
import { describe, expect, it } from 'vitest';
import { customerImport } from '../../client/customers/import.ts';
import { vehicleImport } from '../../client/fleet/import.ts';
import { isLeftOut, loadSheet, matchHeaders, missingColumns } from '../../client/import/headers.ts';
import { staffImport } from '../../client/staff/import.ts';
import { sheet } from './fixtures.ts';

describe('headers', () => {
  it.each([0, 1, 2] as const)('are known in language %i', (language) => {
    for (const kind of [customerImport, vehicleImport, staffImport]) {
      const headers = kind.columns.map(({ labels }) => labels[language]);
      expect(matchHeaders(kind, headers)).toEqual(kind.columns.map(({ key }) => key));
    }
  });

  it('are known by other words, with stars, brackets, blanks and in any width', () => {
    expect(
      matchHeaders(vehicleImport, ['车牌号*', '车辆 类型（必填）', 'ＯＵＴＬＥＴ', '保险有效期', '其它']),
    ).toEqual(['plate', 'typeId', 'outletId', 'insuranceExpiresOn', undefined]);
    expect(matchHeaders(customerImport, ['客户联系电话(手机)', '客户的地址'])).toEqual([
      'contact.phone',
      'address',
    ]);
  });

  it('take each field once: the own word goes before one that only holds it', () => {
    expect(matchHeaders(staffImport, ['直属领导姓名', '姓名', '员工姓名'])).toEqual([
      undefined,
      'name',
      undefined,
    ]);
  });

  it('of passwords are left out on purpose', () => {
    expect(matchHeaders(staffImport, ['用户名', '初始密码'])).toEqual(['username', undefined]);
    expect(isLeftOut(staffImport, '初始密码')).toBe(true);
  });

  it('that are missing are told', () => {
    const missing = missingColumns(staffImport, ['username', 'name', undefined]);
    expect(missing.map(({ key }) => key)).toEqual(['roleIds', 'outletIds']);
  });
});

describe('the sheet', () => {
  it('may have a title that is merged over all columns, and rows have the numbers that people see', () => {
    const loaded = sheet(vehicleImport, [
      ['2026 年车辆台账', '', ''],
      [],
      ['车牌', '网点', '车辆类型'],
      ['浙A11111', 'outlet-1', '平板拖车'],
      ['', '', ''],
      ['浙A22222', 'outlet-1', '平板拖车'],
    ]);
    expect(loaded.headers).toEqual(['车牌', '网点', '车辆类型']);
    expect(loaded.rows.map(({ number }) => number)).toEqual([4, 6]);
  });

  it('may have headers that are merged across and downwards', () => {
    const loaded = sheet(customerImport, [
      ['客户名称', '客户类型', '联系人', '', '发票', ''],
      ['', '', '姓名', '电话', '抬头', '税号'],
      ['甲公司', '物流公司', '王', '13800138000', '甲', '9133'],
    ]);
    expect(matchHeaders(customerImport, loaded.headers)).toEqual([
      ...['name', 'typeId', 'contact.name', 'contact.phone', 'invoice.title', 'invoice.taxNumber'],
    ]);
    expect(loaded.rows).toHaveLength(1);
  });

  it('without a known header begins with its first row, and every column can still be matched', () => {
    expect(
      sheet(customerImport, [
        ['a', 'b'],
        ['1', '2'],
      ]).headers,
    ).toEqual(['a', 'b']);
  });

  it('without rows is none', () => {
    expect(loadSheet(customerImport, 'x', [])).toBeUndefined();
    expect(loadSheet(customerImport, 'x', [['客户名称'], ['', '']])).toBeUndefined();
  });
});
