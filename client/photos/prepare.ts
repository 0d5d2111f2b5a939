// Makes of a file what can be kept and sent: what it is, its hash, and a small picture of it. The original stays as it
// is.
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { Position } from '#schemas/core/types.ts';
import { fail, ok, type Result } from '#schemas/core/result.ts';
import { kindBytes, kindOf } from '#schemas/photos/kinds.ts';
import { mostPhotoBytes } from '#schemas/photos/photo.ts';
import type { PhotoSlot } from '#schemas/photos/slots.ts';
import { newId } from '../data/device.ts';
import type { TakenPhoto } from '../data/photos.ts';
import { smallPicture } from './small-picture.ts';

export interface Taking {
  readonly orderId: string;
  readonly slot: PhotoSlot;
  readonly source: 'camera' | 'file';
  readonly position?: Position;
  readonly replaces?: string;
}

const previewWidth = 480;

export type Unusable = 'no-photo' | 'too-large' | 'unreadable';

export async function prepare(
  file: File,
  { orderId, ...taking }: Taking,
): Promise<Result<TakenPhoto, Unusable>> {
  if (file.size > mostPhotoBytes) return fail('too-large');
  const bytes = await file.arrayBuffer().catch(() => undefined);
  if (!bytes) return fail('unreadable');
  const kind = kindOf(new Uint8Array(bytes, 0, Math.min(kindBytes, bytes.byteLength)));
  if (!kind) return fail('no-photo');
  const preview = await smallPicture(new Blob([bytes], { type: kind }), previewWidth);
  const facts = {
    ...{ ...taking, kind, photoId: newId(), takenAt: new Date().toISOString() },
    ...{ sha256: await hashOf(bytes), bytes: bytes.byteLength },
  };
  return ok({ orderId, facts, bytes, ...(preview && { preview: await preview.arrayBuffer() }) });
}

/** Without https a browser does not hash by itself. */
async function hashOf(bytes: ArrayBuffer): Promise<string> {
  const subtle: SubtleCrypto | undefined = crypto.subtle;
  if (!subtle) return bytesToHex(sha256(new Uint8Array(bytes)));
  return bytesToHex(new Uint8Array(await subtle.digest('SHA-256', bytes)));
}
