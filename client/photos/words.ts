// What a photo shows, and how far it has come, in words.
import { isPhotoSlot } from '#schemas/photos/slots.ts';
import type { OrderPhoto } from '../data/photos.ts';
import { useStrings } from '../i18n/strings.ts';
import { photoStrings, type PhotoStrings } from './strings.ts';

/** What a later version calls it stands under its own name. */
export function useSlotName(): (slot: string | undefined) => string {
  const t = useStrings(photoStrings);
  return (slot) => (slot !== undefined && isPhotoSlot(slot) ? t().slot[slot] : (slot ?? ''));
}

type Told = Pick<OrderPhoto, 'isStored' | 'kept'>;

/** 0 to 1; undefined while nothing has left this device. */
export function progressOf({ isStored, kept }: Told): number | undefined {
  if (isStored || !kept || kept.sent === 0) return undefined;
  return Math.min(kept.sent / kept.facts.bytes, 1);
}

export function stateWords(photo: Told, t: PhotoStrings): string {
  const { isStored, kept } = photo;
  if (isStored) return t.state.stored;
  if (!kept) return t.state.elsewhere;
  if (kept.handedIn) return t.state.handedIn;
  if (kept.problem) return t.state.problem;
  const progress = progressOf(photo);
  if (progress !== undefined) return t.state.sending(Math.floor(progress * 100));
  return kept.accepted ? t.state.waiting : t.state.announced;
}
