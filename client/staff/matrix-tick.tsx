// One tick of the matrix. One that is not his to change can be reached and says why.
import { createEffect, createSignal, createUniqueId, Show, type JSX } from 'solid-js';
import { cx } from '../ui/cx.ts';
import { Tip } from '../ui/tooltip.tsx';
import css from './matrix.module.css';
import type { Tick } from './matrix-model.ts';

export interface MatrixTickProps {
  /** The whole of it, for screen readers. */
  label: string;
  /** What stands beside it. */
  text: string;
  /** Where there is no room the column's header says it. */
  textOnPhone?: boolean | undefined;
  tick: Tick;
  lockedBecause: string | undefined;
  onChange: (on: boolean) => void;
  /** The grid is one tab stop; the arrow keys go on from there. */
  isStop: boolean;
  onStop: () => void;
}

export function MatrixTick(props: MatrixTickProps): JSX.Element {
  const tipId = createUniqueId();
  const [input, setInput] = createSignal<HTMLInputElement>();
  createEffect(() => {
    const element = input();
    if (element) element.indeterminate = props.tick === 'some';
  });
  const click = (event: MouseEvent): void => {
    if (props.lockedBecause !== undefined) event.preventDefault();
  };
  const change = (element: HTMLInputElement): void => {
    props.onChange(element.checked);
    // What was not granted stays as it was, whatever the browser has drawn.
    element.checked = props.tick === 'all';
    element.indeterminate = props.tick === 'some';
  };
  return (
    <label class={css.tick} data-locked={props.lockedBecause === undefined ? undefined : ''}>
      <input
        ref={setInput}
        type="checkbox"
        aria-label={props.label}
        aria-disabled={props.lockedBecause === undefined ? undefined : 'true'}
        aria-describedby={props.lockedBecause === undefined ? undefined : tipId}
        tabIndex={props.isStop ? 0 : -1}
        checked={props.tick === 'all'}
        onFocus={() => props.onStop()}
        onClick={click}
        onChange={(event) => change(event.currentTarget)}
      />
      <span class={cx(css.text, props.textOnPhone && css.textOnPhone)} aria-hidden="true">
        {props.text}
      </span>
      <Show when={props.lockedBecause}>
        {(reason) => <Tip anchor={input()} id={tipId} text={reason()} />}
      </Show>
    </label>
  );
}
