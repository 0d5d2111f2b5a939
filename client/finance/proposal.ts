// What the rates say that an order costs: offered to the clerk who verifies it, and to whoever takes the order.
import { createMemo, type Accessor } from 'solid-js';
import { reportedOf, type Reported } from '#schemas/finance/fees.ts';
import type { PriceLine } from '#schemas/finance/lines.ts';
import { priceItemsOf } from '#schemas/finance/pricing/items.ts';
import { agreedExtra, priceOf } from '#schemas/finance/pricing/price.ts';
import type { Leg } from '#schemas/finance/pricing/work.ts';
import { workOf, type WorkKnown } from '#schemas/finance/pricing/work-done.ts';
import type { Order } from '#schemas/orders/order.ts';
import { useReference, useReferenceMap } from '../data/reference.ts';
import { useFormat } from '../ui/formatting.tsx';
import { approximateLegs } from './approximate-legs.ts';

export interface Proposal extends WorkKnown {
  readonly lines: readonly PriceLine[];
  /** What was told of each price item. */
  readonly reported: ReadonlyMap<string, Reported>;
  /** Whose kilometres are no better than the position of a place. */
  readonly approximate: readonly Leg[];
  /** What extra work costs this customer, where that was agreed. */
  readonly extra: (itemId: string) => ReturnType<typeof agreedExtra>;
}

export type Priceable = Parameters<typeof workOf>[0] & Pick<Order, 'customerId' | 'outletId'>;

/**
 * Undefined while the service, the customer or its outlet has not come to this device: without them it would be
 * another price; and where the catalog has no price items.
 */
export function useProposal(order: Accessor<Priceable | undefined>): Accessor<Proposal | undefined> {
  const format = useFormat();
  const catalog = useReference('catalog');
  const [services, customers, outlets] = [
    useReferenceMap('catalog'),
    useReferenceMap('customers'),
    useReferenceMap('outlets'),
  ];
  const items = createMemo(() => priceItemsOf(catalog()));
  return createMemo(() => {
    const known = order();
    const service = known && services().get(known.serviceId);
    const [customer, outlet] = [
      customers().get(known?.customerId ?? ''),
      outlets().get(known?.outletId ?? ''),
    ];
    if (!known || !service || !customer || !outlet || !items().has('other')) return undefined;
    const done = workOf(known, { service, outlet });
    const { rateCards } = customer;
    const book = { rateCards, service, items: items(), zone: format.zone() };
    return {
      ...{ ...done, lines: priceOf(done.work, book), reported: reportedOf(done, items()) },
      approximate: approximateLegs(known, done),
      extra: (itemId: string) => agreedExtra(done.work, book, itemId),
    };
  });
}
