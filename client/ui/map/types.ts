// What a page puts on a map.
import type { Tone } from '../badge.tsx';
import type { IconComponent } from '../icon.ts';
import type { LngLat } from './systems.ts';

/** WGS-84, as everything that a page gives to a map or gets from it. */
export interface MapPoint extends LngLat {
  readonly id: string;
  readonly label: string;
  /** A second line in the list, e.g. a state or an address. */
  readonly detail?: string | undefined;
  readonly tone?: Tone | undefined;
  readonly icon?: IconComponent | undefined;
  /** Degrees from north, clockwise: where it is going. */
  readonly heading?: number | undefined;
}

export interface MapLine {
  readonly id: string;
  readonly points: readonly LngLat[];
  readonly tone?: Tone | undefined;
  /** A plan rather than what was driven. */
  readonly dashed?: boolean | undefined;
}

/**
 * `page`: one finger and the wheel scroll the page, two fingers move the map. `own`: the map takes all of them,
 * where nothing scrolls behind it.
 */
export type Gestures = 'page' | 'own';
