// Many points drawn as one.
import { expect, test } from 'vitest';
import { gravest, nextOf } from '../../client/ui/map/points.ts';
import type { MapPoint } from '../../client/ui/map/types.ts';

const point = (id: string, tone?: MapPoint['tone']): MapPoint => ({ id, label: id, lng: 120, lat: 30, tone });

test('show the gravest of their tones', () => {
  expect(gravest([point('a', 'success'), point('b', 'danger'), point('c')])).toBe('danger');
  expect(gravest([point('a', 'neutral'), point('b')])).toBe('info');
  expect(gravest([])).toBeUndefined();
});

test('at one spot are chosen in turn', () => {
  const points = [point('a'), point('b'), point('c')];
  expect(nextOf(points, undefined)?.id).toBe('a');
  expect(nextOf(points, 'a')?.id).toBe('b');
  expect(nextOf(points, 'c')?.id).toBe('a');
  expect(nextOf(points, 'gone')?.id).toBe('a');
});
