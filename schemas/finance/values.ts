// What an order's money came to at each word that was said of it, side by side: what the driver took, what was
// verified, approved and posted. A repair speaks for the stage whose amount it set right.
import { closingEntry, type Order, type TimelineEntry } from '../orders/order.ts';
import { decidedStages, placeOf, standingOf, type DecidedStage } from './standing.ts';

export const valueStages = ['reported', ...decidedStages] as const;
export type ValueStage = (typeof valueStages)[number];

export interface StageValue {
  readonly stage: ValueStage;
  readonly fen?: number;
  /** Against the word before it, in fen; absent where they are the same. */
  readonly differsFen?: number;
  /** Who said it, when and why; absent while nobody has. */
  readonly entry?: TimelineEntry;
}

type Told = Pick<Order, 'timeline' | 'finance'>;

/** One for each stage, in their order. */
export function valuesOf(order: Told): readonly StageValue[] {
  let before: number | undefined;
  return valueStages.map((stage) => {
    const { fen, entry } = stage === 'reported' ? reported(order) : decided(order, stage);
    const differsFen = fen === undefined || before === undefined ? 0 : fen - before;
    before = fen ?? before;
    return {
      stage,
      ...(fen !== undefined && { fen }),
      ...(differsFen !== 0 && { differsFen }),
      ...(entry && { entry }),
    };
  });
}

interface Word {
  readonly fen: number | undefined;
  readonly entry: TimelineEntry | undefined;
}

function reported(order: Told): Word {
  const taken = order.timeline.findLast(({ collectedFen }) => collectedFen !== undefined);
  return { fen: taken?.collectedFen, entry: taken ?? closingEntry(order) };
}

const repairable = { priced: 'amountFen', posted: 'receivedFen' } as const;

function decided(order: Told, stage: DecidedStage): Word {
  const entry = standingOf(order)[stage];
  if (stage === 'verified') return { fen: entry?.amountFen, entry };
  if (placeOf(order.finance.stage) < placeOf(stage)) return { fen: undefined, entry };
  const field = repairable[stage];
  const decidedAt = entry ? order.timeline.indexOf(entry) : -1;
  const repair = order.timeline
    .slice(decidedAt + 1)
    .findLast(
      ({ type, changes = [] }) => type === 'repair-finance' && changes.some((one) => one.field === field),
    );
  return { fen: order.finance[field], entry: repair ?? entry };
}
