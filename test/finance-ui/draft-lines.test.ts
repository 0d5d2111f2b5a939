// Price lines while a clerk works on them.
import { describe, expect, test } from 'vitest';
import { changedLine, startLines, type DraftLine } from '../../client/finance/draft-lines.ts';

describe('a line that is changed', () => {
  const rate = { id: 'rate', version: 1 };
  const line = (rule: 'extra' | 'start'): DraftLine => ({
    ...{ item: 'price-item-dolly', quantity: 1, unitFen: 7000 },
    reason: { rule, rate },
  });

  test('does not say any more how it was worked out', () => {
    expect(changedLine(line('start'), { quantity: 2 }).reason).toBeUndefined();
    expect(changedLine(line('start'), { unitFen: 1 }).reason).toBeUndefined();
    expect(changedLine(line('extra'), { unitFen: 1 }).reason).toBeUndefined();
  });

  test('still says so of an agreed price, however much of it there was', () => {
    const reason = { rule: 'extra', rate };
    expect(changedLine(line('extra'), { quantity: 3 })).toMatchObject({ quantity: 3, unitFen: 7000, reason });
  });

  test('says so of another item whose price is agreed', () => {
    const reason = { rule: 'extra', rate: { id: 'rate', version: 2 } } as const;
    const chosen = changedLine(line('start'), { item: 'price-item-weighing', unitFen: 5000, reason });
    expect(chosen).toEqual({ item: 'price-item-weighing', quantity: 1, unitFen: 5000, reason });
  });
});

describe('the lines that a price begins with', () => {
  const line = (unitFen: number, reason: DraftLine['reason']) => ({
    ...{ item: 'price-item-parts', quantity: 1, unitFen, amountFen: unitFen },
    ...(reason && { reason }),
  });
  const reported = { rule: 'extra', inputs: { reported: 1 } } as const;
  const unverified = { finance: { stage: 'unverified' as const } };

  test('ask for the price of extra work that has none, and keep one that was agreed at nothing', () => {
    const agreed = { ...reported, rate: { id: 'rate', version: 1 } };
    const proposed = [line(0, reported), line(0, agreed), line(8000, reported)];
    expect(startLines(unverified, proposed).map(({ unitFen }) => unitFen)).toEqual([null, 0, 8000]);
  });

  test('are those that were verified before, as they were', () => {
    const finance = { stage: 'unverified' as const, lines: [line(0, undefined)] };
    expect(startLines({ finance }, [line(8000, reported)])).toMatchObject([{ unitFen: 0 }]);
  });
});
