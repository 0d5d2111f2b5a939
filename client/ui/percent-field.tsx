// A percentage: what is typed as 30 is 30, not 0.3.
import type { JSX } from 'solid-js';
import { NumberField, type NumberFieldProps } from './number-field.tsx';

export function PercentField(props: Omit<NumberFieldProps, 'unit'>): JSX.Element {
  return <NumberField {...props} unit="%" />;
}
