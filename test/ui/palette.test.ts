// Moving through what the palette found, and what it remembers of a person.
import { describe, expect, it } from 'vitest';
import { readRecent, withRecent } from '../../client/app/palette/recent-list.ts';
import { stepActive } from '../../client/ui/palette-step.ts';

const items = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((id) => ({ id }));

describe('the mark', () => {
  it('goes round with the arrows', () => {
    expect(stepActive(items, 'a', 'ArrowDown')).toBe('b');
    expect(stepActive(items, 'g', 'ArrowDown')).toBe('a');
    expect(stepActive(items, 'a', 'ArrowUp')).toBe('g');
    expect(stepActive(items, undefined, 'ArrowDown')).toBe('a');
  });

  it('stops at the ends with the page keys', () => {
    expect(stepActive(items, 'a', 'PageDown')).toBe('f');
    expect(stepActive(items, 'f', 'PageDown')).toBe('g');
    expect(stepActive(items, 'b', 'PageUp')).toBe('a');
  });

  it('leaves other keys, and an empty list, alone', () => {
    expect(stepActive(items, 'a', 'x')).toBeUndefined();
    expect(stepActive([], undefined, 'ArrowDown')).toBeUndefined();
  });
});

describe('where one went', () => {
  const recent = (id: string) => ({ id, label: id });
  const ids = (stored: readonly { id: string }[]) => stored.map(({ id }) => id);

  it('stands there once, the last on top, six of them', () => {
    const visited = ['a', 'b', 'c', 'a', 'd', 'e', 'f', 'g'];
    const kept = visited.reduce<ReturnType<typeof readRecent>>((all, id) => withRecent(all, recent(id)), []);
    expect(ids(kept)).toEqual(['g', 'f', 'e', 'd', 'a', 'c']);
  });

  it('is nothing when what is stored cannot be read, or leads elsewhere', () => {
    expect(readRecent(null)).toEqual([]);
    expect(readRecent('{')).toEqual([]);
    expect(readRecent('{"id":1}')).toEqual([]);
    const stored = [
      { ...recent('a'), href: '//elsewhere' },
      { id: 1 },
      { ...recent('b'), href: '/orders/b' },
    ];
    expect(ids(readRecent(JSON.stringify(stored)))).toEqual(['b']);
  });
});
