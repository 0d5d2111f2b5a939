// What an entry of the timeline tells beyond its name.
import { givesToCrew } from '#schemas/orders/crew.ts';
import type { TimelineEntry } from '#schemas/orders/order.ts';

/** Clocks of devices differ by seconds; from here on it is news. */
const tolerated = 3 * 60_000;

/** Whether the device's time and the time it was recorded are so far apart that both should be read. */
export function clocksDiffer({ at, recordedAt }: Pick<TimelineEntry, 'at' | 'recordedAt'>): boolean {
  return Math.abs(Date.parse(recordedAt) - Date.parse(at)) > tolerated;
}

type Given = Pick<TimelineEntry, 'id' | 'type' | 'driverId'>;

/** A dispatch after somebody had it took the order from him. */
export function isRedispatch({ id, type }: Given, timeline: readonly Given[]): boolean {
  return type === 'dispatch' && timeline.find(givesToCrew)?.id !== id;
}

/** What happened at once and is told as one. */
export interface Run {
  /** The last of them. */
  readonly entry: TimelineEntry;
  readonly entries: readonly TimelineEntry[];
}

/** Photos that one person has added one after the other are one line, however many they are. */
export function inRuns(timeline: readonly TimelineEntry[]): Run[] {
  const runs: Run[] = [];
  for (const entry of timeline) {
    const last = runs.at(-1);
    const isMore =
      entry.type === 'add-photo' && last?.entry.type === 'add-photo' && last.entry.by === entry.by;
    if (isMore) runs[runs.length - 1] = { entry, entries: [...last.entries, entry] };
    else runs.push({ entry, entries: [entry] });
  }
  return runs;
}
