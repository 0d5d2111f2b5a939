// The width of an element, as it changes.
import { createSignal, onCleanup, type Accessor } from 'solid-js';

export interface ElementWidth {
  /** Pixels; infinite until it is known. */
  readonly width: Accessor<number>;
  /** The element's `ref`. */
  watch(element: HTMLElement): void;
}

export function createElementWidth(): ElementWidth {
  const [width, setWidth] = createSignal(Infinity);
  const observer = new ResizeObserver(([entry]) => entry && setWidth(entry.contentRect.width));
  onCleanup(() => observer.disconnect());
  return { width, watch: (element) => observer.observe(element) };
}
