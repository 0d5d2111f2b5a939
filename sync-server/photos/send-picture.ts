// Hands out the bytes of a photo.
import type { Response } from 'express';
import type { AnnouncedPhoto } from '#schemas/photos/photo.ts';

export interface Shown {
  readonly type: string;
  readonly tag: string;
  /** Under which it is saved; what has none is only shown. */
  readonly name?: string;
}

/**
 * A photo never changes, but who may see it does: a browser keeps it and asks each time whether it may show it.
 * What people have sent is a picture of a fixed kind to a browser, whatever else is in it.
 */
export async function sendPicture(
  response: Response,
  { sha256 }: Pick<AnnouncedPhoto, 'sha256'>,
  path: string,
  shown: Shown,
): Promise<void> {
  const headers = {
    'Cache-Control': 'private, no-cache',
    'Content-Type': shown.type,
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'X-Content-Type-Options': 'nosniff',
    ...(shown.name && { 'Content-Disposition': `inline; filename="${shown.name}"` }),
    ETag: `"${sha256.slice(0, 32)}-${shown.tag}"`,
  };
  await new Promise<void>((resolve, reject) => {
    response.sendFile(path, { headers, cacheControl: false, dotfiles: 'allow' }, (error?: Error) => {
      // Somebody who goes away in the middle is nobody's fault.
      if (!error || response.headersSent) resolve();
      else reject(error);
    });
  });
}
