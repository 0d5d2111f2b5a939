// What this manager has submitted in his own name but could not mark as taken over yet, because the connection
// was lost in between. It must not be submitted twice, and is marked as soon as the server answers.
import { createEffect, createSignal } from 'solid-js';
import type { SteadyList } from './steady-list.ts';

const storageKey = 'towline.taken-over';

const [marks, setMarks] = createSignal<ReadonlySet<number>>(read());

export const isTakenOver = (id: number): boolean => marks().has(id);

/** It is submitted, and about to be marked: only if this page dies in between, a later one will read it. */
export const noteSubmitted = (id: number): void => store(new Set([...marks(), id]));

/** Marking it failed. */
export const markTakenOver = (id: number): void => keep(new Set([...marks(), id]));

export const unmark = (id: number): void => keep(new Set([...marks()].filter((each) => each !== id)));

/** For the page, as long as it lives. */
export function useCatchingUp({ entries, resolve, isConnected }: SteadyList): void {
  createEffect(() => {
    if (!isConnected()) return;
    for (const { id } of entries().filter((entry) => isTakenOver(entry.id)))
      void resolve(id, 'taken-over').then(({ ok }) => ok && unmark(id));
  });
}

function keep(next: ReadonlySet<number>): void {
  setMarks(next);
  store(next);
}

function store(ids: ReadonlySet<number>): void {
  try {
    localStorage.setItem(storageKey, JSON.stringify([...ids]));
  } catch {
    // Without storage it lasts for this visit.
  }
}

function read(): ReadonlySet<number> {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '[]');
    return new Set(Array.isArray(stored) ? stored.filter((id) => typeof id === 'number') : []);
  } catch {
    return new Set();
  }
}
