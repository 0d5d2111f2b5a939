// The picture of an employee, as it is kept: small, upright, and without what a camera notes about the place. It is
// drawn anew, so that nothing but a picture can lie in it.
import { Problem } from '../http/problem.ts';

/** On a page it is shown at a quarter of it; on a badge it is sharp enough. */
const longestSide = 512;
/** More than any camera of a phone sends when it is made small; decoding takes four bytes a point. */
const mostPoints = 16_000_000;

/** @param sent a data URL of a picture. Throws Problem `picture-unreadable`. */
export async function portraitOf(sent: string): Promise<string> {
  // Loaded when it is needed: it is a part of the machine's own kind, and the rest works without.
  const { default: sharp } = await import('sharp');
  const bytes = Buffer.from(sent.slice(sent.indexOf(',') + 1), 'base64');
  try {
    const drawn = await sharp(bytes, { limitInputPixels: mostPoints, failOn: 'error' })
      .autoOrient()
      .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#fff' })
      .jpeg({ quality: 80 })
      .toBuffer();
    return `data:image/jpeg;base64,${drawn.toString('base64')}`;
  } catch {
    throw new Problem('picture-unreadable');
  }
}
