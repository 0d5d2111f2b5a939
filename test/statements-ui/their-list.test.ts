// The lists that customers send, however they call their columns and write their cells.
import { expect, test } from 'vitest';
import { theirLinesOf } from '../../client/statements/their-list.ts';

test('a list with a title, other words for its columns and a sum under it', () => {
  const rows = [
    ['瀚海财险 3 月救援明细'],
    ['序号', '报案号', '车牌号', '救援日期', '结算金额（元）'],
    [1, 'CS41581458', '浙A3W284', '2026-03-05T00:00:00.000Z', 550],
    [2, 'CS73287994', '', '2026/3/7', '1,465.50元'],
    ['合计', '', '', '', 2015.5],
  ];
  expect(theirLinesOf('list.xlsx', rows)).toEqual([
    { row: 3, caseNumber: 'CS41581458', plate: '浙A3W284', day: '2026-03-05', amountFen: 55_000 },
    { row: 4, caseNumber: 'CS73287994', day: '2026-03-07', amountFen: 146_550 },
  ]);
});

test('a statement of ours that comes back is read by its own words', () => {
  const rows = [
    ['客户：瀚海', '', '', '编号：202603-01'],
    ['序号', '完成时间', '单号', '案件号', '车牌', '服务', '金额', '调整', '应收', '备注'],
    [1, '2026-03-05 13:48', '260305-0002', 'C1', '浙A3W284', '搭电', 170, -20, 150, ''],
    ['合计', '', '', '', '', '', 170, -20, 150, ''],
  ];
  expect(theirLinesOf('list.xlsx', rows)).toEqual([
    { row: 3, caseNumber: 'C1', plate: '浙A3W284', day: '2026-03-05', amountFen: 15_000 },
  ]);
});

test('one without cases and plates is none', () => {
  expect(
    theirLinesOf('list.csv', [
      ['姓名', '电话'],
      ['王', '139'],
    ]),
  ).toBeUndefined();
});
