// Four values of every kilometre and fee, side by side.
import { describe, expect, test } from 'vitest';
import { continued, line, posted, priced, told, verified, wayTo } from '../setup/rules.ts';
import { feesOf, reportedOf, type Reported } from '#schemas/finance/fees.ts';
import type { PriceLine } from '#schemas/finance/lines.ts';
import type { PriceItems } from '#schemas/finance/pricing/items.ts';
import type { Work } from '#schemas/finance/pricing/work.ts';
import type { Order } from '#schemas/orders/order.ts';

const closed = told(...wayTo.completed);
const tow = {
  ...{ item: 'price-item-tow-km', quantity: 10, unitFen: 1_000, amountFen: 10_000 },
  reason: { rule: 'kilometres', inputs: { km: 15, includedKm: 5 } },
} as const;
const toll = { item: 'price-item-toll', quantity: 1, unitFen: 2_500, amountFen: 2_500 };
const verify = (lines: readonly PriceLine[]) =>
  line('finance', 'verify', {
    ...priced,
    lines: [...lines],
    amountFen: lines.reduce((sum, { amountFen }) => sum + amountFen, 0),
  });
const reported = new Map<string, Reported>([
  ['price-item-tow-km', { what: 'km', value: 15, source: 'odometer' }],
  ['price-item-toll', { what: 'fen', value: 2_500 }],
]);
const marksOf = (order: Order, of = reported) =>
  feesOf(order, of).map(({ item, differs }) => [item?.replace('price-item-', ''), ...differs]);

describe('fees', () => {
  test('stand side by side as far as the order has come', () => {
    const order = continued(closed, verify([tow, toll]));
    expect(feesOf(closed, reported).map(({ fees }) => fees)).toEqual([{}, {}]);
    expect(feesOf(order, reported)[0]).toEqual({
      ...{ item: 'price-item-tow-km', reported: { what: 'km', value: 15, source: 'odometer' } },
      ...{
        fees: { verified: { quantity: 10, unitFen: 1_000, amountFen: 10_000 } },
        differs: [],
        reason: tow.reason,
      },
    });
  });

  test('differ where the verifier counts other kilometres, another outlay, or leaves one out', () => {
    const { reason: _, ...byHand } = tow;
    expect(marksOf(continued(closed, verify([tow, toll])))).toEqual([['tow-km'], ['toll']]);
    expect(marksOf(continued(closed, verify([byHand, toll])))).toEqual([['tow-km', 'verified'], ['toll']]);
    const less = { ...toll, unitFen: 2_000, amountFen: 2_000 };
    expect(marksOf(continued(closed, verify([tow, less])))).toEqual([['tow-km'], ['toll', 'verified']]);
    expect(marksOf(continued(closed, verify([tow])))).toEqual([['tow-km'], ['toll', 'verified']]);
  });

  test('of two lines are one, with a price for each where it is the same', () => {
    const one = { ...tow, quantity: 4, amountFen: 4_000 };
    const dear = { ...tow, quantity: 1, unitFen: 2_000, amountFen: 2_000 };
    const verifiedOf = (lines: Parameters<typeof verify>[0]) =>
      feesOf(continued(closed, verify(lines)))[0]?.fees.verified;
    expect(verifiedOf([tow, one])).toEqual({ quantity: 14, unitFen: 1_000, amountFen: 14_000 });
    expect(verifiedOf([tow, dear])).toEqual({ quantity: 11, amountFen: 12_000 });
  });

  test('say nothing of kilometres that lie in the start', () => {
    expect(marksOf(continued(closed, verify([toll])))).toEqual([['toll'], ['tow-km']]);
  });

  test('differ where other lines are approved, and where less is received than they come to', () => {
    const order = continued(
      closed,
      verify([tow, toll]),
      line('finance2', 'approve-price', { lines: [tow], amountFen: 10_000, note: '过路费已含' }),
      line('finance', 'post-payment', { receivedFen: 9_000, method: 'settlement-cash', note: '少付' }),
    );
    expect(marksOf(order)).toEqual([['tow-km'], ['toll', 'priced'], [undefined, 'posted']]);
    expect(feesOf(order, reported).at(-1)?.fees).toEqual({ posted: { quantity: 1, amountFen: -1_000 } });
  });

  test('name an amount that was agreed without lines', () => {
    const order = continued(
      closed,
      verified,
      line('finance2', 'approve-price', { amountFen: 27_000 }),
      posted,
    );
    expect(feesOf(order)).toEqual([
      {
        fees: {
          verified: { quantity: 1, amountFen: 30_000 },
          priced: { quantity: 1, amountFen: 27_000 },
          posted: { quantity: 1, amountFen: 28_000 },
        },
        differs: ['priced', 'posted'],
      },
    ]);
  });
});

describe('what was told', () => {
  const items: PriceItems = new Map(
    ['out-km', 'tow-km', 'return-km', 'empty-km', 'waiting'].map((code) => [
      code,
      { id: `id-${code}`, code },
    ]),
  );
  const work: Work = {
    ...{ serviceId: 'service-tow', result: 'success', at: '2026-03-01T08:00:00Z' },
    ...{ km: { out: 3, tow: 15, back: 0 }, waitingMinutes: 40 },
    extras: [
      { itemId: 'wheels', quantity: 2 },
      { itemId: 'wheels', quantity: 1 },
    ],
    outlays: [{ itemId: 'toll', amountFen: 2_500 }],
  };
  const sources = { out: 'reported', tow: 'odometer', back: 'unknown' } as const;

  test('is kilometres by leg with what they rest on, minutes, extras and outlays; nothing of nothing', () => {
    expect([...reportedOf({ work, sources }, items)]).toEqual([
      ['id-out-km', { what: 'km', value: 3, source: 'reported' }],
      ['id-tow-km', { what: 'km', value: 15, source: 'odometer' }],
      ['id-waiting', { what: 'minutes', value: 40 }],
      ['wheels', { what: 'quantity', value: 3 }],
      ['toll', { what: 'fen', value: 2_500 }],
    ]);
  });

  test('of an empty run is the way out, under its own item', () => {
    const inVain = reportedOf({ work: { ...work, result: 'empty-run', extras: [] }, sources }, items);
    expect([...inVain.keys()]).toEqual(['id-empty-km', 'toll']);
  });
});
