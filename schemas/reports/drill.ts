// From a figure of a report to the orders that make it up: what the figures are called in an address and asked of the
// search by.

/** What each order is one of. `lost` is what was driven for nothing or voided. */
export const countedFigures = [
  'orders',
  'completed',
  'emptyRuns',
  'voided',
  'lost',
  'unpriced',
  'accepted',
  'acceptMissed',
  'arrived',
  'arriveMissed',
  'finished',
  'finishMissed',
] as const;

/** What each order adds an amount to. `average` is revenue of all that have a price. */
export const amountFigures = ['revenue', 'outlay', 'margin', 'received', 'outstanding', 'average'] as const;
export type AmountFigure = (typeof amountFigures)[number];

export const reportFigures = [...countedFigures, ...amountFigures] as const;
export type ReportFigure = (typeof reportFigures)[number];

export const isAmountFigure = (figure: ReportFigure | undefined): figure is AmountFigure =>
  amountFigures.some((each) => each === figure);

/** What an order of a row without a name has none of; a reason only what was lost lacks. */
export const lacking = ['vehicle', 'driver', 'reason'] as const;
export type Lacking = (typeof lacking)[number];
