// /api/photos: uploads by tus, how far a photo has come, and its pictures.
import { Router, type Response } from 'express';
import type { Logger } from 'pino';
import type { Database } from '../database/database.ts';
import type { SignedInWrapper } from '../http/authenticate.ts';
import { Problem } from '../http/problem.ts';
import { extensionOf } from '#schemas/photos/kinds.ts';
import type { Photo } from '#schemas/photos/photo.ts';
import type { Actor } from '#schemas/staff/permissions.ts';
import { createPhotoFiles } from './files.ts';
import { createPreviews } from './previews.ts';
import { findPhoto, maySee } from './records.ts';
import { createUploads } from './uploads.ts';

export interface PhotoRouteDeps {
  readonly database: Database;
  /** The folder of all photos; shared by all servers. */
  readonly folder: string;
  readonly log: Logger;
  readonly signedIn: SignedInWrapper;
}

export function photoRoutes({ database, folder, log, signedIn }: PhotoRouteDeps): Router {
  const files = createPhotoFiles(folder);
  const previewOf = createPreviews(log);
  const uploads = createUploads({ database, files, log });
  const router = Router();
  router.post('/photos/uploads', signedIn(uploads.create));
  router.head('/photos/uploads/:id', signedIn(uploads.carryOn));
  router.patch('/photos/uploads/:id', signedIn(uploads.carryOn));
  router.get(
    '/photos/:id',
    signedIn(async (actor, request, response) => {
      const photo = await uploads.settle(actor, String(request.params['id']));
      if (!photo) throw new Problem('photo-not-announced');
      const { id, sha256, state } = photo;
      response.json({ id, sha256, state });
    }),
  );
  const picture = async (actor: Actor, id: string) => {
    const photo = await findPhoto(database, actor.companyId, id);
    if (photo?.state !== 'stored' || !maySee(actor, photo)) throw new Problem('not-found');
    const key = { companyId: actor.companyId, id };
    return { photo, original: files.original(key), preview: files.preview(key) };
  };
  router.get(
    '/photos/:id/original',
    signedIn(async (actor, request, response) => {
      const { photo, original } = await picture(actor, String(request.params['id']));
      const name = `${photo.id}.${extensionOf(photo.kind)}`;
      await sendPicture(response, photo, original, { type: photo.kind, tag: 'original', name });
    }),
  );
  router.get(
    '/photos/:id/preview',
    signedIn(async (actor, request, response) => {
      const { photo, original, preview } = await picture(actor, String(request.params['id']));
      const made = await previewOf(original, preview);
      if (!made) throw new Problem('not-found', 'No preview can be made of this photo; take the original.');
      await sendPicture(response, photo, made, { type: 'image/jpeg', tag: 'preview' });
    }),
  );
  return router;
}

interface Shown {
  readonly type: string;
  readonly tag: string;
  /** Under which it is saved; what has none is only shown. */
  readonly name?: string;
}

/**
 * A photo never changes, but who may see it does: a browser keeps it and asks each time whether it may show it.
 * What people have sent is a picture of a fixed kind to a browser, whatever else is in it.
 */
async function sendPicture(response: Response, { sha256 }: Photo, path: string, shown: Shown): Promise<void> {
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
