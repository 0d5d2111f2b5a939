// Sends the bytes of photos by tus as the app does in a browser, which the program of a device does not run in.
import type { SendBytes } from '../../client/data/photo-transfer.ts';

/** Small photos go in two pieces, so that some are broken off between them. */
const pieces = 2;

export function sendingTo(base: string, bearer: Record<string, string>): SendBytes {
  const uploads = `${base}/api/photos/uploads`;
  const headers = { ...bearer, 'tus-resumable': '1.0.0' };
  const begin = async (id: string, length: number) => {
    const metadata = { 'upload-metadata': `photoId ${Buffer.from(id).toString('base64')}` };
    const own = { ...headers, ...metadata, 'upload-length': String(length) };
    await fetch(uploads, { method: 'POST', headers: own });
  };
  const offsetOf = (answer: Response): number => Number(answer.headers.get('upload-offset') ?? NaN);
  const look = async (id: string) => offsetOf(await fetch(`${uploads}/${id}`, { method: 'HEAD', headers }));
  const send = async (id: string, piece: ArrayBuffer, offset: number): Promise<number> => {
    const own = { 'content-type': 'application/offset+octet-stream', 'upload-offset': String(offset) };
    const init = { method: 'PATCH', headers: { ...headers, ...own }, body: piece };
    return offsetOf(await fetch(`${uploads}/${id}`, init));
  };
  return async ({ id }, bytes, { onSent, signal }) => {
    const size = Math.ceil(bytes.byteLength / pieces);
    try {
      let offset = await look(id);
      if (Number.isNaN(offset)) {
        await begin(id, bytes.byteLength);
        offset = await look(id);
      }
      while (offset < bytes.byteLength && !signal.aborted) {
        offset = await send(id, bytes.slice(offset, offset + size), offset);
        if (Number.isNaN(offset)) return false;
        onSent(offset);
      }
      return offset === bytes.byteLength;
    } catch {
      return false;
    }
  };
}
