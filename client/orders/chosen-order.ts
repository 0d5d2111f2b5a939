// The order beside a list: its id stands in the address, and `J` goes on to the next row.
import { useSearchParams } from '@solidjs/router';
import type { Accessor } from 'solid-js';
import type { ProjectedOrder } from '../data/orders.ts';
import { useNextRow } from '../ui/next-row.ts';
import { createShortcuts } from './shortcuts.ts';

export interface ChosenOrder {
  readonly id: Accessor<string | undefined>;
  /** Without an id the list stands alone. */
  show(id?: string): void;
}

export function useChosenOrder(rows: Accessor<readonly ProjectedOrder[]>): ChosenOrder {
  const [params, setParams] = useSearchParams<{ order?: string }>();
  const id = () => params.order;
  const next = useNextRow(rows, (row) => row.id, id);
  const show = (shown?: string): void => setParams({ order: shown ?? null });
  createShortcuts(() => ({ j: () => show(next()?.id) }));
  return { id, show };
}
