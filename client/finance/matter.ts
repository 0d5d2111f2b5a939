// What an open form of finance is about: once that is something else, the form begins anew. What else happens to the
// order meanwhile leaves what was typed as it is.
import type { Command } from '#schemas/orders/commands.ts';
import type { Order } from '#schemas/orders/order.ts';

/** They change neither what was done nor what it costs. */
const beside: ReadonlySet<string> = new Set([
  'add-photo',
  'remove-photo',
  'send-sms',
  'report-sms',
  'confirm-result',
  'rate',
] satisfies Command['type'][]);

/** Two of the same order are equal as long as nothing came that a price could depend on. */
export function matterOf({ id, timeline }: Pick<Order, 'id' | 'timeline'>): string {
  return [id, ...timeline.filter(({ type }) => !beside.has(type)).map((entry) => entry.id)].join(' ');
}
