// A map in a page leaves the wheel and the single finger to the page. Whoever tries them on the map is told how it goes.
import { createSignal, onCleanup, onMount, Show, type JSX } from 'solid-js';
import { useStrings } from '../../i18n/strings.ts';
import css from './map.module.css';
import { mapStrings } from './strings.ts';

const shownMs = 1600;

const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent);

export function GestureHint(props: { host: () => HTMLElement }): JSX.Element {
  const t = useStrings(mapStrings);
  const [hint, setHint] = createSignal<'wheel' | 'finger'>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tell = (which: 'wheel' | 'finger'): void => {
    setHint(which);
    clearTimeout(timer);
    timer = setTimeout(() => setHint(undefined), shownMs);
  };
  const wheel = (event: WheelEvent): void => {
    const isMeant = event.ctrlKey || event.metaKey || props.host().contains(document.activeElement);
    if (!isMeant) tell('wheel');
  };
  const move = (event: TouchEvent): void => {
    if (event.touches.length === 1) tell('finger');
  };
  onMount(() => {
    const host = props.host();
    host.addEventListener('wheel', wheel, { passive: true });
    host.addEventListener('touchmove', move, { passive: true });
  });
  onCleanup(() => clearTimeout(timer));
  return (
    <Show when={hint()}>
      {(which) => (
        // The keys of the map stand in its description; this is for hand and eye.
        <div class={css.hint} aria-hidden="true">
          {which() === 'wheel' ? t().wheelHint(isMac ? '⌘' : 'Ctrl') : t().fingerHint}
        </div>
      )}
    </Show>
  );
}
