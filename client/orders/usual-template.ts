// Which message is usually sent next, by how far an order is. Pure.
import type { Order, OrderStatus } from '#schemas/orders/order.ts';
import { fieldsOf, linkField } from '#schemas/sms/template.ts';

interface Template {
  readonly code: string;
  readonly body?: string | undefined;
}

const usualCode: Partial<Record<OrderStatus, string>> = {
  pending: 'received',
  dispatched: 'dispatched',
  accepted: 'dispatched',
  'en-route': 'follow',
  'at-destination': 'delivered',
  completed: 'rate',
};

/**
 * Else the only one, unless the order cannot say what it wants: what is no longer true, or not yet, is nobody's proposal.
 * @param values what the order says by itself
 */
export function usualTemplate<T extends Template>(
  { status, kind }: Pick<Order, 'status' | 'kind'>,
  templates: readonly T[],
  values: Readonly<Record<string, string>>,
): T | undefined {
  const code = kind === 'reservation' && status === 'pending' ? 'reserved' : usualCode[status];
  const usual = templates.find((template) => template.code === code);
  const [first, ...others] = templates;
  if (usual || !first || others.length > 0) return usual;
  return fieldsOf(first.body ?? '').every((name) => isSaid(name, values)) ? first : undefined;
}

const isSaid = (name: string, values: Readonly<Record<string, string>>): boolean =>
  name === linkField || Object.hasOwn(values, name);
