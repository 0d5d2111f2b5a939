// How much is held back and waits for this person: for the menu, wherever he is.
import { createEffect, createMemo, createSignal, on, onCleanup, type Accessor } from 'solid-js';
import { useQuarantine } from '../data/quarantine.ts';
import { useMay } from '../data/session.ts';
import type { SyncPhase } from '../data/sync-state.ts';

const [changes, setChanges] = createSignal(0);

/** The page has settled something, or has found something new. */
export const tellChanged = (): void => void setChanges((count) => count + 1);

const lookEveryMs = 5 * 60_000;

/** 0 for whoever does not manage employees. Looks when the device meets the server again, and now and then. */
export function useOpenCount(phase: Accessor<SyncPhase>): Accessor<number> {
  if (!useMay()('staff.edit')) return () => 0;
  const quarantine = useQuarantine(() => false);
  const look = (): void => {
    if (phase() === 'live' && document.visibilityState === 'visible') quarantine.refresh();
  };
  createEffect(on([phase, changes], look, { defer: true }));
  const timer = setInterval(look, lookEveryMs);
  onCleanup(() => clearInterval(timer));
  return createMemo<number>(
    (before) => (quarantine.state() === 'ready' ? quarantine.entries().length : before),
    0,
  );
}
