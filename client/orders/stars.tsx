// A rating at a glance: five stars, said as a number to whoever cannot see them.
import Star from 'lucide-solid/icons/star';
import { For, type JSX } from 'solid-js';
import { useStrings } from '../i18n/strings.ts';
import css from './stars.module.css';
import { orderStrings } from './strings.ts';

const places = [1, 2, 3, 4, 5] as const;

export function Stars(props: { count: number }): JSX.Element {
  const t = useStrings(orderStrings);
  return (
    <span
      class={css.stars}
      role="img"
      aria-label={t().stars(props.count)}
      data-low={props.count <= 2 ? '' : undefined}
    >
      <For each={places}>
        {(place) => <Star size={14} aria-hidden="true" data-on={place <= props.count ? '' : undefined} />}
      </For>
    </span>
  );
}
