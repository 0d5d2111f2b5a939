// Where the driver's phone is: known before it is asked while his pages are open, so that no step is held up by it.
import { onCleanup } from 'solid-js';
import type { Position } from '#schemas/core/types.ts';
import { createPositionWatch, type PositionWatch } from './position-watch.ts';

let shared: PositionWatch | undefined;

function watch(): PositionWatch | undefined {
  if (!('geolocation' in navigator)) return undefined;
  return (shared ??= createPositionWatch({
    geolocation: navigator.geolocation,
    permission: geolocationPermission,
    page: document,
    now: Date.now,
  }));
}

/** Older browsers know no permissions, or not this one. */
async function geolocationPermission(): Promise<PermissionState | undefined> {
  try {
    return (await navigator.permissions.query({ name: 'geolocation' })).state;
  } catch {
    return undefined;
  }
}

/**
 * For a page on which the driver may be about to take a step, or as long as somebody is to be told where he is.
 * Never asks for permission.
 */
export function useWatchedPosition(listener?: (position: Position) => void): void {
  const kept = watch();
  if (!kept) return;
  if (listener) onCleanup(kept.hear(listener));
  onCleanup(kept.keep());
}

/** WGS-84, at most 30 seconds old; undefined when not permitted, not known, or not within two seconds. */
export async function currentPosition(): Promise<Position | undefined> {
  return watch()?.current();
}

/** As a step carries it. */
export async function whereabouts(): Promise<{ position?: Position }> {
  const position = await currentPosition();
  return position ? { position } : {};
}
