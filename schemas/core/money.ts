// Money is integer fen. Every rounding has a name, so that a figure can be explained.

/** Half a fen and more is rounded away from zero: what a clerk does by hand. */
export function roundHalfUp(fen: number): number {
  return Math.sign(fen) * Math.round(Math.abs(fen)) || 0;
}

/**
 * quantity × unit price, in fen, rounded half up. Quantity may be a fraction (kilometres) and counts to a
 * thousandth: 1.15 × 50 is 57.5 here, where floating point alone says 57.49….
 */
export function lineAmount(quantity: number, unitFen: number): number {
  return roundHalfUp((Math.round(quantity * 1000) * unitFen) / 1000);
}

export function sumFen(amounts: readonly number[]): number {
  return amounts.reduce((sum, amount) => sum + amount, 0);
}

/** What lines come to together, in fen. */
export const totalFen = (lines: readonly { readonly amountFen: number }[]): number =>
  sumFen(lines.map(({ amountFen }) => amountFen));
