// Where the bytes of photos lie: what is still coming in, originals, previews made of them, and what was held back.
// Many folders per company, so that none grows without end. Several servers may share them: a file comes to its place
// whole, by one renaming.
import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { copyFile, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { syncFile, syncPlace } from './disk.ts';
import { kindBytes, kindOf } from '#schemas/photos/kinds.ts';
import type { AnnouncedPhoto } from '#schemas/photos/photo.ts';

export interface PhotoKey {
  readonly companyId: string;
  readonly id: string;
}

export type Outcome = 'taken' | 'incomplete' | 'damaged';

/** Paths of a photo as it was taken, and of its preview once that was made. */
export interface Pictures {
  readonly original: string;
  readonly preview: string;
}

export interface HeldBackFile {
  readonly companyId: string;
  readonly sha256: string;
  /** When it came. */
  readonly at: Date;
}

export interface PhotoFiles {
  /** The folder that uploads of a company grow in. */
  incomingFolder(companyId: string): string;
  original(key: PhotoKey): string;
  preview(key: PhotoKey): string;
  /**
   * Takes over what has come in when it is what was announced; else throws it away, so that the sender begins anew.
   * Said again, or by another server at the same time, it does no harm. What is taken no power cut takes away: the
   * sender deletes its own.
   */
  takeOver(companyId: string, photo: AnnouncedPhoto): Promise<Outcome>;
  /** The same for a photo that is on no order yet: `takeOver` finds it when it is. Known by its content alone. */
  holdBack(companyId: string, photo: AnnouncedPhoto): Promise<Outcome>;
  heldBack(companyId: string, photo: Pick<AnnouncedPhoto, 'sha256'>): Pictures;
  /** All that was held back and lies here. */
  listHeldBack(): Promise<readonly HeldBackFile[]>;
  removeHeldBack(file: Pick<HeldBackFile, 'companyId' | 'sha256'>): Promise<void>;
  /** Removes what nobody has gone on sending since then. @returns how many */
  sweepIncoming(before: Date): Promise<number>;
}

export function createPhotoFiles(root: string): PhotoFiles {
  const incoming = join(root, 'incoming');
  const folder = (companyId: string) => `c-${encodeURIComponent(companyId)}`;
  const incomingFolder = (companyId: string) => join(incoming, folder(companyId));
  // The first four letters of a photo's id change every twelve days; what was held back is filed by its hash.
  const placed = (kind: string, { companyId, id }: PhotoKey) =>
    join(root, kind, folder(companyId), id.slice(0, 4), id);
  const original = (key: PhotoKey) => placed('originals', key);
  const heldBack = (companyId: string, { sha256: id }: Pick<AnnouncedPhoto, 'sha256'>): Pictures => ({
    original: placed('held-back', { companyId, id }),
    preview: `${placed('held-back-previews', { companyId, id })}.jpg`,
  });
  const takeTo = async (to: string, companyId: string, photo: AnnouncedPhoto): Promise<Outcome> => {
    const outcome = await takeOver(join(incomingFolder(companyId), photo.id), to, photo);
    if (outcome === 'taken') await syncPlace(to, root);
    return outcome;
  };
  const copyHeldBack = async (to: string, companyId: string, photo: AnnouncedPhoto): Promise<boolean> => {
    const held = heldBack(companyId, photo).original;
    if (!(await isThere(held))) return false;
    await mkdir(dirname(to), { recursive: true });
    // Under a name of its own until it is whole: several may do it at once.
    const copy = `${to}.${randomUUID()}`;
    await copyFile(held, copy);
    await syncFile(copy);
    await rename(copy, to);
    await syncPlace(to, root);
    return true;
  };
  return {
    incomingFolder,
    original,
    preview: (key) => `${placed('previews', key)}.jpg`,
    takeOver: async (companyId, photo) => {
      const to = original({ companyId, id: photo.id });
      const outcome = await takeTo(to, companyId, photo);
      const isCopied = outcome === 'incomplete' && (await copyHeldBack(to, companyId, photo));
      return isCopied ? 'taken' : outcome;
    },
    holdBack: (companyId, photo) => takeTo(heldBack(companyId, photo).original, companyId, photo),
    heldBack,
    listHeldBack: () => listHeldBack(join(root, 'held-back')),
    removeHeldBack: async ({ companyId, ...file }) => {
      const { original, preview } = heldBack(companyId, file);
      await Promise.all([rm(preview, { force: true }), rm(original, { force: true })]);
    },
    sweepIncoming: (before) => sweepIncoming(incoming, before),
  };
}

async function takeOver(from: string, to: string, photo: AnnouncedPhoto): Promise<Outcome> {
  const size = await sizeOf(from);
  if (size === undefined || size < photo.bytes) return (await isThere(to)) ? 'taken' : 'incomplete';
  const isRight = await isAsAnnounced(from, photo).catch((error: unknown) => error);
  // Asked twice at once: the other has taken it away in the middle of the reading.
  if (isRight !== true && (await isThere(to))) return 'taken';
  if (isRight === false) {
    await removeIncoming(from);
    return 'damaged';
  }
  if (isRight !== true) throw isRight;
  // Before it has its name there: what lies there is taken to be whole.
  await syncFile(from);
  await mkdir(dirname(to), { recursive: true });
  // Another server may have been faster.
  await rename(from, to).catch(async (error: unknown) => {
    if (!(await isThere(to))) throw error;
  });
  await removeIncoming(from);
  return 'taken';
}

async function isAsAnnounced(path: string, { sha256, kind, bytes }: AnnouncedPhoto): Promise<boolean> {
  if ((await sizeOf(path)) !== bytes || kindOf(await beginningOf(path)) !== kind) return false;
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex') === sha256;
}

/** As many bytes as tell its kind. */
export async function beginningOf(path: string): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(kindBytes), 0, kindBytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** The upload's own notes lie beside it. */
async function removeIncoming(path: string): Promise<void> {
  await Promise.all([rm(path, { force: true }), rm(`${path}.json`, { force: true })]);
}

async function sizeOf(path: string): Promise<number | undefined> {
  return (await stat(path).catch(() => undefined))?.size;
}

export const isThere = async (path: string) => (await sizeOf(path)) !== undefined;

async function listHeldBack(folder: string): Promise<HeldBackFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries
    .filter((entry) => entry.isFile())
    .map(async ({ name: sha256, parentPath }) => {
      const [place = ''] = relative(folder, parentPath).split(sep);
      const found = await stat(join(parentPath, sha256)).catch(() => undefined);
      const companyId = decodeURIComponent(place.replace(/^c-/, ''));
      return found ? [{ companyId, sha256, at: found.mtime }] : [];
    });
  return (await Promise.all(files)).flat();
}

async function sweepIncoming(incoming: string, before: Date): Promise<number> {
  let removed = 0;
  const entries = await readdir(incoming, { recursive: true, withFileTypes: true }).catch(() => []);
  for (const entry of entries.filter((each) => each.isFile() && !each.name.endsWith('.json'))) {
    const path = join(entry.parentPath, entry.name);
    const found = await stat(path).catch(() => undefined);
    if (!found || found.mtime >= before) continue;
    await removeIncoming(path);
    removed++;
  }
  return removed;
}
