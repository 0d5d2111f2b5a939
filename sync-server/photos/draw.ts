// Opens pictures that people have sent, so that they can be drawn anew: nothing else on the server does. Whoever draws
// shares threads with the checking of passwords, and memory with everybody. So a picture is opened only when it is of a
// kind, of a size and of a slowness that a camera makes, and one at a time in the whole server.
import type { Sharp, SharpOptions } from 'sharp';
import { createSerial } from '../database/serial.ts';
import { kindOf } from '#schemas/photos/kinds.ts';
import type { PhotoKind } from '#schemas/photos/photo.ts';
import { beginningOf } from './files.ts';

/** HEIC is left out: it could not be drawn, and an SVG whose first comment says `ftypheic` passes for one. */
const drawable: readonly (PhotoKind | undefined)[] = ['image/jpeg', 'image/png', 'image/webp'];

/** What a camera makes takes one or two, on two cores; a slower or busier server has time to spare. */
const mostSeconds = 20;

export interface Bounds {
  /** Width by height; decoding takes some four bytes a point. */
  readonly mostPoints: number;
  readonly failOn?: SharpOptions['failOn'];
}

const serial = createSerial();

/**
 * @param sent the bytes of a picture, or the path of a file with them
 * @param shape how it is to look, and as which kind it is written
 * @returns the bytes of what was drawn. Throws when it cannot be, whatever the reason.
 */
export async function draw(
  sent: Buffer | string,
  { mostPoints, ...reading }: Bounds,
  shape: (picture: Sharp) => Sharp,
): Promise<Buffer> {
  const kind = kindOf(typeof sent === 'string' ? await beginningOf(sent) : sent);
  if (!drawable.includes(kind)) throw new Error(`not drawn: ${kind ?? 'no photo'}`);
  // Loaded when it is needed: it is a part of the machine's own kind, and the rest works without.
  const { default: sharp } = await import('sharp');
  return serial(() => {
    const picture = sharp(sent, { ...reading, limitInputPixels: mostPoints });
    return shape(picture.timeout({ seconds: mostSeconds })).toBuffer();
  });
}
