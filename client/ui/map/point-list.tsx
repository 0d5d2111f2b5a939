// What is on a map, as a list: for screen readers and the keyboard, and to find one among many.
import { Key } from '@solid-primitives/keyed';
import List from 'lucide-solid/icons/list';
import { createSignal, Show, type JSX } from 'solid-js';
import { Dynamic } from 'solid-js/web';
import { useStrings } from '../../i18n/strings.ts';
import { Button } from '../button.tsx';
import css from './map.module.css';
import { mapStrings } from './strings.ts';
import type { MapPoint } from './types.ts';

export interface PointListProps {
  label: string;
  points: readonly MapPoint[];
  selected?: string | undefined;
  onSelect?: ((id: string) => void) | undefined;
}

const shownAtMost = 200;

export function PointList(props: PointListProps): JSX.Element {
  const t = useStrings(mapStrings);
  const [open, setOpen] = createSignal(false);
  const hidden = () => props.points.length - shownAtMost;
  return (
    <Show when={props.points.length > 0}>
      <Button size="small" icon={List} aria-expanded={open()} onClick={() => setOpen(!open())}>
        {open() ? t().closeList : t().list(props.points.length)}
      </Button>
      <Show when={open()}>
        <div class={css.list}>
          <ul aria-label={t().listOf(props.label)}>
            <Key each={props.points.slice(0, shownAtMost)} by="id">
              {(point) => (
                <li>
                  <Entry point={point()} selected={props.selected} onSelect={props.onSelect} />
                </li>
              )}
            </Key>
          </ul>
          <Show when={hidden() > 0}>
            <p class={css.more}>{t().listMore(hidden())}</p>
          </Show>
        </div>
      </Show>
    </Show>
  );
}

function Entry(props: Pick<PointListProps, 'selected' | 'onSelect'> & { point: MapPoint }): JSX.Element {
  const select = (): void => props.onSelect?.(props.point.id);
  return (
    <Dynamic
      component={props.onSelect ? 'button' : 'div'}
      {...(props.onSelect && { type: 'button', onClick: select })}
      class={css.entry}
      aria-current={props.point.id === props.selected ? 'true' : undefined}
    >
      <span class={css.dot} data-tone={props.point.tone ?? 'info'} aria-hidden="true" />
      <span>{props.point.label}</span>
      <Show when={props.point.detail}>
        <span class={css.detail}>{props.point.detail}</span>
      </Show>
    </Dynamic>
  );
}
