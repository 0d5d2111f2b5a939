// Which word of each finance stage stands, as an order is now: what was reversed since counts no more.
import { financeStages, type FinanceStage, type Order, type TimelineEntry } from '../orders/order.ts';

/** The stages at which somebody decided, in their order. */
export const decidedStages = ['verified', 'priced', 'posted'] as const;
export type DecidedStage = (typeof decidedStages)[number];

const leadsTo: Readonly<Record<string, DecidedStage>> = {
  verify: 'verified',
  'approve-price': 'priced',
  'post-payment': 'posted',
  'settle-rest': 'posted',
};

export type Standing = Readonly<Partial<Record<DecidedStage, TimelineEntry>>>;

export function standingOf({ timeline, finance }: Pick<Order, 'timeline' | 'finance'>): Standing {
  const reached = placeOf(finance.stage);
  const standing: Partial<Record<DecidedStage, TimelineEntry>> = {};
  for (const entry of timeline) {
    const stage = leadsTo[entry.type];
    if (stage && placeOf(stage) <= reached) standing[stage] = entry;
  }
  return standing;
}

export const placeOf = (stage: FinanceStage): number => financeStages.indexOf(stage);
