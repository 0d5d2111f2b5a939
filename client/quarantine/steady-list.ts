// The list as a person works through it: what was loaded stays while it is read again, and after the connection
// was lost.
import { createEffect, createMemo, on, type Accessor } from 'solid-js';
import { useQuarantine, type Quarantine, type QuarantineEntry } from '../data/quarantine.ts';
import type { SyncState } from '../data/sync-state.ts';

export interface SteadyList extends Pick<Quarantine, 'hasMore' | 'loadMore' | 'refresh' | 'resolve'> {
  readonly entries: Accessor<readonly QuarantineEntry[]>;
  /** `ready` also while what is shown is read again. */
  readonly state: Quarantine['state'];
  /** The server could be asked just now. */
  readonly isConnected: Accessor<boolean>;
}

interface Shown {
  readonly handled: boolean;
  readonly entries: readonly QuarantineEntry[];
}

export function useSteadyList(
  handled: Accessor<boolean>,
  { phase, online }: Pick<SyncState, 'phase' | 'online'>,
): SteadyList {
  const quarantine = useQuarantine(handled);
  const shown = createMemo<Shown>((before) => steady(before, handled(), quarantine), {
    handled: handled(),
    entries: [],
  });
  createEffect(on(phase, (now) => now === 'live' && quarantine.refresh(), { defer: true }));
  const entries = () => shown().entries;
  return {
    ...quarantine,
    entries,
    state: () => (entries().length > 0 ? 'ready' : quarantine.state()),
    isConnected: () => online() && phase() !== 'waiting' && quarantine.state() !== 'offline',
  };
}

function steady(before: Shown, handled: boolean, { state, entries }: Quarantine): Shown {
  const isReadAgain = entries().length === 0 && state() !== 'ready' && before.handled === handled;
  return isReadAgain ? before : { handled, entries: entries() };
}
