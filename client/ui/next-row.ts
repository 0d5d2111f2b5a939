// Going through a list one after the other: what was dealt with leaves it, and its place is the next one's.
import { createEffect, createSignal, type Accessor } from 'solid-js';

/** @returns the row after the chosen one, from the top again at the end; undefined when it is the only one */
export function useNextRow<T>(
  rows: Accessor<readonly T[]>,
  keyOf: (row: T) => string,
  chosen: Accessor<string | undefined>,
): () => T | undefined {
  const [place, setPlace] = createSignal(0);
  createEffect(() => {
    const index = rows().findIndex((row) => keyOf(row) === chosen());
    if (index >= 0) setPlace(index);
  });
  return () => {
    const others = rows().filter((row) => keyOf(row) !== chosen());
    return (chosen() === undefined ? undefined : others[place()]) ?? others[0];
  };
}
