// New orders that nobody at this screen has looked at yet.
import { createSignal } from 'solid-js';

interface Arrival {
  readonly id: string;
  readonly createdBy: string;
}

/** Those that were not there before and that somebody else has taken. Without a before nothing is news. */
export const arrivalsIn = (
  orders: readonly Arrival[],
  before: ReadonlySet<string> | undefined,
  actorId: string,
): readonly string[] =>
  before === undefined
    ? []
    : orders.filter(({ id, createdBy }) => !before.has(id) && createdBy !== actorId).map(({ id }) => id);

const [fresh, setFresh] = createSignal<ReadonlySet<string>>(new Set());

export const isFresh = (id: string): boolean => fresh().has(id);

export function markFresh(ids: readonly string[]): void {
  setFresh((before) => new Set([...before, ...ids]));
}

export function markSeen(id: string): void {
  setFresh((before) => (before.has(id) ? new Set([...before].filter((each) => each !== id)) : before));
}
