// Long work in short slices, so that the page goes on answering between them.

export interface Pace {
  /** Milliseconds, by any clock. */
  now(): number;
  /** Lets the page have its turn. */
  pause(): Promise<void>;
}

export const browserPace: Pace = {
  now: () => performance.now(),
  pause: () => new Promise((resolve) => setTimeout(resolve)),
};

/** Half a frame: what is left of it is for drawing. */
const sliceMs = 8;

interface Slicing {
  readonly pace?: Pace;
  /** Called after each slice. */
  readonly onProgress?: (done: number) => void;
  /** Asked after each slice; what was done till then is dropped. */
  readonly isStopped?: () => boolean;
}

/** @returns one result for each item, in their order; undefined when it was stopped */
export async function inSlices<Item, Outcome>(
  items: readonly Item[],
  work: (item: Item) => Outcome,
  { pace = browserPace, onProgress, isStopped }: Slicing = {},
): Promise<readonly Outcome[] | undefined> {
  const outcomes: Outcome[] = [];
  let began = pace.now();
  for (const item of items) {
    outcomes.push(work(item));
    if (pace.now() - began < sliceMs) continue;
    onProgress?.(outcomes.length);
    await pace.pause();
    if (isStopped?.()) return undefined;
    began = pace.now();
  }
  return isStopped?.() ? undefined : outcomes;
}

/** Lists of at most `size` items. */
export function chunksOf<Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] {
  const count = Math.ceil(items.length / size);
  return Array.from({ length: count }, (_, index) => items.slice(index * size, (index + 1) * size));
}
