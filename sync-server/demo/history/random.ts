// Chance that can be repeated: the same seed gives the same demo.

export interface Random {
  /** From 0 up to, but not, 1. */
  readonly next: () => number;
  /** A whole number, both ends included. */
  readonly whole: (least: number, most: number) => number;
  readonly between: (least: number, most: number) => number;
  readonly chance: (probability: number) => boolean;
  readonly pick: <Item>(items: readonly Item[]) => Item;
  readonly weighted: <Item>(items: readonly (readonly [item: Item, weight: number])[]) => Item;
  readonly bytes: (count: number) => Uint8Array;
}

export function seededRandom(seed: number): Random {
  const next = mulberry32(seed);
  const between = (least: number, most: number) => least + next() * (most - least);
  const whole = (least: number, most: number) => Math.floor(between(least, most + 1));
  return {
    next,
    between,
    whole,
    chance: (probability) => next() < probability,
    pick: (items) => present(items[Math.floor(next() * items.length)]),
    weighted: (items) => weighted(items, next()),
    bytes: (count) => Uint8Array.from({ length: count }, () => whole(0, 255)),
  };
}

/** Tommy Ettinger's Mulberry32: 32 bits of state are plenty for a demo. */
function mulberry32(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function weighted<Item>(items: readonly (readonly [Item, number])[], point: number): Item {
  let rest = point * items.reduce((sum, [, weight]) => sum + weight, 0);
  const found = items.find(([, weight]) => (rest -= weight) < 0);
  return present(found ?? items.at(-1))[0];
}

function present<Item>(item: Item | undefined): Item {
  if (item === undefined) throw new Error('There is nothing to choose from');
  return item;
}
