// Takes the bytes of photos by the tus protocol (tus.io, version 1.0.0): an upload that was cut off goes on at the byte
// where it was. Each has the photo's id, so that the same photo is the same upload, whoever asks for it again.
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { FileStore } from '@tus/file-store';
import { Metadata, Server } from '@tus/server';
import type { Request, Response } from 'express';
import { Problem } from '../http/problem.ts';
import type { AnnouncedPhoto, Photo } from '#schemas/photos/photo.ts';
import type { Actor } from '#schemas/staff/permissions.ts';
import { findHeldBackPhoto } from './held-back.ts';
import { findPhoto } from './records.ts';
import { settlePhoto, type SettleDeps } from './settle.ts';

export const uploadPath = '/api/photos/uploads';

export interface Uploads {
  /** Begins one, or finds the one begun. */
  create(actor: Actor, request: Request, response: Response): Promise<void>;
  /** HEAD and PATCH of one. */
  carryOn(actor: Actor, request: Request, response: Response): Promise<void>;
  /** Takes over what is complete. @returns the photo as it stands; undefined when it is not this person's to send */
  settle(actor: Actor, id: string): Promise<ComingPhoto | undefined>;
}

type ComingPhoto = AnnouncedPhoto & Pick<Photo, 'state'>;

export function createUploads({ database, files, log }: SettleDeps): Uploads {
  const servers = new Map<string, Server>();
  const serverOf = (companyId: string): Server => {
    const server = servers.get(companyId) ?? tusServer(files.incomingFolder(companyId));
    servers.set(companyId, server);
    return server;
  };
  const deps = { database, files, log };
  const settle = async (actor: Actor, id: string): Promise<ComingPhoto | undefined> => {
    const photo = await findPhoto(database, actor.companyId, id);
    if (photo?.by === actor.id) return settlePhoto(deps, actor.companyId, photo);
    const announced = await findHeldBackPhoto(database, actor, id);
    if (!announced) return undefined;
    const outcome = await files.holdBack(actor.companyId, announced);
    return { ...announced, state: outcome === 'taken' ? 'stored' : 'waiting' };
  };
  /** The answer is on its way: what goes wrong here comes right when the device asks how far the photo is. */
  const settleLater = (actor: Actor, id: string) =>
    settle(actor, id).catch((err: unknown) => log.warn({ err, photo: id }, 'a photo was not taken over yet'));
  const expected = async (actor: Actor, id: string): Promise<ComingPhoto> => {
    const photo = await settle(actor, id);
    if (!photo) throw new Problem('photo-not-announced');
    if (photo.state === 'stored') throw new Problem('photo-stored');
    return photo;
  };
  return {
    settle,
    create: async (actor, request, response) => {
      const photo = await expected(actor, idIn(request.get('upload-metadata')));
      demandLength(request, photo);
      const begun = await stat(join(files.incomingFolder(actor.companyId), photo.id)).catch(() => undefined);
      // The answer to the first asking was lost: what has come since then stays.
      if (begun) return void created(response, photo.id);
      await serverOf(actor.companyId).handle(request, response);
    },
    carryOn: async (actor, request, response) => {
      const id = String(request.params['id']);
      const photo = await expected(actor, id);
      checkedIds.set(request, photo.id);
      await serverOf(actor.companyId).handle(request, response);
      if (Number(response.getHeader('upload-offset')) === photo.bytes) await settleLater(actor, photo.id);
    },
  };
}

/** By request. What tus itself takes for the id, the end of the address, may be the end of a query and somebody else's. */
const checkedIds = new WeakMap<object, string>();

function tusServer(directory: string): Server {
  return new Server({
    path: uploadPath,
    datastore: new FileStore({ directory }),
    relativeLocation: true,
    // Pages of other sites have no business here.
    allowedOrigins: [],
    namingFunction: (_request, metadata) => metadata?.['photoId'] ?? '',
    getFileIdFromRequest: ({ runtime }) => runtime?.node && checkedIds.get(runtime.node.req),
  });
}

function idIn(header: string | undefined): string {
  try {
    return Metadata.parse(header)['photoId'] ?? '';
  } catch {
    throw new Problem('invalid-request', 'Upload-Metadata cannot be read.');
  }
}

function demandLength(request: Request, { bytes }: AnnouncedPhoto): void {
  if (request.get('upload-length') !== String(bytes))
    throw new Problem('invalid-request', `Upload-Length has to be ${bytes}, as announced.`);
}

function created(response: Response, id: string): void {
  response.set({ 'Tus-Resumable': '1.0.0', Location: `${uploadPath}/${id}` });
  response.status(201).end();
}
