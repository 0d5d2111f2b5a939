// Opens pictures that people have sent, so that they can be drawn anew: nothing else on the server does. Whoever draws
// shares threads with the checking of passwords, and memory with everybody. So a picture is opened only when it is of a
// kind, of a size and of a slowness that a camera makes, and one at a time in the whole server.
import { readFile } from 'node:fs/promises';
import type { Sharp, SharpOptions } from 'sharp';
import { createSerial } from '../database/serial.ts';
import { kindOf } from '#schemas/photos/kinds.ts';
import type { PhotoKind } from '#schemas/photos/photo.ts';
import { beginningOf } from './files.ts';
import { decodeHeic } from './heic.ts';

/** What a camera makes takes one or two, on two cores; a slower or busier server has time to spare. */
const mostSeconds = 20;

export interface Bounds {
  /** Width by height; decoding takes some four bytes a point, of HEIC twelve. */
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
  bounds: Bounds,
  shape: (picture: Sharp) => Sharp,
): Promise<Buffer> {
  const kind = kindOf(typeof sent === 'string' ? await beginningOf(sent) : sent);
  if (!kind) throw new Error('not drawn: no photo');
  return serial(async () => {
    const picture = await open(sent, kind, bounds);
    return shape(picture.timeout({ seconds: mostSeconds })).toBuffer();
  });
}

async function open(sent: Buffer | string, kind: PhotoKind, { mostPoints, failOn }: Bounds): Promise<Sharp> {
  // Loaded when it is needed: it is a part of the machine's own kind, and the rest works without.
  const { default: sharp } = await import('sharp');
  if (kind !== 'image/heic') return sharp(sent, { limitInputPixels: mostPoints, ...(failOn && { failOn }) });
  const bytes = typeof sent === 'string' ? await readFile(sent) : sent;
  const { data, width, height } = await decodeHeic(bytes, mostPoints, mostSeconds);
  return sharp(data, { raw: { width, height, channels: 4 } });
}
