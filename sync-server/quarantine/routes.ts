// /api/quarantine: what was held back, for whoever manages employees: the list, the photo of one, what becomes of it.
import { Router, type Request } from 'express';
import type { Logger } from 'pino';
import type { Database } from '../database/database.ts';
import type { SignedInWrapper } from '../http/authenticate.ts';
import { Problem } from '../http/problem.ts';
import { createPhotoFiles, isThere } from '../photos/files.ts';
import { announcedIn } from '../photos/held-back.ts';
import { createPreviews } from '../photos/previews.ts';
import { sendPicture } from '../photos/send-picture.ts';
import { parse } from '#schemas/core/validate.ts';
import { extensionOf } from '#schemas/photos/kinds.ts';
import { may, type Actor } from '#schemas/staff/permissions.ts';
import { Resolution } from '#schemas/sync/quarantine.ts';
import { findHeldBack, listHeldBack, resolveHeldBack } from './quarantine.ts';

const pageSize = 50;

export interface QuarantineRouteDeps {
  readonly database: Database;
  /** The folder of all photos. */
  readonly folder: string;
  readonly log: Logger;
  readonly signedIn: SignedInWrapper;
}

export function quarantineRoutes({ database, folder, log, signedIn }: QuarantineRouteDeps): Router {
  const files = createPhotoFiles(folder);
  const previewOf = createPreviews(log);
  const router = Router();
  router.get(
    '/quarantine',
    signedIn(async (actor, { query }, response) => {
      demandManager(actor);
      const before = query['before'] === undefined ? undefined : idOf(query['before']);
      const handled = query['handled'] === '1';
      response.json(await listHeldBack(database, actor, { handled, before, limit: pageSize }));
    }),
  );
  const heldPhoto = async (actor: Actor, { params }: Request) => {
    demandManager(actor);
    const photo = announcedIn((await findHeldBack(database, actor, idOf(params['id'])))?.entered);
    if (!photo) throw new Problem('not-found');
    const pictures = files.heldBack(actor.companyId, photo);
    if (!(await isThere(pictures.original))) throw new Problem('not-found', 'It has not come yet.');
    return { photo, ...pictures };
  };
  router.get(
    '/quarantine/:id/photo',
    signedIn(async (actor, request, response) => {
      const { photo, original, preview } = await heldPhoto(actor, request);
      const made = await previewOf(original, preview);
      if (!made) throw new Problem('not-found', 'No preview can be made of this photo; take the original.');
      await sendPicture(response, photo, made, { type: 'image/jpeg', tag: 'preview' });
    }),
  );
  router.get(
    '/quarantine/:id/original',
    signedIn(async (actor, request, response) => {
      const { photo, original } = await heldPhoto(actor, request);
      const name = `${photo.id}.${extensionOf(photo.kind)}`;
      await sendPicture(response, photo, original, { type: photo.kind, tag: 'original', name });
    }),
  );
  router.post(
    '/quarantine/:id',
    signedIn(async (actor, request, response) => {
      demandManager(actor);
      const entry = await resolveHeldBack(database, actor, idOf(request.params['id']), resolutionOf(request));
      if (!entry) throw new Problem('not-found');
      response.json(entry);
    }),
  );
  return router;
}

function demandManager(actor: Actor): void {
  if (!may(actor, 'staff.edit')) throw new Problem('forbidden');
}

function idOf(value: unknown): number {
  const id = Number(value);
  if (typeof value !== 'string' || !Number.isSafeInteger(id) || id < 1) throw new Problem('not-found');
  return id;
}

function resolutionOf({ body }: Request): Resolution {
  const parsed = parse(Resolution, body);
  if (!parsed.ok) throw new Problem('invalid-request', parsed.error.join('; '));
  return parsed.value;
}
