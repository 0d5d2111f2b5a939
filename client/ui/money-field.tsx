// Edits yuan as text, gives integer fen.
import type { JSX } from 'solid-js';
import { useStrings } from '../i18n/strings.ts';
import { formatFen, formatMoney, parseFen } from './money.ts';
import { ParsedField, type Notation, type ParsedProps, type Reading } from './parsed-field.tsx';
import { uiStrings, type UiStrings } from './strings.ts';

export interface MoneyFieldProps extends ParsedProps<number> {
  /** Limits in fen; from 0 unless said otherwise. */
  min?: number | undefined;
  max?: number | undefined;
}

export function MoneyField(props: MoneyFieldProps): JSX.Element {
  const t = useStrings(uiStrings);
  const notation: Notation<number> = {
    read: (text) => readFen(text, t(), props.min ?? 0, props.max ?? Infinity),
    write: formatFen,
    inputMode: 'decimal',
    before: '¥',
  };
  return <ParsedField {...props} notation={notation} />;
}

function readFen(text: string, t: UiStrings, min: number, max: number): Reading<number> {
  const parsed = parseFen(text);
  switch (parsed.kind) {
    case 'empty':
      return { value: null };
    case 'not-an-amount':
      return { problem: t.notAnAmount };
    case 'too-many-decimals':
      return { problem: t.tooManyDecimals };
    case 'too-large':
      return { problem: t.amountTooLarge };
    case 'fen':
      if (parsed.fen < min) return { problem: t.atLeast(formatMoney(min)) };
      if (parsed.fen > max) return { problem: t.atMost(formatMoney(max)) };
      return { value: parsed.fen };
  }
}
