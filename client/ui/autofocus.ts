// Where a page or a form begins. The browser's own `autofocus` counts once for each document, and here pages come and
// go within one.
import { onMount } from 'solid-js';

/** Focuses it once it stands in the page, unless somebody went elsewhere meanwhile. */
export function focusAtStart(isWanted: () => boolean | undefined, element: () => HTMLElement): void {
  onMount(() => {
    if (isWanted() !== true) return;
    // What is mounted is in the document only when the page it belongs to is.
    queueMicrotask(() => element().focus());
  });
}
