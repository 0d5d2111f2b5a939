// What decodes an HEIC picture, in a thread of its own (heic.ts): it may take seconds, and what it was sent decides
// which way it goes.
import { parentPort, workerData } from 'node:worker_threads';

const { library, bytes, mostPoints } = workerData;
const { default: openLibrary } = await import(library);
const { HeifDecoder } = openLibrary();

const [image] = new HeifDecoder().decode(bytes);
if (!image) throw new Error('not drawn: no picture in it');
const [width, height] = [image.get_width(), image.get_height()];
if (width * height > mostPoints) throw new Error('not drawn: over the pixel limit');

const data = new Uint8ClampedArray(width * height * 4);
image.display({ data, width, height }, (drawn) => {
  if (!drawn) throw new Error('not drawn: damaged');
  parentPort.postMessage({ data, width, height }, [data.buffer]);
});
