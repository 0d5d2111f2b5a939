// Keeps an eye on where the phone is while a page needs it, so that a press is answered at once.
import type { Position } from '#schemas/core/types.ts';

/** What the browser lends to it. */
export interface Phone {
  readonly geolocation: Geolocation;
  /** Undefined where the browser does not tell: then only a press may ask. */
  readonly permission: () => Promise<PermissionState | undefined>;
  readonly page: Pick<Document, 'visibilityState' | 'addEventListener' | 'removeEventListener'>;
  /** Milliseconds. */
  readonly now: () => number;
}

export interface PositionWatch {
  /**
   * Watches from now on, while the page is seen, until the answer is called; never asks for permission: where that
   * is not given yet, the watch begins with the first `current`.
   */
  keep(): () => void;
  /**
   * WGS-84, at most 30 seconds old; undefined when it is not known. Waits only for the first word of a watch that has
   * just begun, and two seconds at most.
   */
  current(): Promise<Position | undefined>;
  /** Tells of each position as it is heard, until the answer is called; begins no watch by itself. */
  hear(listener: (position: Position) => void): () => void;
}

const patienceMs = 2000;
// How old it may be when it is heard, and how long it is good from then on: together 30 s.
const maximumAge = 10_000;
const goodForMs = 20_000;
// A phone that stands still may say nothing more: its watch is begun anew before what it said is too old.
const silenceMs = 10_000;
const lookEveryMs = 5000;
const options: PositionOptions = { maximumAge, timeout: 10_000 };

type Word = Position | 'denied' | 'unknown';

export function createPositionWatch({ geolocation, permission, page, now }: Phone): PositionWatch {
  const waiting = new Set<(position?: Position) => void>();
  const listeners = new Set<(position: Position) => void>();
  let users = 0;
  let last: { readonly position: Position; readonly heardAt: number } | undefined;
  let hasSpoken = false;
  let isDenied = false;

  const isIdle = () => users === 0 && waiting.size === 0;
  const isSeen = () => page.visibilityState === 'visible';
  const known = () => (last && now() - last.heardAt <= goodForMs ? last.position : undefined);

  const lookout = createLookout(geolocation, now, (word) => {
    hasSpoken = true;
    isDenied = word === 'denied';
    if (typeof word === 'object') last = { position: word, heardAt: now() };
    for (const answer of waiting) answer(known());
    if (typeof word === 'object') for (const listener of listeners) listener(word);
    if (isDenied || isIdle()) end();
  });
  const end = (): void => {
    lookout.stop();
    hasSpoken = false;
  };
  const endIfIdle = (): void => {
    if (isIdle()) end();
  };
  const begin = (): void => {
    if (isSeen()) lookout.start();
  };
  const beginIfPermitted = async (): Promise<void> => {
    if (waiting.size > 0) begin();
    if ((await permission()) !== 'granted') return;
    isDenied = false;
    if (!isIdle()) begin();
  };
  const followPage = (): void => {
    if (isSeen()) void beginIfPermitted();
    else end();
  };

  const firstWord = (): Promise<Position | undefined> =>
    new Promise((resolve) => {
      const answer = (position?: Position): void => {
        clearTimeout(timer);
        waiting.delete(answer);
        resolve(position);
        endIfIdle();
      };
      const timer = setTimeout(answer, patienceMs);
      waiting.add(answer);
    });

  return {
    keep() {
      if (users++ === 0) page.addEventListener('visibilitychange', followPage);
      followPage();
      let isKept = true;
      return () => {
        if (!isKept) return;
        isKept = false;
        if (--users === 0) page.removeEventListener('visibilitychange', followPage);
        endIfIdle();
      };
    },
    current() {
      const position = known();
      const answer = position || hasSpoken || isDenied ? Promise.resolve(position) : firstWord();
      begin();
      return answer;
    },
    hear(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/** The browser's own watch, begun anew where it fell silent after it had said something. */
function createLookout(geolocation: Geolocation, now: () => number, tell: (word: Word) => void) {
  let watch: number | undefined;
  let timer: ReturnType<typeof setInterval> | undefined;
  let saidAt: number | undefined;
  const here = ({ coords }: GeolocationPosition): void => {
    saidAt = now();
    tell({
      lng: coords.longitude,
      lat: coords.latitude,
      accuracy: Math.min(coords.accuracy, 1_000_000),
    });
  };
  const failed = ({ code, PERMISSION_DENIED }: GeolocationPositionError): void =>
    tell(code === PERMISSION_DENIED ? 'denied' : 'unknown');
  const open = (): void => {
    saidAt = undefined;
    watch = geolocation.watchPosition(here, failed, options);
  };
  const close = (): void => {
    if (watch !== undefined) geolocation.clearWatch(watch);
    watch = undefined;
  };
  // Once only, so that a phone that looks for its satellites is left to it.
  const renewSilent = (): void => {
    if (saidAt === undefined || now() - saidAt < silenceMs) return;
    close();
    open();
  };
  return {
    start(): void {
      if (watch !== undefined) return;
      open();
      timer = setInterval(renewSilent, lookEveryMs);
    },
    stop(): void {
      clearInterval(timer);
      close();
    },
  };
}
