// Sheets as text and as XLSX, and what people bring read back.
import { readSheet } from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { day, instant, money } from '../../client/ui/spreadsheet/cell.ts';
import { decode } from '../../client/ui/spreadsheet/decode.ts';
import { sheetToCsv, sheetToTsv } from '../../client/ui/spreadsheet/delimited.ts';
import { parseCsv } from '../../client/ui/spreadsheet/parse-csv.ts';
import { readXlsx } from '../../client/ui/spreadsheet/read-xlsx.ts';
import { formatOf } from '../../client/ui/spreadsheet/read.ts';
import { fileName } from '../../client/ui/spreadsheet/save.ts';
import { sheetOf, type Sheet } from '../../client/ui/spreadsheet/sheet.ts';
import { sheetsToXlsx } from '../../client/ui/spreadsheet/xlsx.ts';

const zone = 'Asia/Shanghai';
const sheet = (...row: Sheet['rows'][number]): Sheet => ({
  name: '客户',
  columns: row.map((_, index) => ({ header: `第${index + 1}列` })),
  rows: [row],
});
const csvLine = (...row: Sheet['rows'][number]) => sheetToCsv(sheet(...row), zone).split('\r\n')[1];

it('holds the columns that have a value, and all their rows', () => {
  const columns = [
    { header: '名称', width: 140, value: (row: { name: string }) => row.name },
    { header: '操作' },
  ];
  expect(sheetOf('客户', columns, [{ name: '甲' }, { name: '乙' }])).toEqual({
    name: '客户',
    columns: [{ header: '名称', width: 20 }],
    rows: [['甲'], ['乙']],
  });
});

describe('CSV', () => {
  it('begins with a byte order mark and ends each line as Excel does', () => {
    expect(sheetToCsv(sheet('甲'), zone)).toBe('\uFEFF第1列\r\n甲\r\n');
  });

  it('writes amounts in yuan, and times by the clock of the zone', () => {
    const at = '2026-03-05T17:30:00.000Z';
    expect(csvLine(money(-5), money(123450), instant(at), instant(at, 'day'), day('2027-01-02'))).toBe(
      '-0.05,1234.50,2026-03-06 01:30,2026-03-06,2027-01-02',
    );
    expect(csvLine(undefined, 0, null, money(undefined))).toBe(',0,,');
  });

  it.each(['=1+1', '+86 138', '-x', '@SUM(A1)', '\tx', '\rx'])('takes the harm out of %j', (text) => {
    expect(parseCsv(sheetToCsv(sheet(text), zone))[1]).toEqual([`'${text}`]);
  });

  it('leaves numbers that are below zero what they are', () => {
    expect(csvLine(-5, money(-500))).toBe('-5,-5.00');
  });

  it('comes back as it was, with commas, quotes and line breaks in it', () => {
    const row = ['a,b', '说"好"', 'x\r\ny', '', 'z'];
    expect(parseCsv(sheetToCsv(sheet(...row), zone))[1]).toEqual(row);
  });
});

it('the clipboard is given tabs', () => {
  expect(sheetToTsv(sheet('a', 'b\tc', '=x'), zone)).toBe(`第1列\t第2列\t第3列\na\t"b\tc"\t'=x`);
});

describe('what people bring', () => {
  it('may be separated by tabs or semicolons, with blank lines', () => {
    expect(parseCsv('a;b\n1;2,5\n\n')).toEqual([
      ['a', 'b'],
      ['1', '2,5'],
    ]);
    expect(parseCsv('a\tb\r\n1\t')).toEqual([
      ['a', 'b'],
      ['1', ''],
    ]);
    expect(parseCsv('a,b\n\n1,2')).toEqual([['a', 'b'], [''], ['1', '2']]);
  });

  it('may have a title above the headers, which says nothing of what separates them', () => {
    expect(parseCsv('车辆台账\n车牌;备注\n浙A1;甲, 乙\n')).toEqual([
      ['车辆台账'],
      ['车牌', '备注'],
      ['浙A1', '甲, 乙'],
    ]);
  });

  it.each([
    ['little-endian', [0xff, 0xfe, 0x32, 0x75, 0x09, 0x00]],
    ['big-endian', [0xfe, 0xff, 0x75, 0x32, 0x00, 0x09]],
  ])("may be Excel's Unicode text, %s", (_, bytes) => {
    expect(decode(new Uint8Array(bytes).buffer)).toBe('甲\t');
  });

  const utf16 = (text: string) => [...text].flatMap((sign) => [sign.charCodeAt(0), 0]);
  const bytesOf = (text: string) => [...new TextEncoder().encode(text)];
  const ole = [0xd0, 0xcf, 0x11, 0xe0];
  it.each([
    ['xlsx', bytesOf('PK\u0003\u0004 xl/workbook.xml')],
    ['csv', bytesOf('车牌,备注')],
    ['csv', []],
    ['csv', [0xff, 0xfe, ...utf16('a\t')]],
    ['old-format', [...ole, ...utf16('Workbook')]],
    ['encrypted', [...ole, ...utf16('EncryptedPackage')]],
    ['other-format', bytesOf('PK\u0003\u0004 Index/Document.iwa')],
    ['other-format', [0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]],
  ])('is known as %s by what it holds', async (format, bytes) => {
    expect(await formatOf(new Blob([new Uint8Array(bytes)]))).toBe(format);
  });

  it('may end within a quote', () => {
    expect(parseCsv('a,"b')).toEqual([['a', 'b']]);
  });

  it('may be in the encoding of Chinese Windows', () => {
    const gbk = new Uint8Array([0xbf, 0xcd, 0xbb, 0xa7]);
    expect(decode(gbk.buffer)).toBe('客户');
    expect(decode(new TextEncoder().encode('\uFEFF客户').buffer)).toBe('客户');
  });
});

describe('XLSX', () => {
  const row = [
    '=1+1',
    -5,
    money(123456),
    instant('2026-03-05T17:30:00.000Z'),
    day('2027-01-02'),
    '',
  ] as const;

  it('has cells that Excel can reckon with, and texts that stay texts', async () => {
    const file = await sheetsToXlsx([sheet(...row)], zone);
    const rows = await readSheet(Buffer.from(await file.arrayBuffer()));
    expect(rows[1]).toEqual([
      '=1+1',
      -5,
      1234.56,
      new Date('2026-03-06T01:30:00Z'),
      new Date('2027-01-02T00:00:00Z'),
      null,
    ]);
  });

  it('is read back with its times as wall clocks', async () => {
    const file = await sheetsToXlsx([sheet(...row)], zone);
    expect((await readXlsx(file))[1]).toEqual(['=1+1', -5, 1234.56, '2026-03-06T01:30', '2027-01-02', '']);
  });

  it('takes a name that Excel would refuse', async () => {
    const file = await sheetsToXlsx([{ ...sheet('a'), name: '客户/2026:[1]' }], zone);
    expect((await readXlsx(file))[1]).toEqual(['a']);
  });
});

it('names a file by what it is and when it was made', () => {
  expect(fileName('客户/网点', zone, '2026-03-05T17:30:00.000Z', 'csv')).toBe(
    '客户 网点 2026-03-06 0130.csv',
  );
});
