// A box beside its anchor, in the browser's top layer: it is never clipped by a scrolling panel, yet stays
// where it is in the document, so that a dialog around it still counts it as its own.
import { onCleanup, onMount, splitProps, type JSX } from 'solid-js';

export interface FloatingProps extends JSX.HTMLAttributes<HTMLDivElement> {
  anchor: Element | undefined;
  side?: 'top' | 'bottom';
  align?: 'start' | 'center';
  /** At least as wide as the anchor. */
  matchWidth?: boolean;
}

export function Floating(props: FloatingProps): JSX.Element {
  const [own, rest] = splitProps(props, ['anchor', 'side', 'align', 'matchWidth']);
  let box!: HTMLDivElement;
  const update = (): void => {
    if (own.anchor) place(box, own.anchor.getBoundingClientRect(), own);
  };
  onMount(() => {
    // Old browsers without the popover attribute still show the box, fixed and under later layers.
    if (typeof box.showPopover === 'function') box.showPopover();
    update();
    const resized = new ResizeObserver(update);
    resized.observe(box);
    window.addEventListener('scroll', update, { capture: true, passive: true });
    window.addEventListener('resize', update);
    onCleanup(() => {
      resized.disconnect();
      window.removeEventListener('scroll', update, { capture: true });
      window.removeEventListener('resize', update);
    });
  });
  return <div {...rest} ref={box} popover="manual" />;
}

const gap = 4;
const margin = 8;

function place(box: HTMLElement, anchor: DOMRect, own: Omit<FloatingProps, 'anchor'>): void {
  const { style } = box;
  if (own.matchWidth) style.minWidth = `${anchor.width}px`;
  const below = window.innerHeight - anchor.bottom - gap - margin;
  const above = anchor.top - gap - margin;
  const wanted = box.scrollHeight + 2;
  const onTop = own.side === 'top' ? above >= wanted || above > below : below < wanted && above > below;
  style.maxHeight = `${Math.max(48, onTop ? above : below)}px`;
  const height = Math.min(wanted, onTop ? above : below);
  style.top = `${onTop ? anchor.top - gap - height : anchor.bottom + gap}px`;
  const left = own.align === 'center' ? anchor.left + (anchor.width - box.offsetWidth) / 2 : anchor.left;
  style.left = `${Math.max(margin, Math.min(left, window.innerWidth - box.offsetWidth - margin))}px`;
}
