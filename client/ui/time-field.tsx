// A time of day and a month: `08:30`, `2026-03`. Both are typed; no picker is as quick as four digits.
import type { JSX } from 'solid-js';
import { useStrings } from '../i18n/strings.ts';
import { readMonth, readTimeOfDay } from './calendar-text.ts';
import { fieldStrings } from './field-strings.ts';
import { ParsedField, type ParsedProps, type Reading } from './parsed-field.tsx';

/** Holds `HH:MM` of whichever clock the page means. */
export function TimeField(props: ParsedProps<string>): JSX.Element {
  const t = useStrings(fieldStrings);
  const read = (text: string) => readingOf(text, readTimeOfDay(text), t().notATime);
  return <ParsedField {...props} placeholder={props.placeholder ?? '08:00'} notation={{ ...typed, read }} />;
}

/** Holds `YYYY-MM`. */
export function MonthField(props: ParsedProps<string>): JSX.Element {
  const t = useStrings(fieldStrings);
  const read = (text: string) => readingOf(text, readMonth(text), t().notAMonth);
  return (
    <ParsedField {...props} placeholder={props.placeholder ?? '2026-03'} notation={{ ...typed, read }} />
  );
}

/** A phone's keyboard of numbers has no colon, and none is needed. */
const typed = { write: String, inputMode: 'numeric', align: 'start' } as const;

function readingOf(text: string, value: string | null, problem: string): Reading<string> {
  if (text.trim() === '') return { value: null };
  return value === null ? { problem } : { value };
}
