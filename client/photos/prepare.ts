// Makes of a file what can be kept and sent: what it is, its hash, and a small picture of it. The original stays as it
// is. The browser draws the small one beside the page's own work, so that a phone does not stand still over it.
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { Position } from '#schemas/core/types.ts';
import { fail, ok, type Result } from '#schemas/core/result.ts';
import { kindBytes, kindOf } from '#schemas/photos/kinds.ts';
import { mostPhotoBytes } from '#schemas/photos/photo.ts';
import type { PhotoSlot } from '#schemas/photos/slots.ts';
import { newId } from '../data/device.ts';
import type { TakenPhoto } from '../data/photos.ts';

export interface Taking {
  readonly orderId: string;
  readonly slot: PhotoSlot;
  readonly source: 'camera' | 'file';
  readonly position?: Position;
  readonly replaces?: string;
}

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
  const preview = await smallPicture(new Blob([bytes], { type: kind }));
  const facts = {
    ...{ ...taking, kind, photoId: newId(), takenAt: new Date().toISOString() },
    ...{ sha256: await hashOf(bytes), bytes: bytes.byteLength },
  };
  return ok({ orderId, facts, bytes, ...(preview && { preview }) });
}

/** Without https a browser does not hash by itself. */
async function hashOf(bytes: ArrayBuffer): Promise<string> {
  const subtle: SubtleCrypto | undefined = crypto.subtle;
  if (!subtle) return bytesToHex(sha256(new Uint8Array(bytes)));
  return bytesToHex(new Uint8Array(await subtle.digest('SHA-256', bytes)));
}

const previewWidth = 480;

/** Undefined where this browser cannot draw it: most cannot draw HEIC. */
async function smallPicture(photo: Blob): Promise<ArrayBuffer | undefined> {
  try {
    const bitmap = await createImageBitmap(photo, { resizeWidth: previewWidth, resizeQuality: 'medium' });
    try {
      return await (await drawn(bitmap)).arrayBuffer();
    } finally {
      bitmap.close();
    }
  } catch {
    return undefined;
  }
}

function drawn(bitmap: ImageBitmap): Promise<Blob> {
  const canvas = document.createElement('canvas');
  canvas.width = bitmap.width;
  canvas.height = bitmap.height;
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no blob'))), 'image/jpeg', 0.75),
  );
}
