// The kinds of filters a list can have, and how each stands in the address. What somebody typed there by hand
// is read as far as it makes sense; a filter at its initial value is left out.
import type { Sort } from './table-model.ts';
import { anyTime, isPreset, presetRange, type RangePreset, type TimeRange } from './time-range.ts';

/** Zone and time, read only by filters that depend on them. */
export interface Clock {
  readonly zone: () => string;
  readonly now: () => string;
}

export interface FilterKind<T> {
  /** How it is asked for. */
  readonly control: 'text' | 'one' | 'several' | 'flag' | 'range';
  read(words: readonly string[], clock: Clock): T;
  write(value: T): readonly string[];
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- each filter has a value type of its own
export type Filters = Readonly<Record<string, FilterKind<any>>>;
export type FilterValues<F extends Filters> = {
  readonly [Key in keyof F]: F[Key] extends FilterKind<infer T> ? T : never;
};

/** Stands for "nothing chosen" where that is not what the list begins with. */
const nothing = '-';

export const filter = {
  text: (): FilterKind<string> => ({
    control: 'text',
    read: ([word]) => word?.trim() ?? '',
    write: (value) => (value.trim() ? [value.trim()] : []),
  }),

  /** One of several values, or undefined for all. Without `values` any word is taken, e.g. an id. */
  one: <V extends string = string>(values?: readonly V[], initial?: V): FilterKind<V | undefined> => ({
    control: 'one',
    read: ([word]) => {
      if (word === nothing) return undefined;
      return isAmong(word, values) ? word : initial;
    },
    write: (value) => (value === initial ? [] : [value ?? nothing]),
  }),

  /** Several values; none chosen means all. */
  several: <V extends string = string>(
    values?: readonly V[],
    initial: readonly V[] = [],
  ): FilterKind<readonly V[]> => ({
    control: 'several',
    read: (words) => {
      if (words.length === 0) return initial;
      return [...new Set(words)].filter((word): word is V => word !== nothing && isAmong(word, values));
    },
    write: (chosen) => {
      if (chosen.length === initial.length && chosen.every((each) => initial.includes(each))) return [];
      return chosen.length === 0 ? [nothing] : chosen;
    },
  }),

  flag: (initial = false): FilterKind<boolean> => ({
    control: 'flag',
    read: ([word]) => (word === '1' || word === '0' ? word === '1' : initial),
    write: (value) => (value === initial ? [] : [value ? '1' : '0']),
  }),

  /** A stretch of time; its value always has the instants, also for a preset. */
  range: (initial?: RangePreset): FilterKind<TimeRange> => ({
    control: 'range',
    read: ([word], clock) => {
      if (word === nothing) return anyTime;
      const preset = isPreset(word) ? word : initial;
      return readEnds(word) ?? (preset ? presetRange(preset, clock.zone(), clock.now()) : anyTime);
    },
    write: (range) => {
      if (range.preset) return range.preset === initial ? [] : [range.preset];
      if (range.from ?? range.to) return [`${minutes(range.from)}_${minutes(range.to)}`];
      return initial ? [nothing] : [];
    },
  }),
};

const isAmong = <V extends string>(word: string | undefined, values?: readonly V[]): word is V =>
  word !== undefined && word !== '' && (values === undefined || values.some((value) => value === word));

function readEnds(word: string | undefined): TimeRange | undefined {
  const match = /^([^_]*)_([^_]*)$/.exec(word ?? '');
  const [from, to] = [readInstant(match?.[1]), readInstant(match?.[2])];
  if (from === undefined && to === undefined) return undefined;
  return { from, to };
}

function readInstant(word: string | undefined): string | undefined {
  const time = Date.parse(word ?? '');
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}

const minutes = (iso: string | undefined): string => iso?.replace(/:00(\.000)?Z$/, 'Z') ?? '';

/** `name` or, downwards, `-name`. */
export function readSort(word: string | undefined): Sort | undefined {
  if (!word) return undefined;
  return word.startsWith('-')
    ? { column: word.slice(1), direction: 'descending' }
    : { column: word, direction: 'ascending' };
}

export function writeSort(sort: Sort | undefined): string {
  if (!sort) return '';
  return sort.direction === 'descending' ? `-${sort.column}` : sort.column;
}
