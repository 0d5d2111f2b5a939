// /api/photos: uploads by tus, how far a photo has come, and its pictures.
import { Router } from 'express';
import type { Logger } from 'pino';
import type { Database } from '../database/database.ts';
import type { SenderWrapper, SignedInWrapper } from '../http/authenticate.ts';
import { Problem } from '../http/problem.ts';
import { extensionOf } from '#schemas/photos/kinds.ts';
import type { Actor } from '#schemas/staff/permissions.ts';
import { createPhotoFiles } from './files.ts';
import { createPreviews } from './previews.ts';
import { findPhoto, maySee } from './records.ts';
import { sendPicture } from './send-picture.ts';
import { createUploads } from './uploads.ts';

export interface PhotoRouteDeps {
  readonly database: Database;
  /** The folder of all photos; shared by all servers. */
  readonly folder: string;
  readonly log: Logger;
  readonly signedIn: SignedInWrapper;
  readonly handingIn: SenderWrapper;
}

export function photoRoutes({ database, folder, log, signedIn, handingIn }: PhotoRouteDeps): Router {
  const files = createPhotoFiles(folder);
  const previewOf = createPreviews(log);
  const uploads = createUploads({ database, files, log });
  const router = Router();
  const begin = handingIn(({ actor }, request, response) => uploads.create(actor, request, response));
  const carryOn = handingIn(({ actor }, request, response) => uploads.carryOn(actor, request, response));
  router.post('/photos/uploads', begin);
  router.head('/photos/uploads/:id', carryOn);
  router.patch('/photos/uploads/:id', carryOn);
  router.get(
    '/photos/:id',
    handingIn(async ({ actor }, request, response) => {
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
