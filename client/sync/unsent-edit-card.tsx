// A change of reference data that waits to be sent.
import type { JSX } from 'solid-js';
import type { UnsentEdit } from '../data/unsent-edits.ts';
import { Time } from '../ui/formatting.tsx';
import { useTypeName } from './command-card.tsx';
import { itemProps } from './focus.ts';
import css from './sync.module.css';

export function UnsentEditCard(props: { edit: UnsentEdit }): JSX.Element {
  const typeName = useTypeName();
  // The number of an edit is its time on this device.
  const at = () => new Date(props.edit.document.edit?.n ?? 0).toISOString();
  return (
    <li class={css.card} {...itemProps} aria-label={props.edit.document.name}>
      <div class={css.head}>
        <h3 class={css.type}>{props.edit.document.name}</h3>
        <span class={css.time}>{typeName(props.edit.collection)}</span>
        <span class={css.time}>
          <Time iso={at()} as="relative" />
        </span>
      </div>
    </li>
  );
}
