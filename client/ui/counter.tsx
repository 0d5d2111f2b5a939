// A number in a pill: how many wait behind a tab or a link.
import type { JSX } from 'solid-js';
import css from './badge.module.css';

export interface CounterProps {
  value: number;
  /** Figures above it read `99+`. */
  max?: number | undefined;
  tone?: 'neutral' | 'accent' | 'danger' | undefined;
  /** Read out instead of the bare number. */
  label?: string | undefined;
}

export function Counter(props: CounterProps): JSX.Element {
  const max = () => props.max ?? 99;
  const text = () => (props.value > max() ? `${max()}+` : String(props.value));
  return (
    <span class={css.counter} data-tone={props.tone ?? 'neutral'}>
      <span aria-hidden={props.label ? 'true' : undefined}>{text()}</span>
      {props.label ? <span class="visually-hidden">{props.label}</span> : null}
    </span>
  );
}
