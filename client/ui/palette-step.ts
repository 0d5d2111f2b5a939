// Moving the mark through the results of a palette. Pure.

interface Identified {
  readonly id: string;
}

const page = 5;

/** @returns the id that `key` marks; undefined when the key moves nothing. Arrows go round, pages stop at the ends. */
export function stepActive(
  items: readonly Identified[],
  active: string | undefined,
  key: string,
): string | undefined {
  const last = items.length - 1;
  if (last < 0) return undefined;
  const at = items.findIndex(({ id }) => id === active);
  const moves: Readonly<Record<string, number>> = {
    ArrowDown: at === last ? 0 : at + 1,
    ArrowUp: at <= 0 ? last : at - 1,
    PageDown: Math.min(last, at + page),
    PageUp: Math.max(0, at - page),
  };
  const to = moves[key];
  return to === undefined ? undefined : items[to]?.id;
}
