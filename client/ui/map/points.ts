// What several points that are drawn as one come to. Pure.
import type { Tone } from '../badge.tsx';
import type { MapPoint } from './types.ts';

/** Those at one spot are chosen in turn. */
export function nextOf(points: readonly MapPoint[], selected: string | undefined): MapPoint | undefined {
  return points[(points.findIndex(({ id }) => id === selected) + 1) % points.length];
}

const byGravity: readonly Tone[] = ['danger', 'warning', 'progress', 'info', 'success', 'neutral'];

/** A cluster must not hide that one of its points needs somebody. */
export const gravest = (points: readonly MapPoint[]): Tone | undefined =>
  byGravity.find((tone) => points.some((point) => (point.tone ?? 'info') === tone));
