// Amounts that one leaves empty because nothing is charged: they count as 0, and nobody has to type it.
import { batch, createSignal, mergeProps } from 'solid-js';
import type { BoundValue } from '../ui/form/types.ts';

/** The field stays empty on the screen while what it holds is the 0 of an empty field. */
export function blankIsZero(field: BoundValue<number>): BoundValue<number> {
  const [isBlank, setBlank] = createSignal(true);
  return mergeProps(field, {
    required: false,
    get value() {
      return isBlank() && field.value === 0 ? null : field.value;
    },
    onChange: (value: number | null, problem?: unknown) =>
      batch(() => {
        const isEmpty = value === null && typeof problem !== 'string';
        setBlank(isEmpty);
        field.onChange(isEmpty ? 0 : value, problem);
      }),
  });
}

/** Once something stands in the field, what belongs to it and is still missing is filled in. */
export function completing<Value>(field: BoundValue<Value>, complete: () => void): BoundValue<Value> {
  return mergeProps(field, {
    onChange: (value: Value | null, problem?: unknown) =>
      batch(() => {
        field.onChange(value, problem);
        if (value !== null) complete();
      }),
  });
}
