// Makes of a chosen file the picture of an employee: a small one, so that it travels quickly, as a data URL. The server
// draws it once more before it keeps it.
import { fail, ok, type Result } from '#schemas/core/result.ts';
import { kindBytes, kindOf } from '#schemas/photos/kinds.ts';
import { mostPhotoBytes } from '#schemas/photos/photo.ts';
import { mostPortraitCharacters } from '#schemas/staff/staff.ts';
import { smallPicture } from '../photos/small-picture.ts';

/** HEIC is left out: phones then hand out JPEG, and few computers can draw it. */
export const portraitKinds = 'image/jpeg,image/png,image/webp';

const width = 512;

export type UnusablePortrait = 'no-picture' | 'too-large' | 'undrawable';

export async function portraitOf(file: File): Promise<Result<string, UnusablePortrait>> {
  if (file.size > mostPhotoBytes) return fail('too-large');
  const start = await file
    .slice(0, kindBytes)
    .arrayBuffer()
    .catch(() => undefined);
  if (!start) return fail('undrawable');
  if (!kindOf(new Uint8Array(start))) return fail('no-picture');
  const small = await smallPicture(file, width);
  const portrait = small && (await dataUrlOf(small));
  return portrait && portrait.length <= mostPortraitCharacters ? ok(portrait) : fail('undrawable');
}

function dataUrlOf(blob: Blob): Promise<string> {
  const reader = new FileReader();
  return new Promise((resolve, reject) => {
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(new Error('a picture that was just drawn cannot be read'));
    reader.readAsDataURL(blob);
  });
}
