// The customer's own list: its columns by what others call them, and its cells as people and Excel write them.
import { roundHalfUp } from '#schemas/core/money.ts';
import type { TheirLine } from '#schemas/finance/statements/match.ts';
import { textIn } from '../import/cells.ts';
import { loadSheet, matchHeaders, type HeaderKind } from '../import/headers.ts';
import { parseFen } from '../ui/money.ts';
import type { ReadCell, ReadRows } from '../ui/spreadsheet/read.ts';

const columns: HeaderKind = {
  columns: [
    {
      key: 'caseNumber',
      labels: ['案件号', '案件號', 'Case'],
      synonyms: ['案件编号', '报案号', '工单号', '客户单号', '救援单号', '订单编号', '任务号', 'case number'],
    },
    {
      key: 'plate',
      labels: ['车牌', '車牌', 'Plate'],
      synonyms: ['车牌号', '车牌号码', '車牌號', '号牌', 'plate number'],
    },
    {
      key: 'day',
      labels: ['完成时间', '完成時間', 'Ended'],
      synonyms: ['日期', '救援日期', '救援时间', '服务日期', '完成日期', '结束时间', 'date'],
    },
    {
      key: 'dueFen',
      labels: ['应收', '應收', 'Due'],
      synonyms: ['应付', '应付金额', '应收金额', '结算金额', '结算价'],
    },
    // Where a list has both, this is the price before what was adjusted.
    {
      key: 'amountFen',
      labels: ['金额', '金額', 'Amount'],
      synonyms: ['费用', '合计', '救援费', '价格', '总价'],
    },
  ],
};

/** Undefined: neither cases nor plates are in it. Pure. */
export function theirLinesOf(fileName: string, rows: ReadRows): readonly TheirLine[] | undefined {
  const sheet = loadSheet(columns, fileName, rows);
  const matching = sheet ? matchHeaders(columns, sheet.headers) : [];
  if (!sheet || !(matching.includes('caseNumber') || matching.includes('plate'))) return undefined;
  return sheet.rows
    .map(({ number, cells }) => {
      const cellOf = (key: string): ReadCell => cells[matching.indexOf(key)] ?? '';
      const [caseNumber, plate] = [textIn(cellOf('caseNumber')), textIn(cellOf('plate'))];
      const day = dayIn(cellOf('day'));
      const amountFen = fenIn(cellOf('dueFen')) ?? fenIn(cellOf('amountFen'));
      return {
        row: number,
        ...(caseNumber && { caseNumber }),
        ...(plate && { plate }),
        ...(day && { day }),
        ...(amountFen !== undefined && { amountFen }),
      };
    })
    .filter(isLine);
}

/** The lines under a list, with its sum and its signatures, name no case with an amount, and no plate. */
const isLine = ({ caseNumber, plate, amountFen }: TheirLine): boolean =>
  plate !== undefined || (caseNumber !== undefined && amountFen !== undefined);

function dayIn(cell: ReadCell): string | undefined {
  const found = /(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})/.exec(textIn(cell));
  if (!found) return undefined;
  const [, year = '', month = '', day = ''] = found;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function fenIn(cell: ReadCell): number | undefined {
  if (typeof cell === 'number') return roundHalfUp(cell * 100);
  const read = parseFen(textIn(cell).replace(/元$/, ''));
  return read.kind === 'fen' ? read.fen : undefined;
}
