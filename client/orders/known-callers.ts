// Who calls: the caller's number, the plate or the VIN finds earlier orders, and these what need not be asked again.
// Pure.
import type { Order } from '#schemas/orders/order.ts';
import { plateOf, type Draft } from './draft.ts';
import { phoneDigits } from './duplicates.ts';

type Earlier = Pick<Order, 'id' | 'car' | 'contact' | 'requester' | 'customerId' | 'createdAt'>;
type Entered = Pick<Draft, 'contactPhone' | 'plate' | 'vin'>;
export type KnownBy = 'phone' | 'plate' | 'vin';

export interface KnownCaller<Found> {
  readonly by: KnownBy;
  /** The newest of them. */
  readonly order: Found;
  /** How many earlier orders have the same. */
  readonly times: number;
}

/** What is typed so far that is whole, in the order in which it is believed; half a number finds strangers. */
export function termsOf({ contactPhone, plate, vin }: Entered): { by: KnownBy; term: string }[] {
  const [phone, car, frame] = [phoneDigits(contactPhone), plateOf(plate), plateOf(vin)];
  const isWholePhone = phone.length >= (phone.startsWith('1') ? 11 : 7);
  return [
    ...(isWholePhone ? [{ by: 'phone' as const, term: phone }] : []),
    ...(car.length >= 5 ? [{ by: 'plate' as const, term: car }] : []),
    ...(frame.length >= 8 ? [{ by: 'vin' as const, term: frame }] : []),
  ];
}

/** By each that finds one, the newest earlier order; an order may be there twice. */
export function knownCallers<Found extends Earlier>(
  entered: Entered,
  orders: readonly Found[],
): KnownCaller<Found>[] {
  const once = [...new Map(orders.map((order) => [order.id, order])).values()];
  return termsOf(entered).flatMap(({ by, term }): KnownCaller<Found>[] => {
    const same = once.filter((order) => textsOf[by](order).includes(term));
    const [first, ...others] = same;
    if (!first) return [];
    const newest = others.reduce((a, b) => (b.createdAt > a.createdAt ? b : a), first);
    return [{ by, order: newest, times: same.length }];
  });
}

const textsOf: Record<KnownBy, (order: Earlier) => string[]> = {
  phone: ({ contact, requester }) => [contact.phone, requester?.phone ?? ''].map(phoneDigits),
  plate: ({ car }) => [plateOf(car.plate)],
  vin: ({ car }) => [plateOf(car.vin ?? '')],
};

/**
 * What an earlier order says and the draft does not yet: never another car's model beside a plate that was typed,
 * nor another person's name beside a number.
 * @param isOffered whether the customer can be chosen
 */
export function filledFrom(
  draft: Draft,
  { car, contact, customerId }: Earlier,
  isOffered: (customerId: string) => boolean,
): Partial<Draft> {
  const isSamePerson = fits(phoneDigits(draft.contactPhone), phoneDigits(contact.phone));
  const isSameCar =
    fits(plateOf(draft.plate), plateOf(car.plate)) && fits(plateOf(draft.vin), plateOf(car.vin ?? ''));
  const found: Partial<Draft> = {
    ...(isSamePerson && { contactName: contact.name, contactPhone: contact.phone }),
    ...(isSameCar && {
      plate: car.plate,
      model: car.model ?? '',
      color: car.color ?? '',
      vin: car.vin ?? '',
    }),
    ...(isOffered(customerId) && { customerId }),
  };
  const isNew = ([key, value]: [string, unknown]) => value !== '' && isEmpty(draft[key as keyof Draft]);
  return Object.fromEntries(Object.entries(found).filter(isNew));
}

const fits = (typed: string, known: string): boolean => typed === '' || known === '' || typed === known;

const isEmpty = (value: unknown): boolean =>
  value === null || (typeof value === 'string' && value.trim() === '');
