// Which section of a long page is marked: where somebody went to until he scrolls himself, else what he sees on top.
import { expect, it } from 'vitest';
import { keptAt, sectionAt } from '../../client/ui/current-section.ts';

const gone = { id: 'prices', top: 812.4 };

it('stays where the jump has ended, and while something else is scrolled', () => {
  expect(keptAt(812.4, gone, true)).toBe(gone);
  // Browsers round where they have scrolled to.
  expect(keptAt(812, gone, true)).toBe(gone);
});

it('ends with the first line that is scrolled by hand, either way', () => {
  expect(keptAt(813.5, gone, true)).toBeUndefined();
  expect(keptAt(790, gone, true)).toBeUndefined();
});

it('goes along with a page that moves by itself', () => {
  const moved = keptAt(600, gone, false);
  expect(moved).toEqual({ id: 'prices', top: 600 });
  expect(moved && keptAt(600, moved, true)).toBe(moved);
});

const height = 900;
/** Three sections of 250 pixels, a page of them scrolled so that the first begins at `first`. */
const scrolled = (first: number) =>
  ['facts', 'place', 'calls'].map((id, at) => ({ id, top: first + at * 250 }));

it('marks what is on top, though the next one begins in the upper part too', () => {
  expect(sectionAt(scrolled(0), height, false)).toBe('facts');
  expect(sectionAt(scrolled(-20), height, false)).toBe('facts');
  expect(sectionAt(scrolled(-250), height, false)).toBe('place');
});

it('marks the next one as soon as its heading is in the upper third and that of the former is gone', () => {
  expect(sectionAt(scrolled(-60), height, false)).toBe('place');
});

it('marks a long one until the next has come up', () => {
  const long = [
    { id: 'facts', top: -700 },
    { id: 'place', top: 301 },
  ];
  expect(sectionAt(long, height, false)).toBe('facts');
});

it('marks the first before any has begun, and the last at the very end alone', () => {
  expect(sectionAt(scrolled(400), height, false)).toBe('facts');
  expect(sectionAt(scrolled(-100), height, true)).toBe('calls');
  expect(sectionAt([], height, true)).toBeUndefined();
});
