// A statement that was sent to its customer, made past all browsers.
import { newId, type Api } from './test-server.ts';
import type { Order } from '#schemas/orders/order.ts';
import type { DocumentOf } from '#schemas/sync/collections.ts';

/** The orders that can go onto a statement, of the monthly customer who has the most. */
export async function priced(finance: Api): Promise<Order[]> {
  const customers = await finance.documents<DocumentOf<'customers'>>('customers');
  const monthly = new Set(
    customers.filter(({ settlement }) => settlement.cycle === 'monthly').map(({ id }) => id),
  );
  const free = (await finance.documents<Order>('orders')).filter(
    ({ customerId, finance: { stage, statementId } }) =>
      stage === 'priced' && !statementId && monthly.has(customerId),
  );
  const of = (customerId: string) => free.filter((order) => order.customerId === customerId);
  return free.map(({ customerId }) => of(customerId)).sort((a, b) => b.length - a.length)[0] ?? [];
}

/** @returns its id */
export async function sentStatement(finance: Api, orders: readonly Order[]): Promise<string> {
  const statementId = newId();
  const period = { from: '2020-01-01', until: '2099-12-31' };
  const customerId = orders[0]?.customerId ?? '';
  await finance.command([
    { type: 'open-statement', orderId: statementId, payload: { customerId, period } },
    ...orders.map(({ id }) => ({ type: 'add-to-statement', orderId: id, payload: { statementId } })),
    { type: 'send-statement', orderId: statementId, payload: {} },
  ]);
  return statementId;
}
