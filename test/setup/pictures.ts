// Small photos made for a test: no two are alike, and none lies in the repository but those in HEIC, which nothing
// here can make.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import type { PhotoKind } from '#schemas/photos/photo.ts';

export interface Picture {
  readonly bytes: Buffer;
  readonly kind: PhotoKind;
  readonly sha256: string;
}

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Noise, which no compression makes small: about 0.4 bytes a point. */
export async function jpeg(width = 320, height = 240): Promise<Picture> {
  const noise = { type: 'gaussian', mean: 128, sigma: 40 } as const;
  const bytes = await sharp({ create: { width, height, channels: 3, background: '#888', noise } })
    .withExif({ IFD0: { Make: 'Towline' } })
    .jpeg({ quality: 80 })
    .toBuffer();
  return { bytes, kind: 'image/jpeg', sha256: sha256Of(bytes) };
}

export const dataUrl = ({ kind, bytes }: Pick<Picture, 'kind' | 'bytes'>): string =>
  `data:${kind};base64,${bytes.toString('base64')}`;

/** Of one colour, so that a large one is made quickly. */
export const plain = (width: number, height: number): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: '#888' } })
    .jpeg()
    .toBuffer();

/** A program for drawing more than a picture: what it says can be made to take any time. */
export const svg = (before = ''): Buffer =>
  Buffer.from(
    `${before}<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><rect width="8"/></svg>`,
  );

/**
 * `quarters` is 320 by 240 points: red and green over blue and yellow. `large-inside` has 64 by 64, and 48 millions in
 * its plane of opacity. `second-is-primary` holds a red picture, and a green one that it is shown by.
 */
export async function heic(
  name: 'quarters' | 'large-inside' | 'second-is-primary' = 'quarters',
): Promise<Picture> {
  const bytes = await readFile(new URL(`./heic/${name}.heic`, import.meta.url));
  return { bytes, kind: 'image/heic', sha256: sha256Of(bytes) };
}

/** The beginning of an HEIC file, with nothing behind it that could be decoded. */
export function damagedHeic(): Picture {
  const bytes = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic'), Buffer.alloc(4000, 7)]);
  return { bytes, kind: 'image/heic', sha256: sha256Of(bytes) };
}
