// The company's day, for what expires.
import { createMemo, type Accessor } from 'solid-js';
import { useFormat } from '../ui/formatting.tsx';
import { toWallClock } from '../ui/time.ts';

/** `2026-03-01`. */
export function useToday(): Accessor<string> {
  const format = useFormat();
  const today = createMemo(() => toWallClock(format.now(), format.zone()).slice(0, 10));
  return today;
}
