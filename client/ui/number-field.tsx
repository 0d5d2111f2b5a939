// A number typed or stepped with the arrow keys.
import type { JSX } from 'solid-js';
import { useStrings } from '../i18n/strings.ts';
import { parseNumber } from './number.ts';
import { ParsedField, type Notation, type ParsedProps, type Reading } from './parsed-field.tsx';
import { uiStrings, type UiStrings } from './strings.ts';

export interface NumberFieldProps extends ParsedProps<number> {
  min?: number | undefined;
  max?: number | undefined;
  /** Arrow keys add and take this much (1). */
  step?: number | undefined;
  integer?: boolean | undefined;
  /** Shown after the figure, e.g. 公里. */
  unit?: string | undefined;
}

export function NumberField(props: NumberFieldProps): JSX.Element {
  const t = useStrings(uiStrings);
  const bump = (by: number): void => {
    const step = props.step ?? 1;
    // Steps like 0.1 add up in binary fractions: round to what the step can show.
    const next = Number(((props.value ?? 0) + by * step).toFixed(decimalsOf(step)));
    props.onChange(Math.min(props.max ?? Infinity, Math.max(props.min ?? -Infinity, next)), undefined);
  };
  const notation: Notation<number> = {
    read: (text) => readNumber(text, t(), props),
    write: String,
    get inputMode() {
      return props.integer ? ('numeric' as const) : ('decimal' as const);
    },
    get after() {
      return props.unit;
    },
    onKeyDown: (event) => {
      const by = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0;
      if (by === 0 || props.readOnly || props.disabled) return;
      event.preventDefault();
      bump(by);
    },
  };
  return <ParsedField {...props} notation={notation} />;
}

interface Limits {
  min?: number | undefined;
  max?: number | undefined;
  integer?: boolean | undefined;
}

function readNumber(text: string, t: UiStrings, limits: Limits): Reading<number> {
  const parsed = parseNumber(text);
  if (parsed === 'empty') return { value: null };
  if (parsed === 'not-a-number') return { problem: t.notANumber };
  if (limits.integer && !Number.isInteger(parsed)) return { problem: t.wholeNumber };
  if (limits.min !== undefined && parsed < limits.min) return { problem: t.atLeast(String(limits.min)) };
  if (limits.max !== undefined && parsed > limits.max) return { problem: t.atMost(String(limits.max)) };
  return { value: parsed };
}

const decimalsOf = (step: number): number => String(step).split('.')[1]?.length ?? 0;
