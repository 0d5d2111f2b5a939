// One action for many rows, with a verdict for each. What failed can be tried again without touching the rest.
import { createSignal, type Accessor } from 'solid-js';

export type BatchState = 'waiting' | 'running' | 'done' | 'failed';

export interface BatchRow {
  readonly key: string;
  readonly label: string;
  readonly state: BatchState;
  /** Why it failed, in the person's words. */
  readonly reason?: string | undefined;
}

export type BatchVerdict = 'done' | { readonly failed: string };

export interface BatchTask<T> {
  readonly items: readonly T[];
  readonly key: (item: T) => string;
  /** How a person knows it. */
  readonly label: (item: T) => string;
  /** A verdict for each, in their order. */
  readonly perform: (items: readonly T[]) => Promise<readonly BatchVerdict[]>;
  /** How many `perform` is given at once. */
  readonly atOnce?: number | undefined;
  /** What is said of rows whose `perform` broke. */
  readonly broken: string;
}

export interface Batch {
  readonly rows: Accessor<readonly BatchRow[]>;
  readonly counts: Accessor<Readonly<Record<BatchState, number>>>;
  readonly isRunning: Accessor<boolean>;
  /** What is under way ends; what waits goes on waiting. */
  stop(): void;
  /** Goes on with what waits. */
  resume(): void;
  retryFailed(): void;
}

/** Begins at once. */
export function startBatch<T>(task: BatchTask<T>): Batch {
  const [rows, setRows] = createSignal<readonly BatchRow[]>(
    task.items.map((item) => ({ key: task.key(item), label: task.label(item), state: 'waiting' })),
  );
  const [isRunning, setRunning] = createSignal(false);
  let stopping = false;
  const mark = (indexes: readonly number[], change: (place: number) => Partial<BatchRow>): void => {
    const next = [...rows()];
    for (const [place, index] of indexes.entries()) {
      const row = next[index];
      if (row) next[index] = { ...row, reason: undefined, ...change(place) };
    }
    setRows(next);
  };
  const run = async (): Promise<void> => {
    if (isRunning()) return;
    stopping = false;
    setRunning(true);
    while (!stopping) {
      const chunk = waitingIn(rows(), task.atOnce ?? 1);
      if (chunk.length === 0) break;
      mark(chunk, () => ({ state: 'running' }));
      const verdicts = await verdictsOn(task, chunk);
      mark(chunk, (place) => toChange(verdicts[place] ?? { failed: task.broken }));
    }
    setRunning(false);
  };
  void run();
  return {
    rows,
    counts: () => countStates(rows()),
    isRunning,
    stop: () => void (stopping = true),
    resume: () => void run(),
    retryFailed: () => {
      const failed = rows().flatMap(({ state }, index) => (state === 'failed' ? [index] : []));
      mark(failed, () => ({ state: 'waiting' }));
      void run();
    },
  };
}

/** A break in the action must not end the batch: its rows say so, and the others go on. */
async function verdictsOn<T>(
  { items, perform, broken }: BatchTask<T>,
  chunk: readonly number[],
): Promise<readonly BatchVerdict[]> {
  const chosen = chunk.flatMap((index) => items.slice(index, index + 1));
  try {
    return await perform(chosen);
  } catch (error) {
    console.error('Towline: a batch action broke', error);
    return chosen.map(() => ({ failed: broken }));
  }
}

const toChange = (verdict: BatchVerdict): Partial<BatchRow> =>
  verdict === 'done' ? { state: 'done' } : { state: 'failed', reason: verdict.failed };

function waitingIn(rows: readonly BatchRow[], most: number): readonly number[] {
  const found: number[] = [];
  for (let index = 0; index < rows.length && found.length < most; index += 1) {
    if (rows[index]?.state === 'waiting') found.push(index);
  }
  return found;
}

function countStates(rows: readonly BatchRow[]): Readonly<Record<BatchState, number>> {
  const counts: Record<BatchState, number> = { waiting: 0, running: 0, done: 0, failed: 0 };
  for (const { state } of rows) counts[state] += 1;
  return counts;
}
