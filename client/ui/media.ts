// Media queries as signals.
import { createSignal, onCleanup, type Accessor } from 'solid-js';

/** True while the query matches; must be called under an owner, which also releases it. */
export function createMedia(query: string): Accessor<boolean> {
  const list = window.matchMedia(query);
  const [matches, setMatches] = createSignal(list.matches);
  const update = (): void => {
    setMatches(list.matches);
  };
  list.addEventListener('change', update);
  onCleanup(() => list.removeEventListener('change', update));
  return matches;
}

/** The width below which a table becomes cards and the sidebar a bottom bar. */
export const phoneQuery = '(max-width: 639px)';

/** The width below which a page needs the room of the sidebar's words. */
export const smallQuery = '(max-width: 1023px)';

/** The width from which there is room for one row of a list beside it. */
export const besideQuery = '(min-width: 1100px)';
