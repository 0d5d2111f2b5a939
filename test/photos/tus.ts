// A device as the server meets it on the wire: it speaks tus, and can be cut off at any byte.
import { request } from 'node:http';

export interface TusDevice {
  create(photoId: string, length: number): Promise<Response>;
  /** The answer to HEAD: `upload-offset` says how much the server has. */
  look(photoId: string): Promise<Response>;
  send(photoId: string, bytes: Uint8Array, offset?: number): Promise<Response>;
  /** Says that it will send all of it, and is gone after `cut` bytes. */
  breakOff(photoId: string, bytes: Uint8Array, cut: number): Promise<void>;
}

export function tusDevice(url: string, token: string): TusDevice {
  const path = `${url}/api/photos/uploads`;
  const headers = { authorization: `Bearer ${token}`, 'tus-resumable': '1.0.0' };
  const patching = (offset: number) => ({
    ...headers,
    'content-type': 'application/offset+octet-stream',
    'upload-offset': String(offset),
  });
  return {
    create: (photoId, length) => {
      const metadata = `photoId ${Buffer.from(photoId).toString('base64')}`;
      const own = { 'upload-length': String(length), 'upload-metadata': metadata };
      return fetch(path, { method: 'POST', headers: { ...headers, ...own } });
    },
    look: (photoId) => fetch(`${path}/${photoId}`, { method: 'HEAD', headers }),
    send: (photoId, bytes, offset = 0) =>
      fetch(`${path}/${photoId}`, {
        method: 'PATCH',
        headers: patching(offset),
        body: Uint8Array.from(bytes.subarray(offset)),
      }),
    breakOff: (photoId, bytes, cut) =>
      new Promise((resolve) => {
        const sent = request(`${path}/${photoId}`, {
          method: 'PATCH',
          headers: { ...patching(0), 'content-length': String(bytes.length) },
        });
        sent.once('error', () => resolve());
        sent.once('close', () => resolve());
        sent.write(bytes.subarray(0, cut), () => sent.destroy());
      }),
  };
}
