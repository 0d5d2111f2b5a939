// Which section of a long page somebody reads, or went to.
import { createEffect, createSignal, onCleanup, type Accessor } from 'solid-js';

export interface CurrentSection {
  /** Its id: where he went to until he scrolls himself; else what stands in the upper part of what he sees. */
  readonly current: Accessor<string | undefined>;
  /** Brings it to the top, as far as the page can be scrolled. */
  go(section: Element): void;
}

export function createCurrentSection(body: Accessor<HTMLElement | undefined>): CurrentSection {
  const [current, setCurrent] = createSignal<string>();
  let gone: Gone | undefined;
  let byHand = false;
  createEffect(() => {
    const page = body();
    if (!page) return;
    onEach(hands, () => (byHand = true));
    const look = (): void => {
      gone = gone && keptAt(scrollerOf(page).scrollTop, gone, byHand);
      setCurrent(gone?.id ?? sectionRead(page));
    };
    // Scrolling does not bubble: whatever scrolls around the page is heard on its way down.
    onEach(['scroll'], look);
    const size = new ResizeObserver(look);
    size.observe(page);
    onCleanup(() => size.disconnect());
  });
  const go = (section: Element): void => {
    section.scrollIntoView({ block: 'start' });
    gone = { id: section.id, top: scrollerOf(section).scrollTop };
    byHand = false;
    setCurrent(section.id);
  };
  return { current, go };
}

/** What somebody scrolls with, dragging the bar at the side among it. */
const hands = ['wheel', 'touchmove', 'keydown', 'pointerdown'];

function onEach(events: readonly string[], listener: () => void): void {
  const capture = true;
  for (const event of events) {
    document.addEventListener(event, listener, { capture, passive: true });
    onCleanup(() => document.removeEventListener(event, listener, { capture }));
  }
}

/** Where somebody went to, and where the page stood from then on. */
export interface Gone {
  readonly id: string;
  /** Pixels. */
  readonly top: number;
}

/** The jump itself is heard as scrolling too, and a page moves when something above is loaded: neither ends it. */
export function keptAt(now: number, gone: Gone, byHand: boolean): Gone | undefined {
  if (!byHand) return { ...gone, top: now };
  // Also heard is a list beside the page. Browsers round where they have scrolled to.
  return Math.abs(now - gone.top) < 1 ? gone : undefined;
}

export interface Begun {
  readonly id: string;
  /** Pixels from where it would be brought to; negative above that. */
  readonly top: number;
}

/** Its heading is seen though it has passed by a little. */
const passed = 24;

/** The first that begins in the upper third, else the one that began before; at the very end of the page the last. */
export function sectionAt(sections: readonly Begun[], height: number, isEnd: boolean): string | undefined {
  if (isEnd) return sections.at(-1)?.id;
  const begun = sections.filter(({ top }) => top <= height / 3);
  const section = begun.find(({ top }) => top >= -passed) ?? begun.at(-1) ?? sections[0];
  return section?.id;
}

function sectionRead(page: HTMLElement): string | undefined {
  const scroller = scrollerOf(page);
  const room = scroller.scrollHeight - scroller.clientHeight;
  const { top } = scroller.getBoundingClientRect();
  const sections = [...page.querySelectorAll('section[id]')].map((section) => ({
    id: section.id,
    top: section.getBoundingClientRect().top - top - headOver(section),
  }));
  return sectionAt(sections, scroller.clientHeight, room > 0 && scroller.scrollTop >= room - 1);
}

/** How much of the page's top is behind what sticks there. */
const headOver = (section: Element): number => parseFloat(getComputedStyle(section).scrollMarginTop) || 0;

function scrollerOf(element: Element): Element {
  for (let at = element.parentElement; at; at = at.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(at).overflowY)) return at;
  }
  return document.documentElement;
}
