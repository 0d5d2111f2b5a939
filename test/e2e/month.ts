// A month of an insurer's: its orders as the office and the drivers left them, what they cost by its rates, and its own
// list of them.
import writeXlsxFile from 'write-excel-file/node';
import type { Api } from './test-server.ts';
import { newId } from './test-server.ts';
import { totalFen } from '#schemas/core/money.ts';
import { priceItemsOf } from '#schemas/finance/pricing/items.ts';
import { priceOf } from '#schemas/finance/pricing/price.ts';
import { workOf } from '#schemas/finance/pricing/work-done.ts';
import { dueOf, type StatementLine } from '#schemas/finance/statements/statement.ts';
import type { Order } from '#schemas/orders/order.ts';
import type { DocumentOf } from '#schemas/sync/collections.ts';

export const insurer: DocumentOf<'customers'> = {
  id: 'customer-changhe',
  name: '长河财产保险浙江分公司',
  disabled: false,
  typeId: 'customer-type-insurer',
  contact: { name: '金经理', phone: '400-000-2001' },
  outletIds: [],
  settlement: { cycle: 'monthly', day: 25, method: 'settlement-monthly' },
  needsConfirmation: false,
  rateCards: [
    {
      id: 'rate-changhe',
      serviceIds: [],
      version: 1,
      validFrom: '2020-01-01',
      startFen: 16_000,
      includedKm: 10,
      // Odd enough that kilometres have to be rounded.
      kmFen: { out: 333, tow: 707, back: 0, empty: 333 },
      emptyRunFen: 8_000,
      extras: [],
      tolls: 'at-cost',
    },
  ],
};

const services = ['service-jump-start', 'service-tyre-change', 'service-lockout', 'service-fuel'];

/** Taken at the office and completed with what the driver reported. */
export async function takeMonth(office: Api, count: number): Promise<void> {
  const orders = Array.from({ length: count }, (_, index) => ({ id: newId(), index }));
  await office.command(
    orders.map(({ id, index }) => ({
      ...{ type: 'create-order', orderId: id },
      payload: {
        ...{ kind: 'normal', outletId: 'outlet-gongshu', customerId: insurer.id },
        serviceId: services[index % services.length],
        contact: { name: '王先生', phone: '13900000000' },
        car: { plate: `浙C${String(10_000 + index)}` },
        customerOrderNumber: `CH${String(202_600_000 + index)}`,
        pickup: { address: `石祥路 ${index + 1} 号`, lng: 120.15, lat: 30.33 },
      },
    })),
  );
  await office.command(
    orders.map(({ id, index }) => ({
      ...{ type: 'complete', orderId: id },
      payload: { mileageKm: 5 + (index % 300) / 10 },
    })),
  );
}

/** As a clerk verifies what the rates propose. */
export async function verifyRest(finance: Api): Promise<void> {
  const catalog = await finance.documents<DocumentOf<'catalog'>>('catalog');
  const items = priceItemsOf(catalog);
  const waiting = (await ordersOf(finance)).filter(({ finance: { stage } }) => stage === 'unverified');
  await finance.command(
    waiting.map((order) => {
      const service = catalog.find(({ id }) => id === order.serviceId);
      if (!service) throw new Error(`There is no service ${order.serviceId}`);
      const { work } = workOf(order, { service });
      const { rateCards } = insurer;
      const lines = priceOf(work, { rateCards, service, items, zone: 'Asia/Shanghai' });
      const payload = { lines, amountFen: totalFen(lines), method: 'settlement-monthly' };
      return { type: 'verify', orderId: order.id, payload };
    }),
  );
}

export const ordersOf = async (api: Api): Promise<Order[]> =>
  (await api.documents<Order>('orders')).filter(({ customerId }) => customerId === insurer.id);

/** The insurer's own list, with other words and in another order than ours. @param byFen how much more it has where */
export async function theirList(
  lines: readonly StatementLine[],
  byFen: Readonly<Record<string, number>>,
): Promise<Buffer> {
  const rows = lines.map((line, index) => [
    { value: index + 1 },
    { value: line.customerOrderNumber ?? '' },
    { value: line.plate },
    { value: (dueOf(line) + (byFen[line.id] ?? 0)) / 100, format: '0.00' },
  ]);
  const heads = ['序号', '报案号', '车牌号', '结算金额（元）'].map((value) => ({ value }));
  return writeXlsxFile([{ data: [heads, ...rows.toReversed()], sheet: '明细' }]).toBuffer();
}
