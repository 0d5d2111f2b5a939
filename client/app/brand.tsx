// Whose app this is: Towline's mark, and under it the company that one is signed in to.
import { Show, type JSX } from 'solid-js';
import { useStrings } from '../i18n/strings.ts';
import css from './brand.module.css';
import { appStrings } from './strings.ts';

/** Two elements: where there is no room the words go. */
export function Brand(props: { company: string }): JSX.Element {
  const t = useStrings(appStrings);
  return (
    <>
      <img src="/icon.svg" alt="" width="24" height="24" />
      <span class={css.words}>
        <span>{t().brand}</span>
        <Show when={props.company}>
          <span class={css.company} title={props.company}>
            {props.company}
          </span>
        </Show>
      </span>
    </>
  );
}
