// Which section of a long page somebody reads.
import { createEffect, createSignal, onCleanup, type Accessor } from 'solid-js';

/** Its id: the last section that begins above a line which moves down the screen as the page is scrolled. */
export function createCurrentSection(body: Accessor<HTMLElement | undefined>): Accessor<string | undefined> {
  const [current, setCurrent] = createSignal<string>();
  createEffect(() => {
    const page = body();
    if (!page) return;
    const look = (): void => void setCurrent(sectionRead(page));
    look();
    // Scrolling does not bubble: whatever scrolls around the page is heard on its way down.
    document.addEventListener('scroll', look, { capture: true, passive: true });
    onCleanup(() => document.removeEventListener('scroll', look, { capture: true }));
  });
  return current;
}

/** A fixed line would never be reached by the last sections, which end where scrolling ends. */
function sectionRead(page: HTMLElement): string | undefined {
  const sections = [...page.querySelectorAll('section[id]')];
  const scroller = scrollerOf(page);
  const room = scroller.scrollHeight - scroller.clientHeight;
  const { top, height } = scroller.getBoundingClientRect();
  const line = top + height * lineAt(room > 0 ? scroller.scrollTop / room : 0);
  const begun = sections.filter((section) => section.getBoundingClientRect().top <= line);
  return (begun.at(-1) ?? sections[0])?.id;
}

/** From under the page's head to its foot. */
const lineAt = (progress: number): number => 0.2 + 0.75 * Math.min(1, Math.max(0, progress));

function scrollerOf(page: HTMLElement): Element {
  for (let at = page.parentElement; at; at = at.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(at).overflowY)) return at;
  }
  return document.documentElement;
}
