// The catalog's price items by their code.
import type { CatalogItem } from '../../catalog/catalog.ts';
import type { Leg } from './work.ts';

export type PriceItem = Pick<CatalogItem, 'id' | 'code' | 'unitFen' | 'includedKm'>;
export type PriceItems = ReadonlyMap<string, PriceItem>;

/** @param catalog items of any type; what was disabled stays, because old rates name it */
export function priceItemsOf(catalog: readonly CatalogItem[]): PriceItems {
  return new Map(catalog.filter(({ type }) => type === 'price-item').map((item) => [item.code, item]));
}

/** In fen; 0 where there is no such item or its price is entered per order. */
export const unitOf = (items: PriceItems, code: string): number => items.get(code)?.unitFen ?? 0;

export const itemById = (items: PriceItems, id: string): PriceItem | undefined =>
  [...items.values()].find((item) => item.id === id);

/** The id of the item, or of 其他費用 where a company has thrown it out. */
export function itemId(items: PriceItems, code: string): string {
  const item = items.get(code) ?? items.get('other');
  if (!item) throw new RangeError(`The catalog has neither the price item ${code} nor other`);
  return item.id;
}

/** What the kilometres of a rescue are charged as; of an empty run those out have their own, `empty-km`. */
export const kmCodes: Record<Leg, string> = { out: 'out-km', tow: 'tow-km', back: 'return-km' };
