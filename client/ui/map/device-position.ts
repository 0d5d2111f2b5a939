// Where this device is, for somebody who stands there.
import { fail, ok, type Result } from '#schemas/core/result.ts';
import type { LngLat } from './systems.ts';

export type NoPosition = 'no-access' | 'no-position';

const patienceMs = 10_000;

/** WGS-84, as the browser gives it. */
export function devicePosition(): Promise<Result<LngLat, NoPosition>> {
  if (!('geolocation' in navigator)) return Promise.resolve(fail('no-position'));
  return new Promise((resolve) => {
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => resolve(ok({ lng: coords.longitude, lat: coords.latitude })),
      ({ code, PERMISSION_DENIED }) =>
        resolve(fail(code === PERMISSION_DENIED ? 'no-access' : 'no-position')),
      { enableHighAccuracy: true, maximumAge: 30_000, timeout: patienceMs },
    );
  });
}
