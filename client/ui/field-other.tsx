// The line under a field that somebody else has changed too: his value, and which of the two shall stand.
import type { JSX } from 'solid-js';
import { useStrings } from '../i18n/strings.ts';
import { Button } from './button.tsx';
import type { OtherValue } from './field.tsx';
import css from './field.module.css';
import { formKitStrings, type FormKitStrings } from './form/strings.ts';

export function OtherNote(props: {
  other: OtherValue;
  write: ((value: unknown) => string) | undefined;
}): JSX.Element {
  const t = useStrings(formKitStrings);
  const text = (): string => {
    const { value } = props.other;
    return props.write?.(value) || plainly(value, t()) || t().empty;
  };
  return (
    <div class={css.other}>
      <span>{t().other(text())}</span>
      <Button size="small" onClick={() => props.other.take()}>
        {t().take}
      </Button>
      <Button size="small" variant="ghost" onClick={() => props.other.keep()}>
        {t().keep}
      </Button>
    </div>
  );
}

function plainly(value: unknown, t: FormKitStrings): string {
  if (typeof value === 'boolean') return value ? t.yes : t.no;
  if (Array.isArray(value)) return t.items(value.length);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
