// The period that is proposed for orders: the months in which they ended.
import { endOfMonth, format, parseISO } from 'date-fns';

export interface Period {
  readonly from: string;
  readonly until: string;
}

/** @param days `2026-03-05`, in any order, at least one */
export function periodOf(days: readonly string[]): Period {
  const sorted = [...days].sort();
  const [first = '', last = ''] = [sorted[0], sorted.at(-1)];
  return {
    from: `${first.slice(0, 7)}-01`,
    until: last && format(endOfMonth(parseISO(last)), 'yyyy-MM-dd'),
  };
}
