// The picture of an employee, as it is kept: small, upright, and without what a camera notes about the place. It is
// drawn anew, so that nothing but a picture can lie in it.
import { Problem } from '../http/problem.ts';
import { draw } from '../photos/draw.ts';

/** On a page it is shown at a quarter of it; on a badge it is sharp enough. */
const longestSide = 512;
/** More than any camera of a phone sends when it is made small. */
const mostPoints = 16_000_000;

/** @param sent a data URL of a picture, whatever kind it gives itself out for. Throws Problem `picture-unreadable`. */
export async function portraitOf(sent: string): Promise<string> {
  const bytes = Buffer.from(sent.slice(sent.indexOf(',') + 1), 'base64');
  try {
    const drawn = await draw(bytes, { mostPoints, failOn: 'error' }, (picture) =>
      picture
        .autoOrient()
        .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
        .flatten({ background: '#fff' })
        .jpeg({ quality: 80 }),
    );
    return `data:image/jpeg;base64,${drawn.toString('base64')}`;
  } catch {
    throw new Problem('picture-unreadable');
  }
}
