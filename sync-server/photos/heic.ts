// HEIC, as iPhones keep their photos: neither browsers nor sharp open it.
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import code from './heic-thread.mjs?raw';

/** Four bytes a point: red, green, blue, opacity. */
export interface Points {
  readonly data: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
}

// As text, so that it is part of the one file that the server is built into.
const script = new URL(`data:text/javascript,${encodeURIComponent(code)}`);

/**
 * Upright, as the file says that it is to be turned.
 * @param bytes of an HEIC file
 * @returns the picture that it is shown by. Throws when there is none, when it or a part of it has more points, or when
 * it takes longer.
 */
export function decodeHeic(bytes: Buffer, mostPoints: number, mostSeconds: number): Promise<Points> {
  const library = createRequire(import.meta.url).resolve('libheif-js/libheif-wasm/libheif-bundle.mjs');
  // What the library has to say of a picture would stand among the server's own words.
  const unheard = { stdout: true, stderr: true };
  const workerData = { library: pathToFileURL(library).href, bytes, mostPoints };
  const thread = new Worker(script, { ...unheard, workerData });
  return new Promise<Points>((resolve, reject) => {
    const tooSlow = () => reject(new Error(`not drawn: it took more than ${mostSeconds} s`));
    const timer = setTimeout(tooSlow, mostSeconds * 1000);
    thread.once('message', resolve);
    thread.once('error', reject);
    thread.once('exit', () => (clearTimeout(timer), reject(new Error('not drawn: no HEIC'))));
  }).finally(() => thread.terminate());
}
