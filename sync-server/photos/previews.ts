// Small pictures for lists and phones, turned upright and without what a camera notes about the place. Made when one
// is first asked for, and kept.
import { mkdir, rename, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Logger } from 'pino';
import { kindOf } from '#schemas/photos/kinds.ts';
import { createSerial } from '../database/serial.ts';
import { draw } from './draw.ts';
import { beginningOf } from './files.ts';

/** Fills a phone's screen; who wants to read a plate in it opens the original. Phones commonly make 64 megapixels. */
const usual = { longestSide: 1280, mostPoints: 65_000_000 };
/** Nobody's browser opens the original, and to open it here takes thrice the memory. iPhones make 48 megapixels. */
const ofHeic = { longestSide: 2560, mostPoints: 50_000_000 };

/** Remembered until the server starts anew. */
const mostHopeless = 10_000;

/** @returns the path; undefined where no preview can be made (a damaged picture, one that is too large) */
export type PreviewOf = (original: string, preview: string) => Promise<string | undefined>;

/** One at a time: of two who ask for the same, the second finds what was made for the first. */
export function createPreviews(log: Pick<Logger, 'warn'>): PreviewOf {
  const serial = createSerial();
  // To try takes seconds, and others wait meanwhile.
  const hopeless = new Set<string>();
  const make = async (original: string, preview: string): Promise<string | undefined> => {
    if (await isThere(preview)) return preview;
    if (hopeless.has(original)) return undefined;
    try {
      await shrink(original, preview);
      return preview;
    } catch (error) {
      if (hopeless.size >= mostHopeless) hopeless.clear();
      hopeless.add(original);
      log.warn({ err: error }, 'no preview could be made of a photo');
      return undefined;
    }
  };
  return async (original, preview) =>
    (await isThere(preview)) ? preview : serial(() => make(original, preview));
}

async function shrink(original: string, preview: string): Promise<void> {
  const isHeic = kindOf(await beginningOf(original)) === 'image/heic';
  const { longestSide, mostPoints } = isHeic ? ofHeic : usual;
  const drawn = await draw(original, { mostPoints }, (picture) =>
    picture
      .autoOrient()
      .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
      .jpeg({ quality: 78 }),
  );
  await mkdir(dirname(preview), { recursive: true });
  const unfinished = `${preview}.${process.pid}`;
  await writeFile(unfinished, drawn);
  await rename(unfinished, preview);
}

const isThere = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  );
