// Keeps other people's secrets unreadable in the database and its backups: AES-256-GCM with a key that is made of
// SECRET_KEY. Without that variable they are stored as they are, and said to be.
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

export interface Seal {
  close(text: string): string;
  /** @throws CannotUnseal */
  open(stored: string): string;
}

/** SECRET_KEY is not the one that this was sealed with, or is missing. */
export class CannotUnseal extends Error {
  override readonly name = 'CannotUnseal';
}

const sealed = 'v1:';
const plain = 'plain:';

export function createSeal(secretKey: string | undefined): Seal {
  const key =
    secretKey === undefined ? undefined : Buffer.from(hkdfSync('sha256', secretKey, '', 'towline.seal', 32));
  return {
    close: (text) => (key ? sealed + encrypted(key, text) : plain + text),
    open(stored) {
      if (stored.startsWith(plain)) return stored.slice(plain.length);
      if (!key || !stored.startsWith(sealed))
        throw new CannotUnseal('Set the SECRET_KEY it was stored with.');
      return decrypted(key, stored.slice(sealed.length));
    },
  };
}

function encrypted(key: Buffer, text: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64');
}

function decrypted(key: Buffer, stored: string): string {
  const bytes = Buffer.from(stored, 'base64');
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12));
  decipher.setAuthTag(bytes.subarray(12, 28));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
  } catch (cause) {
    throw new CannotUnseal('SECRET_KEY is not the one it was stored with.', { cause });
  }
}
