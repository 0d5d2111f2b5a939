// Where somebody went to on a long page counts until he scrolls himself.
import { expect, it } from 'vitest';
import { isStill } from '../../client/ui/current-section.ts';

const gone = { id: 'prices', top: 812.4 };

it('stays where the jump has ended, and while something else is scrolled', () => {
  expect(isStill(gone, 812.4)).toBe(true);
  // Browsers round where they have scrolled to.
  expect(isStill(gone, 812)).toBe(true);
});

it('ends with the first line that is scrolled, either way', () => {
  expect(isStill(gone, 813.5)).toBe(false);
  expect(isStill(gone, 790)).toBe(false);
});
