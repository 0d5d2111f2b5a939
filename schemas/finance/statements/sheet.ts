// A statement on paper and as a file, laid out as the trade knows it: title, customer and period, the orders, the
// total in figures and in capitals, what was received, and where both sides sign.
import { inCapitals } from '../../core/capitals.ts';
import { sumFen, totalFen } from '../../core/money.ts';
import { instant, money, type Cell, type Sheet, type SheetLine } from '../../core/sheet.ts';
import { formatMoney } from '../../core/yuan.ts';
import type { PaperWords } from './paper-words.ts';
import { oldestFirst } from './receive.ts';
import { adjustedOf, dueOf, openOfStatement, type Statement, type StatementLine } from './statement.ts';

export interface Surroundings {
  readonly customer: string;
  /** Who it is from. */
  readonly ours: string;
  readonly today: string;
}

export function sheetOfStatement(statement: Statement, paper: PaperWords, around: Surroundings): Sheet {
  const { column } = paper;
  const lines = [...statement.lines].sort(oldestFirst);
  const heads: [header: string, width: number][] = [
    [column.index, 6],
    [column.ended, 17],
    [column.number, 14],
    [column.case, 20],
    [column.plate, 12],
    [column.service, 14],
    [column.amount, 12],
    [column.adjusted, 12],
    [column.due, 12],
    [column.note, 24],
  ];
  return {
    name: statement.name,
    columns: heads.map(([header, width]) => ({ header, width })),
    rows: lines.map(rowOf),
    above: above(statement, paper, around, heads.length),
    below: below(statement, lines, paper, around),
  };
}

function rowOf(line: StatementLine, index: number): Cell[] {
  const adjusted = adjustedOf(line);
  return [
    index + 1,
    instant(line.endedAt),
    line.number,
    line.customerOrderNumber,
    line.plate,
    line.service,
    money(line.amountFen),
    adjusted === 0 ? undefined : money(adjusted),
    money(dueOf(line)),
    line.adjustments.map(({ reason }) => reason).join('; '),
  ];
}

function above(
  { number, period, edition }: Statement,
  paper: PaperWords,
  { customer, today }: Surroundings,
  width: number,
): SheetLine[] {
  return [
    { cells: [{ value: paper.title(customer), span: width }], look: 'title' },
    {
      cells: [
        { value: paper.to(customer), span: 4 },
        { value: paper.number(number), span: 3 },
        { value: paper.edition(edition), span: 3 },
      ],
    },
    {
      cells: [
        { value: paper.period(period.from, period.until), span: 7 },
        { value: paper.printed(today), span: 3 },
      ],
    },
  ];
}

function below(
  statement: Statement,
  lines: readonly StatementLine[],
  paper: PaperWords,
  { ours }: Surroundings,
): SheetLine[] {
  const adjusted = sumFen(lines.map(adjustedOf));
  return [
    {
      cells: [
        { value: paper.sum, span: 6 },
        { value: money(totalFen(lines)) },
        { value: adjusted === 0 ? undefined : money(adjusted) },
        { value: money(statement.totalFen) },
        { value: undefined },
      ],
      look: 'strong',
    },
    { cells: [{ value: paper.capitals(inCapitals(statement.totalFen)), span: 10 }], look: 'strong' },
    {
      cells: [
        { value: paper.received(formatMoney(statement.receivedFen)), span: 5 },
        { value: paper.open(formatMoney(openOfStatement(statement))), span: 5 },
      ],
    },
    { cells: [{ value: undefined, span: 10 }] },
    {
      cells: [
        { value: paper.ours(ours), span: 5 },
        { value: paper.theirs, span: 5 },
      ],
    },
    {
      cells: [
        { value: paper.oursSign, span: 5 },
        { value: paper.day, span: 5 },
      ],
    },
  ];
}
