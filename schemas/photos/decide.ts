// Who may add a photo to an order or take one off it, and when it is one too many. That a photo was taken is a fact:
// it goes on the order whatever the order's status.
import type { Rejection } from '../core/codes.ts';
import type { Command } from '../orders/commands.ts';
import type { DecideContext } from '../orders/events.ts';
import type { Order, TimelineEntry } from '../orders/order.ts';
import { mostPhotos } from './photo.ts';

export type PhotoCommand = Extract<Command, { type: 'add-photo' | 'remove-photo' }>;

type Entry = Pick<TimelineEntry, 'type' | 'photoId' | 'replaces' | 'slot'>;

/** Every photo the order ever had, in the order of coming. */
export const photosEver = (timeline: readonly Entry[]): string[] =>
  timeline.flatMap(({ type, photoId }) => (type === 'add-photo' && photoId ? [photoId] : []));

/** Those that are on it now, with what they show. */
export function photosOn(timeline: readonly Entry[]): ReadonlyMap<string, string> {
  const photos = new Map<string, string>();
  for (const { type, photoId, replaces, slot } of timeline) {
    if (replaces) photos.delete(replaces);
    if (type === 'add-photo' && photoId) photos.set(photoId, slot ?? '');
    if (type === 'remove-photo' && photoId) photos.delete(photoId);
  }
  return photos;
}

/** Whether the order has this photo: then it was added already, and nothing is to be done. */
export const isAdded = ({ timeline }: Pick<Order, 'timeline'>, command: PhotoCommand): boolean =>
  command.type === 'add-photo' && photosEver(timeline).includes(command.payload.photoId);

export function objectionToPhoto(
  { timeline }: Order,
  command: PhotoCommand,
  { find }: Pick<DecideContext, 'find'>,
): Rejection | undefined {
  const { photoId } = command.payload;
  if (command.type === 'remove-photo')
    return photosOn(timeline).has(photoId) ? undefined : { code: 'photo-not-found' };
  if (find('photos', photoId)) return { code: 'photo-elsewhere' };
  return photosEver(timeline).length < mostPhotos ? undefined : { code: 'too-many-photos' };
}
