// The same car or the same caller a short while ago is mostly the same rescue, entered twice.
import type { Order } from '#schemas/orders/order.ts';
import { plateOf } from './draft.ts';

const window = 12 * 3_600_000;

type Recent = Pick<Order, 'id' | 'car' | 'contact' | 'requester' | 'createdAt' | 'status'>;

export interface Duplicate<Found> {
  readonly order: Found;
  readonly same: 'plate' | 'phone';
}

/** @param now ISO instant; voided orders are none */
export function duplicatesOf<Found extends Recent>(
  entered: { readonly plate: string; readonly phone: string },
  orders: readonly Found[],
  now: string,
): Duplicate<Found>[] {
  const [plate, phone] = [plateOf(entered.plate), phoneDigits(entered.phone)];
  const since = Date.parse(now) - window;
  return orders.flatMap((order): Duplicate<Found>[] => {
    if (order.status === 'voided' || Date.parse(order.createdAt) < since) return [];
    if (plate.length >= 5 && plateOf(order.car.plate) === plate) return [{ order, same: 'plate' }];
    const phones = [order.contact.phone, order.requester?.phone ?? ''].map(phoneDigits);
    return phone.length >= 7 && phones.includes(phone) ? [{ order, same: 'phone' }] : [];
  });
}

/** Numbers are the same whether or not they are typed with spaces, and with the country before them. */
export const phoneDigits = (phone: string): string =>
  phone
    .normalize('NFKC')
    .replaceAll(/\D/g, '')
    .replace(/^86(?=1)/, '');
