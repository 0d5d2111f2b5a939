// What a rescue costs, line by line, from the ready-made prices; and what of it its driver reports.
import { basicCatalog } from '../../company/catalog.ts';
import type { PriceLine } from '#schemas/finance/lines.ts';
import { lineAmount, totalFen } from '#schemas/core/money.ts';
import { reportedAs } from '#schemas/finance/pricing/reportable.ts';
import type { WorkReported } from '#schemas/orders/work-reported.ts';
import { customers } from '../data/customers.ts';
import { isNight } from './clock.ts';
import { seededRandom, type Random } from './random.ts';
import type { Rescue } from './rescue.ts';

const catalog = new Map(basicCatalog().map((item) => [item.id, item]));

export interface Price {
  readonly lines: PriceLine[];
  readonly amountFen: number;
  /** Id of a settlement method. */
  readonly method: string;
}

/** The same for the same rescue, whenever it is asked. */
export function priceOf(rescue: Rescue, ended: 'completed' | 'empty-run'): Price {
  const random = seededRandom(rescue.priceSeed);
  const method = methodOf(rescue, random);
  const lines =
    ended === 'completed'
      ? [...linesForWork(rescue, random), ...extras(rescue, random)]
      : [line('empty-run', 1), ...tolls(rescue, random)];
  return { lines, amountFen: totalFen(lines), method };
}

export const paysOnTheSpot = ({ details }: Rescue): boolean => details.customerId === 'customer-private';

/** One in eight forgets his outlays; finance finds the receipt. The same for the same rescue. */
export function reportOf(rescue: Rescue, ended: 'completed' | 'empty-run'): WorkReported {
  const { lines } = priceOf(rescue, ended);
  const of = (kind: 'extras' | 'outlays') => lines.filter(({ item }) => kindOf(rescue, item) === kind);
  const isForgotten = seededRandom(rescue.priceSeed + 1).chance(1 / 8);
  const extras = of('extras').map(({ item, quantity }) => ({ item, quantity }));
  const outlays = of('outlays').map(({ item, amountFen }) => ({ item, amountFen }));
  return {
    ...(extras.length > 0 && { extras }),
    ...(outlays.length > 0 && !isForgotten && { outlays }),
  };
}

function kindOf({ details }: Rescue, item: string) {
  const code = catalog.get(item)?.code;
  return code === undefined ? undefined : reportedAs(code, catalog.get(details.serviceId));
}

/** Insurers have agreed on a lower call-out. */
const insurerStartFen = 17_000;

function linesForWork({ details, towKm }: Rescue, random: Random): PriceLine[] {
  const { serviceId, customerId } = details;
  if (serviceId === 'service-recovery') return [line('recovery', 1)];
  if (serviceId === 'service-crane-lift') return [line('crane', 1)];
  if (serviceId === 'service-basement-tow') return [line('basement', 1), ...towLines(towKm)];
  if (details.destination) return [line('tow-start', 1), ...towLines(towKm), ...wheels(serviceId, random)];
  const insured = customers.find(({ id }) => id === customerId)?.typeId === 'customer-type-insurer';
  const start = insured ? line('start', 1, insurerStartFen) : line('start', 1);
  if (serviceId === 'service-battery') return [start, line('parts', 1, random.whole(38, 68) * 1000)];
  return serviceId === 'service-fuel' ? [start, line('parts', 1, 8000)] : [start];
}

const freeKm = 15;

function towLines(towKm: number): PriceLine[] {
  const over = Math.round(Math.max(towKm - freeKm, 0) * 10) / 10;
  return over > 0 ? [line('tow-km', over)] : [];
}

/** After an accident a wheel may not turn any more. */
function wheels(serviceId: string, random: Random): PriceLine[] {
  return serviceId === 'service-accident-tow' && random.chance(0.4) ? [line('dolly', 2)] : [];
}

function extras({ details, startsAt }: Rescue, random: Random): PriceLine[] {
  const road = details.roadConditionId;
  return [
    ...(isNight(startsAt) ? [line('night', 1)] : []),
    ...(road === 'road-condition-highway' ? [line('highway', 1)] : []),
    ...tolls({ details }, random),
    ...(road === 'road-condition-basement' ? [line('parking', 1, random.whole(1, 3) * 500)] : []),
    ...(random.chance(0.06) ? [line('waiting', 0.5)] : []),
  ];
}

function tolls({ details }: Pick<Rescue, 'details'>, random: Random): PriceLine[] {
  if (details.roadConditionId !== 'road-condition-highway') return [];
  return [line('toll', 1, random.whole(3, 9) * 500)];
}

function line(code: string, quantity: number, agreedFen?: number): PriceLine {
  const item = `price-item-${code}`;
  const unitFen = agreedFen ?? catalog.get(item)?.unitFen ?? 0;
  return { item, quantity, unitFen, amountFen: lineAmount(quantity, unitFen) };
}

function methodOf(rescue: Rescue, random: Random): string {
  const paidHere = ['settlement-cash', 'settlement-cash', 'settlement-wechat', 'settlement-alipay'];
  if (paysOnTheSpot(rescue)) return random.pick(paidHere);
  return (
    customers.find(({ id }) => id === rescue.details.customerId)?.settlement.method ?? 'settlement-monthly'
  );
}
