// What of an order draws the eye, in the table as in the columns.
import type { ProjectedOrder } from '../data/orders.ts';
import { isFresh } from './fresh.ts';

export function toneOf({
  id,
  attention,
  status,
}: ProjectedOrder): 'danger' | 'warning' | 'muted' | undefined {
  if (attention.length > 0) return 'danger';
  if (status === 'pending' && isFresh(id)) return 'warning';
  return status === 'voided' ? 'muted' : undefined;
}
