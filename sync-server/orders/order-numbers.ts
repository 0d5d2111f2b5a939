// The company's own order numbers: the day in its zone and a count, e.g. 261123-0042.
import type { Queryable } from '../database/database.ts';

/**
 * Takes a number for each instant, in order. The day's row stays locked until the commit, so that numbers
 * neither repeat nor leave gaps.
 */
export async function takeNumbers(
  tx: Queryable,
  companyId: string,
  zone: string,
  instants: readonly string[],
): Promise<string[]> {
  const days = instants.map((instant) => dayIn(zone, instant));
  const next = new Map<string, number>();
  for (const day of [...new Set(days)].sort()) {
    const count = days.filter((other) => other === day).length;
    const [row] = await tx.query<{ last: number }>(takeSql, [companyId, day, count]);
    next.set(day, (row?.last ?? count) - count);
  }
  return days.map((day) => {
    const number = (next.get(day) ?? 0) + 1;
    next.set(day, number);
    return `${day}-${String(number).padStart(4, '0')}`;
  });
}

function dayIn(zone: string, instant: string): string {
  const parts = formatOf(zone).formatToParts(new Date(instant));
  const part = (type: string) => parts.find((p) => p.type === type)?.value ?? '';
  return `${part('year').slice(-2)}${part('month')}${part('day')}`;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making one costs as much as deciding a command. */
function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-GB', { timeZone: zone, dateStyle: 'short' });
  formats.set(zone, format);
  return format;
}

const takeSql = `
insert into order_numbers (company_id, day, last) values ($1, $2, $3)
on conflict (company_id, day) do update set last = order_numbers.last + $3
returning last`;
