// Which section of a long page somebody reads, or went to.
import { createEffect, createSignal, onCleanup, type Accessor } from 'solid-js';

export interface CurrentSection {
  /** Its id: where he went to until he scrolls himself; else what stands under a line that moves down the screen. */
  readonly current: Accessor<string | undefined>;
  /** Brings it to the top, as far as the page can be scrolled. */
  go(section: Element): void;
}

export function createCurrentSection(body: Accessor<HTMLElement | undefined>): CurrentSection {
  const [current, setCurrent] = createSignal<string>();
  let gone: Gone | undefined;
  createEffect(() => {
    const page = body();
    if (!page) return;
    const look = (): void => {
      if (gone && !isStill(gone, scrollerOf(page).scrollTop)) gone = undefined;
      setCurrent(gone?.id ?? sectionRead(page));
    };
    look();
    // Scrolling does not bubble: whatever scrolls around the page is heard on its way down.
    document.addEventListener('scroll', look, { capture: true, passive: true });
    onCleanup(() => document.removeEventListener('scroll', look, { capture: true }));
  });
  const go = (section: Element): void => {
    section.scrollIntoView({ block: 'start' });
    gone = { id: section.id, top: scrollerOf(section).scrollTop };
    setCurrent(section.id);
  };
  return { current, go };
}

/** Where somebody went to, and where the page stood from then on. */
export interface Gone {
  readonly id: string;
  /** Pixels. */
  readonly top: number;
}

/** The jump itself is heard as scrolling too, and so is a list beside the page; neither moves it from there. */
export const isStill = ({ top }: Gone, now: number): boolean => Math.abs(now - top) < 1;

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

function scrollerOf(element: Element): Element {
  for (let at = element.parentElement; at; at = at.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(at).overflowY)) return at;
  }
  return document.documentElement;
}
