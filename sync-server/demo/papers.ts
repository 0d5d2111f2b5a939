// What runs out, and what was agreed for a time: vehicles' papers, drivers' licences, customers' rates. Their days
// are counted from the day on which the demo company is founded, so that some are always about to end.
import type { RateCard } from '#schemas/finance/rate-card.ts';
import type { DocumentOf } from '#schemas/sync/collections.ts';
import type { ReferenceDocument } from './company.ts';

const day = 86_400_000;

/** Adds them to what the company has anyway. */
export function withPapers(documents: readonly ReferenceDocument[], now: Date): ReferenceDocument[] {
  const inDays = (days: number) => new Date(now.getTime() + days * day).toISOString().slice(0, 10);
  const places = new Map<string, number>();
  return documents.map((filed): ReferenceDocument => {
    const place = (places.get(filed.collection) ?? 0) + 1;
    places.set(filed.collection, place);
    if (filed.collection === 'vehicles')
      return { ...filed, document: vehicle(filed.document, place, inDays) };
    if (filed.collection === 'staff') return { ...filed, document: person(filed.document, place, inDays) };
    if (filed.collection === 'customers')
      return { ...filed, document: customer(filed.document, place, inDays) };
    return filed;
  });
}

type InDays = (days: number) => string;

function vehicle(document: DocumentOf<'vehicles'>, place: number, inDays: InDays): DocumentOf<'vehicles'> {
  return {
    ...document,
    equipmentIds: equipmentOf(document.typeId).map((code) => `equipment-${code}`),
    positionSource: 'phone',
    // The third one's insurance has ended, the fifth's ends soon.
    insuranceExpiresOn: inDays(place === 3 ? -4 : place === 5 ? 12 : 60 + place * 19),
    inspectionExpiresOn: inDays(place === 7 ? 21 : 90 + place * 13),
  };
}

function equipmentOf(typeId: string): string[] {
  const tools = ['booster', 'air-pump', 'jack', 'tyre-tools', 'cones'];
  if (typeId.includes('crane')) return ['crane-arm', 'slings', 'winch', 'cones'];
  if (typeId.includes('service-car') || typeId.includes('pickup'))
    return [...tools, 'ev-charger', 'fuel-can', 'lockout-kit', 'dolly'];
  return [...tools, 'winch', 'dolly'];
}

function person(document: DocumentOf<'staff'>, place: number, inDays: InDays): DocumentOf<'staff'> {
  const numbered = { ...document, jobNumber: `QJ${String(place).padStart(3, '0')}` };
  if (!document.roleIds.includes('role-driver')) return numbered;
  const expiresOn = inDays(place === 7 ? 18 : place === 8 ? -2 : 400 + place * 37);
  return { ...numbered, licences: [{ class: place % 3 === 0 ? 'B2' : 'C1', expiresOn }] };
}

/** Insurers and platforms have rates of their own; others pay the usual prices. */
function customer(document: DocumentOf<'customers'>, place: number, inDays: InDays): DocumentOf<'customers'> {
  const agreed = ['customer-type-insurer', 'customer-type-platform', 'customer-type-maker'];
  if (!agreed.includes(document.typeId)) return document;
  const rateCards = [
    rate(document.id, 'tow', 1, inDays(-400), {
      startFen: 26_000 + place * 1000,
      includedKm: 15,
      towFen: 1200,
    }),
    rate(document.id, 'tow', 2, inDays(-120), {
      startFen: 28_000 + place * 1000,
      includedKm: 15,
      towFen: 1300,
    }),
    rate(document.id, 'site', 1, inDays(-400), {
      startFen: 15_000 + place * 500,
      includedKm: 20,
      towFen: 0,
    }),
  ];
  return { ...document, confirmWithinHours: 24, rateCards };
}

interface Prices {
  readonly startFen: number;
  readonly includedKm: number;
  readonly towFen: number;
}

function rate(
  customerId: string,
  kind: 'tow' | 'site',
  version: number,
  validFrom: string,
  { startFen, includedKm, towFen }: Prices,
): RateCard {
  const tows = ['tow', 'accident-tow', 'basement-tow', 'dolly', 'transport'];
  return {
    id: `${customerId}.${kind}.${version}`,
    serviceIds: kind === 'tow' ? tows.map((code) => `service-${code}`) : [],
    version,
    validFrom,
    startFen,
    includedKm,
    kmFen: { out: 0, tow: towFen, back: 0, empty: 500 },
    emptyRunFen: 10_000,
    night: { from: '22:00', to: '06:00', percent: 20 },
    waiting: { freeMinutes: 30, hourFen: 6000 },
    extras: kind === 'tow' ? [{ itemId: 'price-item-dolly', unitFen: 7000 }] : [],
    tolls: 'at-cost',
  };
}
