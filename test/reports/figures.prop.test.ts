// What the reports count of an order is what its entries in the books come to.
import { expect, test } from 'vitest';
import { fc, play } from '../setup/rules.ts';
import { story } from '../setup/stories.ts';
import { entriesOf, receivable, type PostingLine } from '#schemas/finance/ledger.ts';
import { clocksOf } from '#schemas/orders/targets.ts';
import { figuresOf } from '#schemas/reports/figures.ts';

const on = (account: string, lines: readonly PostingLine[]): number =>
  lines.reduce((sum, line) => (line.account === account ? sum + line.amountFen : sum), 0);

test('its revenue and what came in are those of the ledger', () => {
  const property = fc.property(story, (lines) => {
    const { order } = play(lines);
    const { price, payment } = entriesOf(order);
    const { revenueFen, receivedFen, outlayFen } = figuresOf(order, new Set());
    expect(revenueFen).toBe(on(receivable(order), price));
    expect(receivedFen).toBe(0 - on(receivable(order), payment));
    expect(outlayFen).toBe(0);
  });
  fc.assert(property);
});

test('a target is kept, or not, once its step is done, and only then', () => {
  const property = fc.property(story, (lines) => {
    const order = { ...play(lines).order, targets: { accept: 5, arrive: 45, complete: 180 } };
    const { kept } = figuresOf(order, new Set());
    for (const { step, state } of clocksOf(order, order.createdAt)) {
      const expected = state === 'met' || state === 'late' ? state === 'met' : undefined;
      expect(kept[step]).toBe(expected);
    }
  });
  fc.assert(property);
});

test('why it came to nothing is said of what did alone', () => {
  const property = fc.property(story, (lines) => {
    const { order } = play(lines);
    const { reason } = figuresOf(order, new Set());
    if (order.status !== 'voided' && order.status !== 'empty-run') expect(reason).toBeUndefined();
    else expect(order.timeline.some((entry) => entry.reason === reason)).toBe(true);
  });
  fc.assert(property);
});
