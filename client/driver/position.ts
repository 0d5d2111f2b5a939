// Where the phone is, if it says so quickly: a step is never held up by it.
import type { Position } from '#schemas/core/types.ts';

const patienceMs = 2000;

/** WGS-84; undefined when not permitted, not known, or not within two seconds. */
export function currentPosition(): Promise<Position | undefined> {
  if (!('geolocation' in navigator)) return Promise.resolve(undefined);
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(undefined), patienceMs);
    const answer = (position: Position | undefined) => {
      clearTimeout(timer);
      resolve(position);
    };
    navigator.geolocation.getCurrentPosition(
      ({ coords }) =>
        answer({
          lng: coords.longitude,
          lat: coords.latitude,
          accuracy: Math.min(coords.accuracy, 1_000_000),
        }),
      () => answer(undefined),
      { maximumAge: 30_000, timeout: patienceMs },
    );
  });
}

/** As a step carries it. */
export async function whereabouts(): Promise<{ position?: Position }> {
  const position = await currentPosition();
  return position ? { position } : {};
}
