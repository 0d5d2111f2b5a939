// What the timeline tells of photos: what they show, how they came, and from where.
import type { TimelineEntry } from '#schemas/orders/order.ts';
import { useStrings } from '../i18n/strings.ts';
import { writeCoordinates } from '../orders/coordinates.ts';
import { photoStrings } from './strings.ts';
import { useSlotName } from './words.ts';

/** @param entries photos that one person added one after the other; nothing is told of anything else */
export function usePhotoLines(entries: () => readonly TimelineEntry[]): () => readonly string[] {
  const t = useStrings(photoStrings);
  const slotName = useSlotName();
  return () => {
    const photos = entries().filter(({ type }) => type === 'add-photo');
    if (photos.length === 0) return [];
    const counts = new Map<string, number>();
    for (const { slot } of photos) counts.set(slotName(slot), (counts.get(slotName(slot)) ?? 0) + 1);
    const shown = [...counts].map(([name, count]) => t().slotCount(name, count)).join(t().listSeparator);
    const { source, position } = photos.at(-1) ?? {};
    const place = position && t().at(writeCoordinates(position));
    return [shown, source === 'file' ? t().source.file : t().source.camera, ...(place ? [place] : [])];
  };
}
