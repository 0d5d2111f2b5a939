// Roles and outlets that were changed on the server count here after a reload. It comes by itself when nobody
// is disturbed by it, else the person is asked.
import { createEffect, createSignal, on, onCleanup, type Accessor } from 'solid-js';
import type { Session } from '../data/session.ts';
import type { SyncPhase } from '../data/sync-state.ts';
import { createTypedText, isEditing } from './editing.ts';

export interface Rights {
  /** This app still runs with the former rights. */
  readonly changed: Accessor<boolean>;
  apply(): void;
}

/** Who just opened the app has begun nothing yet. */
const startMs = 5000;
const idleMs = 60_000;
const lookEveryMs = 5000;

/** Asks the server at the start, and whenever the two were apart. */
export function useRights(session: Pick<Session, 'refresh'>, phase: Accessor<SyncPhase>): Rights {
  const [changed, setChanged] = createSignal(false);
  const isCalm = createQuiet();
  const check = async (): Promise<void> => {
    const outcome = await session.refresh().catch(() => 'unknown' as const);
    if (outcome === 'changed') setChanged(true);
  };
  const apply = (): void => {
    if (!isEditing()) location.reload();
  };
  const reloadUnseen = (): void => {
    if (!isEditing() && isCalm() && isFirstFor(idleMs)) location.reload();
  };
  void check();
  createEffect(on(phase, (now) => now === 'live' && void check(), { defer: true }));
  createEffect(() => {
    if (!changed()) return;
    reloadUnseen();
    const timer = setInterval(reloadUnseen, lookEveryMs);
    document.addEventListener('visibilitychange', reloadUnseen);
    onCleanup(() => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', reloadUnseen);
    });
  });
  return { changed, apply };
}

export interface Moment {
  readonly isHidden: boolean;
  /** Milliseconds since the app was opened. */
  readonly now: number;
  /** When somebody last touched anything, by the same clock; undefined: not yet. */
  readonly touched: number | undefined;
}

/** Whether nobody would notice a reload: he does not look, has just come, or has been away for a while. */
export function isQuiet({ isHidden, now, touched }: Moment): boolean {
  if (isHidden || now - (touched ?? 0) > idleMs) return true;
  return touched === undefined && now < startMs;
}

function createQuiet(): () => boolean {
  const hasTypedText = createTypedText();
  let touched: number | undefined;
  const touch = (): void => void (touched = performance.now());
  for (const event of ['pointerdown', 'keydown', 'input', 'wheel']) {
    document.addEventListener(event, touch, { capture: true, passive: true });
    onCleanup(() => document.removeEventListener(event, touch, true));
  }
  return () => {
    const isHidden = document.visibilityState === 'hidden';
    return !hasTypedText() && isQuiet({ isHidden, now: performance.now(), touched });
  };
}

const reloadedKey = 'towline.reloaded-for-rights';

/** A server and a device that cannot agree must not make the app reload for ever. */
function isFirstFor(ms: number): boolean {
  try {
    const isFirst = Date.now() - Number(sessionStorage.getItem(reloadedKey) ?? 0) > ms;
    if (isFirst) sessionStorage.setItem(reloadedKey, String(Date.now()));
    return isFirst;
  } catch {
    return false;
  }
}
