// Which price counts: the rate agreed with the customer for the service on that day, else the usual prices.
import type { CatalogItem } from '../../catalog/catalog.ts';
import type { RateCard } from '../rate-card.ts';
import { unitOf, type PriceItems } from './items.ts';

/**
 * One that names the service comes before one for all others. One without a last day ends where another begins.
 * @param day of the company's calendar
 */
export function agreedRate(
  cards: readonly RateCard[] = [],
  serviceId: string,
  day: string,
): RateCard | undefined {
  const valid = cards
    .filter(
      ({ validFrom, validUntil }) => validFrom <= day && (validUntil === undefined || day <= validUntil),
    )
    .toSorted((a, b) => (a.validFrom < b.validFrom ? 1 : -1));
  return (
    valid.find(({ serviceIds }) => serviceIds.includes(serviceId)) ??
    valid.find(({ serviceIds }) => serviceIds.length === 0)
  );
}

/** A rate that was agreed has an id; the usual prices have none. */
export type Rate = Omit<RateCard, 'id' | 'serviceIds' | 'version' | 'validFrom' | 'validUntil'> & {
  readonly agreed?: { readonly id: string; readonly version: number };
};

export const asRate = ({ id, version, ...rate }: RateCard): Rate => ({ ...rate, agreed: { id, version } });

export type Service = Pick<CatalogItem, 'code' | 'needsDestination'>;

/** The catalog's prices for whoever has agreed on none. Way out and back are in the start. */
export function usualRate(service: Service, items: PriceItems): Rate {
  const start = startCode(service);
  return {
    startFen: unitOf(items, start),
    includedKm: items.get(start)?.includedKm ?? 0,
    kmFen: { out: 0, tow: unitOf(items, 'tow-km'), back: 0, empty: 0 },
    emptyRunFen: unitOf(items, 'empty-run'),
    extras: [],
    tolls: 'at-cost',
  };
}

const ownStart: Readonly<Record<string, string>> = {
  'basement-tow': 'basement',
  recovery: 'recovery',
  'crane-lift': 'crane',
};

/** The code of the price item that a service begins with. */
export function startCode({ code, needsDestination }: Service): string {
  return ownStart[code] ?? (needsDestination ? 'tow-start' : 'start');
}
