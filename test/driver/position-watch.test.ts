// The phone knows where it is before it is asked, asks for permission only at a press, and never holds one for long.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createPositionWatch } from '../../client/driver/position-watch.ts';

const here = { lng: 121.47, lat: 31.23, accuracy: 12 };
const there = { lng: 121.5, lat: 31.25, accuracy: 8 };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A phone whose geolocation says what a test tells it to. */
function createPhone(permission: PermissionState | 'untold' = 'granted') {
  const watches = new Map<number, [PositionCallback, PositionErrorCallback]>();
  const page = Object.assign(new EventTarget(), { visibilityState: 'visible' as DocumentVisibilityState });
  const phone = { permission, begun: 0 };
  const geolocation = {
    watchPosition(onHere: PositionCallback, onError: PositionErrorCallback) {
      watches.set(++phone.begun, [onHere, onError]);
      return phone.begun;
    },
    clearWatch: (id: number) => void watches.delete(id),
  } as unknown as Geolocation;
  const watch = createPositionWatch({
    geolocation,
    permission: () => Promise.resolve(phone.permission === 'untold' ? undefined : phone.permission),
    page: page as unknown as Document,
    now: () => Date.now(),
  });
  const toReading = ({ lng, lat, accuracy }: typeof here) =>
    ({ coords: { longitude: lng, latitude: lat, accuracy } }) as GeolocationPosition;
  const show = async (state: DocumentVisibilityState) => {
    page.visibilityState = state;
    page.dispatchEvent(new Event('visibilitychange'));
    await settled();
  };
  return {
    phone,
    watch,
    show,
    watching: () => watches.size,
    say: (position: typeof here) => watches.forEach(([onHere]) => onHere(toReading(position))),
    fail: (code: number) =>
      watches.forEach(([, onError]) => onError({ code, PERMISSION_DENIED: 1 } as GeolocationPositionError)),
  };
}

const settled = () => vi.advanceTimersByTimeAsync(0);

/** What a press gets without any time going by; 'waits' when it is held. */
async function atOnce<Value>(promise: Promise<Value>): Promise<Value | 'waits'> {
  const state: { value: Value | 'waits' } = { value: 'waits' };
  void promise.then((value) => (state.value = value));
  await settled();
  return state.value;
}

async function kept(permission?: PermissionState | 'untold') {
  const made = createPhone(permission);
  const release = made.watch.keep();
  await settled();
  return { ...made, release };
}

describe('a press', () => {
  test('is answered at once with the newest that is known', async () => {
    const { watch, say } = await kept();
    say(here);
    say(there);
    expect(await atOnce(watch.current())).toEqual(there);
  });

  test('waits for the first word, and no longer', async () => {
    const { watch, say } = await kept();
    const pressed = watch.current();
    expect(await atOnce(pressed)).toBe('waits');
    say(here);
    expect(await atOnce(pressed)).toEqual(here);
  });

  test('goes without a position after two seconds', async () => {
    const { watch } = await kept();
    const pressed = watch.current();
    await vi.advanceTimersByTimeAsync(1999);
    expect(await atOnce(pressed)).toBe('waits');
    await vi.advanceTimersByTimeAsync(1);
    expect(await atOnce(pressed)).toBeUndefined();
  });

  test('is not held where the phone has said that it does not know', async () => {
    const { watch, fail } = await kept();
    fail(2);
    expect(await atOnce(watch.current())).toBeUndefined();
  });

  test('gets nothing that is too old, and does not wait for it', async () => {
    const { watch, say } = await kept();
    say(here);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(await atOnce(watch.current())).toEqual(here);
    await vi.advanceTimersByTimeAsync(1);
    expect(await atOnce(watch.current())).toBeUndefined();
  });

  test('finds out where the phone is also where no page watches, which ends with the answer', async () => {
    const { watch, say, watching } = createPhone();
    const pressed = watch.current();
    say(here);
    expect(await atOnce(pressed)).toEqual(here);
    expect(watching()).toBe(0);
  });

  test('that nobody answered ends the watch too, where no page watches', async () => {
    const { watch, watching } = createPhone();
    void watch.current();
    expect(watching()).toBe(1);
    await vi.advanceTimersByTimeAsync(2000);
    expect(watching()).toBe(0);
  });

  test('after a photo was taken in the camera still knows where that was', async () => {
    const { watch, say, show } = await kept();
    say(here);
    await show('hidden');
    await vi.advanceTimersByTimeAsync(15_000);
    expect(await atOnce(watch.current())).toEqual(here);
  });

  test('that comes before the page is seen again is answered from there', async () => {
    const { watch, say, show, watching } = await kept('prompt');
    await show('hidden');
    const pressed = watch.current();
    expect(watching()).toBe(0);
    await show('visible');
    say(here);
    expect(await atOnce(pressed)).toEqual(here);
  });
});

describe('who wants to hear', () => {
  test('is told each position while a page watches, and no more than that', async () => {
    const { watch, say, watching, release } = await kept();
    const heard: (typeof here)[] = [];
    const stop = watch.hear((position) => heard.push(position as typeof here));
    say(here);
    say(there);
    stop();
    say(here);
    expect(heard).toEqual([here, there]);
    release();
    watch.hear((position) => heard.push(position as typeof here));
    expect(watching()).toBe(0);
  });
});

describe('a phone that stands still', () => {
  test('is asked again before what it said is too old', async () => {
    const { phone, watch, say, watching } = await kept();
    say(here);
    await vi.advanceTimersByTimeAsync(15_000);
    expect([phone.begun, watching()]).toEqual([2, 1]);
    say(here);
    await vi.advanceTimersByTimeAsync(12_000);
    expect(await atOnce(watch.current())).toEqual(here);
  });

  test('is asked once, and not while it speaks or was never heard', async () => {
    const { phone, say } = await kept();
    await vi.advanceTimersByTimeAsync(60_000);
    say(here);
    await vi.advanceTimersByTimeAsync(9000);
    say(here);
    await vi.advanceTimersByTimeAsync(9000);
    expect(phone.begun).toBe(1);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(phone.begun).toBe(2);
  });

  test('does not hold a press while it is asked again', async () => {
    const { phone, watch, say } = await kept();
    say(here);
    await vi.advanceTimersByTimeAsync(30_000);
    expect(phone.begun).toBe(2);
    expect(await atOnce(watch.current())).toBeUndefined();
  });

  test('is asked no more after the page was left', async () => {
    const { phone, say, release } = await kept();
    say(here);
    release();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(phone.begun).toBe(1);
  });
});

describe('permission', () => {
  test.each(['prompt', 'denied', 'untold'] as const)('%s: a page that opens does not ask', async (state) => {
    const { phone, show } = await kept(state);
    await show('hidden');
    await show('visible');
    expect(phone.begun).toBe(0);
  });

  test('is asked with the first press, and the watch goes on from there', async () => {
    const { watch, say, watching } = await kept('prompt');
    const pressed = watch.current();
    say(here);
    expect(await atOnce(pressed)).toEqual(here);
    say(there);
    expect(await atOnce(watch.current())).toEqual(there);
    expect(watching()).toBe(1);
  });

  test('that is denied ends the watch, and holds no press again', async () => {
    const { watch, fail, watching } = await kept('prompt');
    const pressed = watch.current();
    fail(1);
    expect(await atOnce(pressed)).toBeUndefined();
    expect(watching()).toBe(0);
    expect(await atOnce(watch.current())).toBeUndefined();
  });

  test('that was given after all counts when the driver comes back to the page', async () => {
    const { phone, watch, say, fail, show } = await kept('prompt');
    void watch.current();
    fail(1);
    await show('hidden');
    phone.permission = 'granted';
    await show('visible');
    say(here);
    expect(await atOnce(watch.current())).toEqual(here);
  });
});

describe('the watch', () => {
  test('is one for all pages, and ends with the last', async () => {
    const { phone, watch, release, watching } = await kept();
    const releaseOther = watch.keep();
    await settled();
    expect(phone.begun).toBe(1);
    release();
    release();
    expect(watching()).toBe(1);
    releaseOther();
    expect(watching()).toBe(0);
  });

  test('rests while the page is hidden', async () => {
    const { show, watching } = await kept();
    await show('hidden');
    expect(watching()).toBe(0);
    await show('visible');
    expect(watching()).toBe(1);
  });

  test('does not come back for a page that was left while it was hidden', async () => {
    const { show, release, watching } = await kept();
    await show('hidden');
    release();
    await show('visible');
    expect(watching()).toBe(0);
  });

  test('does not begin for a page that was left before the browser told of the permission', async () => {
    const { watch, phone } = createPhone();
    watch.keep()();
    await settled();
    expect(phone.begun).toBe(0);
  });
});
