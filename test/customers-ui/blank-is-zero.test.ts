// Amounts of a contract price that one leaves empty.
import { describe, expect, test } from 'vitest';
import { blankIsZero, completing } from '../../client/customers/blank-is-zero.ts';
import type { BoundValue } from '../../client/ui/form/types.ts';

/** A field that holds what it was told last. */
function field(value: number | null) {
  const held = { value, problem: undefined as unknown };
  const bound: BoundValue<number> = {
    ...{ label: 'Amount', path: 'amount', error: undefined, required: true, other: undefined },
    onBlur: () => undefined,
    get value() {
      return held.value;
    },
    onChange: (next, problem) => Object.assign(held, { value: next, problem }),
  };
  return { held, bound };
}

describe('an amount that is empty', () => {
  test('counts as 0 and is not asked for', () => {
    const { held, bound } = field(500);
    const amount = blankIsZero(bound);
    expect(amount.required).toBe(false);
    amount.onChange(null);
    expect(held.value).toBe(0);
    expect(amount.value).toBeNull();
  });

  test('stays empty on the screen when the page is opened again, and a typed 0 stays a 0', () => {
    const { bound } = field(0);
    const amount = blankIsZero(bound);
    expect(amount.value).toBeNull();
    amount.onChange(0);
    expect(amount.value).toBe(0);
  });

  test('that cannot be read is told, and does not count as 0', () => {
    const { held, bound } = field(500);
    blankIsZero(bound).onChange(null, 'not an amount');
    expect(held).toEqual({ value: null, problem: 'not an amount' });
  });

  test('shows what the document has again once the change was taken back', () => {
    const { held, bound } = field(500);
    const amount = blankIsZero(bound);
    amount.onChange(null);
    held.value = 500;
    expect(amount.value).toBe(500);
  });
});

test('what belongs to an amount is filled in with it', () => {
  const [percent, from] = [field(null), field(null)];
  const night = completing(percent.bound, () => from.bound.onChange(22));
  night.onChange(null);
  expect(from.held.value).toBeNull();
  night.onChange(30);
  expect(from.held.value).toBe(22);
});
