// How a receipt is laid out over the lines: which get how much, what is waived, and which are paid in full by it.
import type { Rejection } from '../../core/codes.ts';
import { totalFen } from '../../core/money.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import { openDispute, openOf, type Allocation, type StatementLine } from './statement.ts';

export interface Payment {
  readonly amountFen: number;
  readonly allocations?: readonly Allocation[];
  readonly waivesRest?: boolean;
  readonly reason?: string;
}

export interface Layout {
  readonly allocations: readonly Allocation[];
  /** By what lines are less, negative. */
  readonly waived: readonly Allocation[];
  /** What no line took. */
  readonly overFen: number;
  /** The ids of the lines that are paid in full by it. */
  readonly posts: readonly string[];
}

export function layOut(lines: readonly StatementLine[], payment: Payment): Result<Layout, Rejection> {
  const waiting = lines.filter((line) => !line.posted && !openDispute(line)).sort(oldestFirst);
  const chosen = payment.allocations ? chosenOf(waiting, lines, payment.allocations) : ok(waiting);
  if (!chosen.ok) return chosen;
  const allocations = payment.allocations ?? fill(waiting, payment.amountFen);
  const overFen = payment.amountFen - totalFen(allocations);
  if (overFen < 0) return fail({ code: 'allocation-wrong', detail: `${-overFen} fen too much` });
  const given = new Map(allocations.map(({ lineId, amountFen }) => [lineId, amountFen]));
  const restOf = (line: StatementLine) => openOf(line) - (given.get(line.id) ?? 0);
  const waived = payment.waivesRest
    ? chosen.value.flatMap((line) =>
        restOf(line) > 0 ? [{ lineId: line.id, amountFen: -restOf(line) }] : [],
      )
    : [];
  if ((overFen > 0 || waived.length > 0) && !payment.reason) return fail({ code: 'difference-unexplained' });
  const isPaid = (line: StatementLine) =>
    restOf(line) === 0 || waived.some(({ lineId }) => lineId === line.id);
  const posts = waiting.filter(isPaid).map(({ id }) => id);
  if (payment.amountFen === 0 && posts.length === 0) return fail({ code: 'allocation-wrong' });
  return ok({ allocations, waived, overFen, posts });
}

function chosenOf(
  waiting: readonly StatementLine[],
  lines: readonly StatementLine[],
  allocations: readonly Allocation[],
): Result<StatementLine[], Rejection> {
  const chosen: StatementLine[] = [];
  for (const { lineId, amountFen } of allocations) {
    const line = waiting.find(({ id }) => id === lineId);
    if (!line)
      return fail(
        whyNot(
          lines.find(({ id }) => id === lineId),
          lineId,
        ),
      );
    if (amountFen > openOf(line) || chosen.includes(line))
      return fail({ code: 'allocation-wrong', detail: line.number });
    chosen.push(line);
  }
  return ok(chosen);
}

function whyNot(line: StatementLine | undefined, lineId: string): Rejection {
  if (!line) return { code: 'line-not-found', detail: lineId };
  return line.posted
    ? { code: 'wrong-finance-stage', detail: 'posted' }
    : { code: 'dispute-open', detail: line.number };
}

function fill(lines: readonly StatementLine[], amountFen: number): Allocation[] {
  let left = amountFen;
  return lines.flatMap((line) => {
    const part = Math.min(left, openOf(line));
    left -= part;
    return part > 0 ? [{ lineId: line.id, amountFen: part }] : [];
  });
}

/** Those that ended first; of the same moment the lower number. */
export const oldestFirst = (a: StatementLine, b: StatementLine): number =>
  compare(a.endedAt ?? '', b.endedAt ?? '') || compare(a.number, b.number);

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
