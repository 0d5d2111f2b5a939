// The price of a rescue, line by line, each with its reason. The same on a phone, at the office and on the server.
// Roundings: each line to the fen, half up (core/money.ts); the total is the sum of the lines.
import type { CatalogItem } from '../../catalog/catalog.ts';
import { dayIn } from '../../core/days.ts';
import { lineAmount, roundHalfUp, totalFen } from '../../core/money.ts';
import type { LineReason, LineRule, PriceLine } from '../lines.ts';
import type { RateCard } from '../rate-card.ts';
import { itemById, itemId, kmCodes, type PriceItems } from './items.ts';
import { agreedRate, asRate, startCode, usualRate, type Rate } from './rate-of.ts';
import { surcharges } from './surcharges.ts';
import { legs, type Leg, type Work } from './work.ts';

export interface PriceBook {
  /** What the customer has agreed. */
  readonly rateCards?: readonly RateCard[] | undefined;
  readonly service: Pick<CatalogItem, 'code' | 'needsDestination'>;
  readonly items: PriceItems;
  /** The company's zone. */
  readonly zone: string;
}

/** Lines that sum to the price, none for nothing; never less than zero together. */
export function priceOf(work: Work, book: PriceBook): PriceLine[] {
  const agreed = agreedRate(book.rateCards, work.serviceId, dayIn(book.zone, work.at));
  const rate = agreed ? asRate(agreed) : usualRate(book.service, book.items);
  const make = makerOf(rate, book.items);
  const done =
    work.result === 'empty-run' ? emptyRun(work, rate, book.items, make) : rescue(work, rate, book, make);
  const charged = [...done, ...surcharges(done, work.at, rate, book.zone, make)];
  return [...charged, ...limits(charged, work, rate, make), ...outlays(work, rate, book.items, make)];
}

/** What extra work costs by the rate that was agreed for the day; undefined: the catalog's price counts. */
export function agreedExtra(
  { serviceId, at }: Pick<Work, 'serviceId' | 'at'>,
  { rateCards, zone }: Pick<PriceBook, 'rateCards' | 'zone'>,
  item: string,
): Pick<PriceLine, 'unitFen' | 'reason'> | undefined {
  const card = agreedRate(rateCards, serviceId, dayIn(zone, at));
  const agreed = card?.extras.find(({ itemId: id }) => id === item);
  if (!card || !agreed) return undefined;
  const { id, version } = card;
  return { unitFen: agreed.unitFen, reason: { rule: 'extra', rate: { id, version } } };
}

/** Makes a line, or none where nothing is charged. */
type Make = (
  item: string,
  quantity: number,
  unitFen: number,
  rule: LineRule,
  inputs?: LineReason['inputs'],
) => PriceLine[];

/**
 * For the rules' own items, by code, and for those that somebody reported, by id: these are listed also where the
 * catalog has no price for them, and under 其他費用 where it does not have them.
 */
export interface Maker {
  readonly own: Make;
  readonly reported: Make;
}

function makerOf({ agreed }: Rate, items: PriceItems): Maker {
  const lineOf: Make = (item, quantity, unitFen, rule, inputs) => {
    const counted = Math.round(quantity * 1000) / 1000;
    const amountFen = lineAmount(counted, unitFen);
    const reason = { rule, ...(agreed && { rate: agreed }), ...(inputs && { inputs }) };
    return [{ item, quantity: counted, unitFen, amountFen, reason }];
  };
  return {
    own: (code, ...rest) => lineOf(itemId(items, code), ...rest).filter(({ amountFen }) => amountFen !== 0),
    reported: (id, ...rest) => lineOf(itemById(items, id)?.id ?? itemId(items, 'other'), ...rest),
  };
}

function rescue(work: Work, rate: Rate, { service, items }: PriceBook, make: Maker): PriceLine[] {
  return [
    ...make.own(startCode(service), 1, rate.startFen, 'start', { includedKm: rate.includedKm }),
    ...kilometres(work, rate, make),
    ...waiting(work, rate, make),
    ...extras(work, rate, items, make),
  ];
}

/** Extra work that the rate does not name costs the usual price: nothing was agreed about it. */
const extras = ({ extras: done }: Work, rate: Rate, items: PriceItems, make: Maker): PriceLine[] =>
  done.flatMap(({ itemId: item, quantity }) => {
    const agreed = rate.extras.find(({ itemId: id }) => id === item);
    const unitFen = agreed?.unitFen ?? itemById(items, item)?.unitFen ?? 0;
    const lines = make.reported(item, quantity, unitFen, 'extra', { reported: quantity });
    return agreed ? lines : lines.map(withoutRate);
  });

function withoutRate({ reason, ...line }: PriceLine): PriceLine {
  if (!reason) return line;
  const { rate: _, ...usual } = reason;
  return { ...line, reason: usual };
}

/** The start holds kilometres with the car first, then those out, then those back. */
const includedFirst: readonly Leg[] = ['tow', 'out', 'back'];

function kilometres({ km }: Work, { includedKm, kmFen }: Rate, make: Maker): PriceLine[] {
  const beyond = new Map<Leg, number>();
  let included = includedKm;
  for (const leg of includedFirst) {
    beyond.set(leg, Math.max(0, km[leg] - included));
    included = Math.max(0, included - km[leg]);
  }
  return legs.flatMap((leg) => {
    const charged = beyond.get(leg) ?? 0;
    return make.own(kmCodes[leg], charged, kmFen[leg], 'kilometres', {
      km: km[leg],
      includedKm: Math.round((km[leg] - charged) * 1000) / 1000,
    });
  });
}

function waiting({ waitingMinutes }: Work, rate: Rate, make: Maker): PriceLine[] {
  const { freeMinutes = 0, hourFen = 0 } = rate.waiting ?? {};
  const charged = Math.max(0, waitingMinutes - freeMinutes);
  return make.own('waiting', charged / 60, hourFen, 'waiting', { minutes: waitingMinutes, freeMinutes });
}

function emptyRun(work: Work, rate: Rate, items: PriceItems, make: Maker): PriceLine[] {
  const { out } = work.km;
  return [
    ...make.own('empty-run', 1, rate.emptyRunFen, 'empty-run'),
    ...make.own('empty-km', out, rate.kmFen.empty, 'kilometres', { km: out }),
    ...extras(work, rate, items, make),
  ];
}

/** What a rescue lacks to the least, or has beyond the most, which wins where the two contradict. Outlays aside. */
function limits(charged: readonly PriceLine[], { result }: Work, rate: Rate, make: Maker): PriceLine[] {
  const total = totalFen(charged);
  const { maximumFen = Infinity } = rate;
  if (total > maximumFen) return make.own('other', 1, maximumFen - total, 'maximum', { maximumFen });
  const minimumFen = Math.min(rate.minimumFen ?? 0, maximumFen);
  if (result === 'empty-run' || total >= minimumFen) return [];
  return make.own('other', 1, minimumFen - total, 'minimum', { minimumFen });
}

function outlays({ outlays: paid }: Work, rate: Rate, items: PriceItems, make: Maker): PriceLine[] {
  const toll = items.get('toll')?.id;
  return paid
    .filter(({ itemId: item }) => item !== toll || rate.tolls === 'at-cost')
    .flatMap(({ itemId: item, amountFen }) =>
      make.reported(item, 1, roundHalfUp(amountFen), 'outlay', { reported: amountFen }),
    );
}
