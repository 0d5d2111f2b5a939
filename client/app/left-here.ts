// What this device holds that the server does not have, and what is said of it to somebody whose account was disabled:
// entries and photos are handed to his manager.
import type { CommandDocument } from '#schemas/orders/commands.ts';
import { withoutPhotos, type KeptPhoto } from '../data/photos.ts';
import type { AppStrings } from './strings.ts';

export interface LeftHere {
  /** Commands and edits; a command about a photo that is here counts as its photo. */
  readonly entries: number;
  readonly photos: number;
}

export const leftHere = (
  commands: readonly CommandDocument[],
  edits: readonly unknown[],
  photos: readonly KeptPhoto[],
): LeftHere => ({
  entries: withoutPhotos(commands, photos).length + edits.length,
  photos: photos.filter(({ handedIn }) => !handedIn).length,
});

export function handingOver({ entries, photos }: LeftHere, t: AppStrings): string {
  const files = photos > 0 ? t.accountDisabledPhotos(photos) : '';
  if (entries > 0) return files + t.accountDisabledTurn(entries);
  return files + (photos > 0 ? t.accountDisabledRest : t.accountDisabledDone);
}
