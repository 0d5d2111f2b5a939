// Tells the server where the phone is: seldom, only what is new, and never what has passed. Pure but for its timer.
import type { Position } from '#schemas/core/types.ts';
import { haversine } from '#schemas/fleet/distance.ts';
import { positionPace, type PositionReport } from '#schemas/fleet/positions.ts';

export interface SharingParts {
  /** Whether the server has it. */
  readonly send: (report: PositionReport) => Promise<boolean>;
  /** Milliseconds. */
  readonly now: () => number;
}

export interface PositionSharing {
  heard(position: Position): void;
  /** The network is back. */
  retry(): void;
  stop(): void;
}

/** Every request wakes the phone's radio. */
const paceMs = 25_000;
/** Of a phone that rests, so that one sees that it is still there. */
const restMs = 5 * 60_000;
/** A worse reading says nothing of where it is; it must not hide a long way either. */
const worstAccuracy = 200;

interface Heard {
  readonly position: Position;
  readonly at: number;
}

export function createPositionSharing({ send, now }: SharingParts): PositionSharing {
  let newest: Heard | undefined;
  let told: Heard | undefined;
  let triedAt = -Infinity;
  let isSending = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const tell = async (heard: Heard): Promise<void> => {
    isSending = true;
    triedAt = now();
    const instant = (time: number): string => new Date(time).toISOString();
    const report = { ...heard.position, at: instant(heard.at), sentAt: instant(now()) };
    if (await send(report)) told = heard;
    isSending = false;
  };
  const consider = (): void => {
    clearTimeout(timer);
    timer = undefined;
    if (isSending || !newest || !isNews(told, newest)) return;
    const wait = triedAt + paceMs - now();
    if (wait > 0) timer = setTimeout(consider, wait);
    else void tell(newest);
  };
  return {
    heard(position) {
      newest = { position, at: now() };
      consider();
    },
    retry() {
      triedAt = -Infinity;
      consider();
    },
    stop: () => clearTimeout(timer),
  };
}

function isNews(told: Heard | undefined, next: Heard): boolean {
  if (!told || next.at - told.at >= restMs) return true;
  const blur = Math.min(next.position.accuracy ?? 0, worstAccuracy);
  return haversine(told.position, next.position) >= Math.max(positionPace.metres, blur);
}
