// A list that grows reads what follows, and goes on following what it holds.
import { BehaviorSubject, map, type Observable, type Subscription } from 'rxjs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { growing, type Between } from '../../client/data/growing.ts';

let stored: BehaviorSubject<readonly string[]>;
let limit$: BehaviorSubject<number>;
let reads: string[];
let shown: string;
let following: Subscription;

beforeEach(() => {
  stored = new BehaviorSubject<readonly string[]>([...'bdfhjlnp']);
  limit$ = new BehaviorSubject(3);
  reads = [];
  const read = (between: Between, limit?: number): Observable<readonly string[]> => {
    const { after = '', upTo = '~' } = between;
    reads.push(`${between.after ?? ''}-${between.upTo ?? ''} ${limit ?? ''}`.trim());
    return stored.pipe(map((all) => all.filter((at) => at > after && at <= upTo).slice(0, limit)));
  };
  following = growing(limit$, read, (item) => item).subscribe(({ items, hasMore }) => {
    shown = items.join('') + (hasMore ? '…' : '');
  });
});

afterEach(() => following.unsubscribe());

const store = (letters: string) => stored.next([...letters]);

it('reads, of what is wanted more, only what follows', () => {
  expect(shown).toBe('bdf…');
  limit$.next(6);
  limit$.next(9);
  expect(shown).toBe('bdfhjlnp');
  expect(reads).toEqual(['- 3', '-f', 'f- 3', 'f-l', 'l- 3']);
});

it('holds whatever comes to lie within what it has read, and nothing beyond', () => {
  limit$.next(6);
  store('abdfghjlnp');
  expect(shown).toBe('abdfghj…');
  store('bdfjlnp');
  expect(shown).toBe('bdfjln…');
});

it('says that there is no more once it has everything, and takes in what is added then', () => {
  limit$.next(1_000);
  expect(shown).toBe('bdfhjlnp');
  store('bdfhjlnpr');
  expect(shown).toBe('bdfhjlnpr');
});

it('reads again from where it was when nothing had come yet', () => {
  following.unsubscribe();
  store('');
  limit$.next(2);
  const late = new BehaviorSubject<readonly string[]>([]);
  const answers: string[] = [];
  following = growing(
    limit$,
    (_, limit) => late.pipe(map((all) => all.slice(0, limit))),
    (item) => item,
  ).subscribe(({ items }) => answers.push(items.join('')));
  limit$.next(4);
  late.next([...'abcdef']);
  expect(answers.at(-1)).toBe('abcd');
});
