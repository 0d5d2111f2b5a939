// Every kilometre and fee of an order as often as somebody spoke of it: reported by the driver, verified, approved and
// posted, side by side. What differs from the word before it is marked.
import { totalFen } from '../core/money.ts';
import type { Order } from '../orders/order.ts';
import type { LineReason, PriceLine } from './lines.ts';
import { kmCodes, type PriceItems } from './pricing/items.ts';
import { legs } from './pricing/work.ts';
import type { KmSource, WorkKnown } from './pricing/work-done.ts';
import { decidedStages, placeOf, standingOf, type DecidedStage } from './standing.ts';

/** What the driver, his vehicle or his phone told of an item: kilometres, minutes, units of the item, or fen. */
export interface Reported {
  readonly what: 'km' | 'minutes' | 'quantity' | 'fen';
  readonly value: number;
  /** Of kilometres: what they rest on. */
  readonly source?: KmSource;
}

export interface Fee {
  readonly quantity: number;
  /** Absent where several lines have another one each. */
  readonly unitFen?: number;
  readonly amountFen: number;
}

export interface FeeRow {
  /** A price item. Absent: what no line speaks of, as when a sum was agreed by telephone, or less was received. */
  readonly item?: string;
  readonly reported?: Reported;
  readonly fees: Readonly<Partial<Record<DecidedStage, Fee>>>;
  /** The stages whose word is another one than the one before. */
  readonly differs: readonly DecidedStage[];
  /** Of the line that stands, where it was worked out. */
  readonly reason?: LineReason;
}

type Told = Pick<Order, 'timeline' | 'finance'>;

/**
 * One row for each item that anybody spoke of; at each stage they sum to its amount.
 * @param reported see `reportedOf`; absent where this device does not know the service or the catalog
 */
export function feesOf(order: Told, reported: ReadonlyMap<string, Reported> = new Map()): FeeRow[] {
  const words = wordsOf(order);
  const items = new Set([...words.flatMap(({ lines }) => lines.map(({ item }) => item)), ...reported.keys()]);
  return [...[...items].map((item) => rowOf(item, words, reported.get(item))), ...restOf(words)];
}

interface Word {
  readonly stage: DecidedStage;
  readonly lines: readonly PriceLine[];
  readonly amountFen: number;
}

/** In the order of the stages, as far as the order has come. */
function wordsOf(order: Told): Word[] {
  const { stage: reached, lines = [], verifiedLines = lines, amountFen = 0, receivedFen = 0 } = order.finance;
  const all: Record<DecidedStage, Omit<Word, 'stage'>> = {
    verified: { lines: verifiedLines, amountFen: standingOf(order).verified?.amountFen ?? amountFen },
    priced: { lines, amountFen },
    posted: { lines, amountFen: receivedFen },
  };
  return decidedStages
    .filter((stage) => placeOf(stage) <= placeOf(reached))
    .map((stage) => ({ stage, ...all[stage] }));
}

function rowOf(item: string, words: readonly Word[], reported: Reported | undefined): FeeRow {
  const spoken = words.map(({ stage, lines }) => ({
    stage,
    lines: lines.filter((line) => line.item === item),
  }));
  const fees = spoken
    .filter(({ lines }) => lines.length > 0)
    .map(({ stage, lines }) => [stage, sumOf(lines)]);
  const differs = spoken
    .filter(({ lines }, place) => {
      const before = spoken[place - 1];
      if (before) return totalFen(before.lines) !== totalFen(lines);
      return reported !== undefined && saysOther(reported, lines);
    })
    .map(({ stage }) => stage);
  const reason = spoken.at(-1)?.lines.find((line) => line.reason)?.reason;
  return {
    item,
    ...(reported && { reported }),
    ...{ fees: Object.fromEntries(fees) as FeeRow['fees'], differs },
    ...(reason && { reason }),
  };
}

function sumOf(lines: readonly PriceLine[]): Fee {
  const [unitFen, ...others] = new Set(lines.map((line) => line.unitFen));
  return {
    quantity: Math.round(lines.reduce((sum, { quantity }) => sum + quantity, 0) * 1000) / 1000,
    ...(unitFen !== undefined && others.length === 0 && { unitFen }),
    amountFen: totalFen(lines),
  };
}

/** Of kilometres without a line nothing is said otherwise: they are in the start. */
function saysOther({ what, value }: Reported, lines: readonly PriceLine[]): boolean {
  const { quantity, amountFen } = sumOf(lines);
  if (what === 'fen') return amountFen !== value;
  if (what === 'quantity') return quantity !== value;
  if (lines.length === 0) return false;
  const counted = lines.find(({ reason }) => reason?.inputs)?.reason?.inputs ?? {};
  return what === 'km'
    ? (counted['km'] ?? quantity) !== value
    : (counted['minutes'] ?? quantity * 60) !== value;
}

/** What an amount is beside its lines. */
function restOf(words: readonly Word[]): FeeRow[] {
  const rests = words.map(({ stage, lines, amountFen }) => ({ stage, fen: amountFen - totalFen(lines) }));
  const other = rests.filter(({ fen }, place) => fen !== (rests[place - 1]?.fen ?? fen));
  const fees = rests
    .filter(({ fen }) => fen !== 0)
    .map(({ stage, fen }) => [stage, { quantity: 1, amountFen: fen }]);
  if (fees.length === 0) return [];
  return [{ fees: Object.fromEntries(fees) as FeeRow['fees'], differs: other.map(({ stage }) => stage) }];
}

/** What was told of a rescue that is over, by price item. */
export function reportedOf({ work, sources }: WorkKnown, items: PriceItems): Map<string, Reported> {
  const isEmpty = work.result === 'empty-run';
  const told = new Map<string, Reported>();
  const tell = (id: string | undefined, reported: Reported): void => {
    if (id !== undefined && reported.value > 0) told.set(id, reported);
  };
  for (const leg of isEmpty ? (['out'] as const) : legs) {
    const code = isEmpty ? 'empty-km' : kmCodes[leg];
    tell(items.get(code)?.id, { what: 'km', value: work.km[leg], source: sources[leg] });
  }
  if (!isEmpty) tell(items.get('waiting')?.id, { what: 'minutes', value: work.waitingMinutes });
  for (const [item, quantity] of summed(work.extras, ({ quantity: each }) => each))
    tell(item, { what: 'quantity', value: Math.round(quantity * 1000) / 1000 });
  for (const [item, fen] of summed(work.outlays, ({ amountFen }) => amountFen))
    tell(item, { what: 'fen', value: fen });
  return told;
}

/** An item may be told of twice. */
function summed<Each extends { readonly itemId: string }>(all: readonly Each[], of: (each: Each) => number) {
  const items = [...new Set(all.map(({ itemId }) => itemId))];
  return items.map((item) => {
    const values = all.filter(({ itemId }) => itemId === item).map(of);
    return [item, values.reduce((sum, each) => sum + each, 0)] as const;
  });
}
