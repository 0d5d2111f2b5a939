// 實時位置: what a driver's phone tells of itself, and which of it is worth keeping. The phone and the server go by
// the same rule.
import Type from 'typebox';
import { Instant, Position } from '../core/types.ts';
import { haversine } from './distance.ts';

/** What a phone sends. */
export const PositionReport = Type.Object({
  ...Position.properties,
  /** When it was there, by the phone's clock. */
  at: Instant,
  /** When it sends this, by the same clock: with it a clock that is wrong does no harm. */
  sentAt: Type.Optional(Instant),
});
export type PositionReport = Type.Static<typeof PositionReport>;

/** How a report is answered. */
export const PositionTaken = Type.Object({
  /** False: it says nothing new, is older than what is known, or there is no outlet whose people could look at it. */
  stored: Type.Boolean(),
});
export type PositionTaken = Type.Static<typeof PositionTaken>;

interface Spot {
  readonly lng: number;
  readonly lat: number;
  /** ISO. */
  readonly at: string;
}

export const positionPace = {
  /** No two of one driver are kept that are nearer in time. */
  leastMs: 15_000,
  /** After this it is kept although nothing moved, so that one sees that it is still so. */
  restMs: 60_000,
  /** Less is no move. */
  metres: 30,
  /** Later nobody is shown there any more. */
  goodForMs: 24 * 60 * 60 * 1000,
} as const;

/** @param held what is known of the same driver */
export function isWorthKeeping(held: Spot, next: Spot): boolean {
  const later = Date.parse(next.at) - Date.parse(held.at);
  if (later < positionPace.leastMs) return false;
  return later >= positionPace.restMs || haversine(held, next) >= positionPace.metres;
}

/**
 * When it was, by the clock of whoever is told, in UTC: a phone's clock may be wrong, and is as wrong when it sends.
 * Never in the future; undefined for a day that no calendar has.
 */
export function momentOf(
  { at, sentAt }: Pick<PositionReport, 'at' | 'sentAt'>,
  now: Date,
): string | undefined {
  const age = Math.max(0, (sentAt === undefined ? now.getTime() : Date.parse(sentAt)) - Date.parse(at));
  const moment = new Date(now.getTime() - age);
  return Number.isNaN(moment.getTime()) ? undefined : moment.toISOString();
}
