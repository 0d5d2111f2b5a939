// A statement on paper and as a file, laid out as the trade knows it: title, customer and period, the orders, the
// total in figures and in capitals, what was received, and where both sides sign.
import { inCapitals } from '#schemas/core/capitals.ts';
import { sumFen, totalFen } from '#schemas/core/money.ts';
import { oldestFirst } from '#schemas/finance/statements/receive.ts';
import { dueOf, type Statement, type StatementLine } from '#schemas/finance/statements/statement.ts';
import { useStrings } from '../i18n/strings.ts';
import { useNames } from '../orders/names.ts';
import { useFormat } from '../ui/formatting.tsx';
import { usePaperOwner } from '../ui/paper.tsx';
import { instant, money, type Cell } from '../ui/spreadsheet/cell.ts';
import type { Sheet, SheetLine } from '../ui/spreadsheet/sheet.ts';
import { adjustedOf, openOfStatement } from './columns.tsx';
import { statementStrings, type StatementStrings } from './strings.ts';

export function useStatementSheet(statement: () => Statement): () => Sheet {
  const t = useStrings(statementStrings);
  const names = useNames();
  const format = useFormat();
  const owner = usePaperOwner();
  return () => {
    const known = statement();
    return sheetOfStatement(known, t(), {
      customer: names.customer(known.customerId),
      ours: owner(),
      today: format.date(format.now()),
      amount: format.money,
    });
  };
}

export interface Surroundings {
  readonly customer: string;
  /** Who it is from. */
  readonly ours: string;
  readonly today: string;
  readonly amount: (fen: number) => string;
}

/** Pure. */
export function sheetOfStatement(statement: Statement, t: StatementStrings, around: Surroundings): Sheet {
  const { column, paper } = t;
  const lines = [...statement.lines].sort(oldestFirst);
  const heads: [header: string, width: number][] = [
    ...([[paper.index, 6]] as [string, number][]),
    ...([
      [column.ended, 17],
      [column.number, 14],
      [column.case, 20],
      [column.plate, 12],
      [column.service, 14],
      [column.amount, 12],
      [column.adjusted, 12],
      [column.due, 12],
      [paper.note, 24],
    ] as [string, number][]),
  ];
  return {
    name: `${statement.name}`,
    columns: heads.map(([header, width]) => ({ header, width })),
    rows: lines.map(rowOf),
    above: above(statement, t, around, heads.length),
    below: below(statement, lines, t, around),
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
  { paper }: StatementStrings,
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
  { paper }: StatementStrings,
  { ours, amount }: Surroundings,
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
        { value: paper.received(amount(statement.receivedFen)), span: 5 },
        { value: paper.open(amount(openOfStatement(statement))), span: 5 },
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
