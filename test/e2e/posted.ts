// Orders whose payment was posted, made past all browsers.
import type { Api, TestServer } from './test-server.ts';
import type { Order } from '#schemas/orders/order.ts';

/** Paid by bank transfer, on no statement, and without a driver's cash. */
export async function postedByTransfer(finance: Api): Promise<Order> {
  const orders = await finance.documents<Order>('orders');
  const order = orders.find(
    ({ cash, finance: { stage, statementId, method } }) =>
      stage === 'posted' && method === 'settlement-transfer' && !statementId && !cash,
  );
  if (!order) throw new Error('The demo company has orders that were paid by transfer');
  return order;
}

export const orderById = async (api: Api, id: string): Promise<Order | undefined> =>
  (await api.documents<Order>('orders')).find((order) => order.id === id);

/** One of them, moved back into the month before this one, which nothing else is booked in. */
export async function inLastMonth(server: TestServer): Promise<{ order: Order; month: string }> {
  const order = await postedByTransfer(await server.api('finance'));
  const month = lastMonth(new Date());
  const at = `${month}-15T04:00:00.000Z`;
  await server.kill('SIGTERM');
  const database = await server.openDatabase();
  await database.script('alter table posting_lines disable trigger posting_lines_append_only');
  await database.query(
    `update posting_lines set recorded_at = case when order_id = $1 then $2::timestamptz
       else greatest(recorded_at, date_trunc('month', now() at time zone 'Asia/Shanghai') at time zone 'Asia/Shanghai') end`,
    [order.id, at],
  );
  await database.script('alter table posting_lines enable trigger posting_lines_append_only');
  const timeline = order.timeline.map((entry) =>
    entry.type === 'approve-price' || entry.type === 'post-payment' ? { ...entry, recordedAt: at } : entry,
  );
  await database.query(
    `update documents set body = (body::jsonb || jsonb_build_object('timeline', $2::jsonb))::json
     where collection = 'orders' and id = $1`,
    [order.id, JSON.stringify(timeline)],
  );
  await database.close();
  await server.start();
  return { order, month };
}

/** By the company's clock. */
function lastMonth(now: Date): string {
  const here = new Date(now.getTime() + 8 * 3_600_000);
  return new Date(Date.UTC(here.getUTCFullYear(), here.getUTCMonth() - 1, 1)).toISOString().slice(0, 7);
}
