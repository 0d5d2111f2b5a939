// What decodes an HEIC picture, in a thread of its own (heic.ts): it may take seconds, and what it was sent decides
// which way it goes.
import { parentPort, workerData } from 'node:worker_threads';

const { library, bytes, mostPoints } = workerData;
const { default: openLibrary } = await import(library);
const heif = openLibrary();

// A picture is made of others, as of tiles and a plane of opacity: none of them may be larger either. The second field
// of what libheif begins with, 64 bits, is `max_image_size_pixels` (struct heif_security_limits in heif_security.h).
const limits = heif._heif_get_global_security_limits();
heif.HEAPU32.set([mostPoints, 0], (limits + 8) / 4);

const images = new heif.HeifDecoder().decode(bytes);
const image = images.find((each) => each.is_primary()) ?? images[0];
if (!image) throw new Error('not drawn: no picture in it');
const [width, height] = [image.get_width(), image.get_height()];
if (width * height > mostPoints) throw new Error('not drawn: over the pixel limit');

const data = new Uint8ClampedArray(width * height * 4);
image.display({ data, width, height }, (drawn) => {
  if (!drawn) throw new Error('not drawn: damaged');
  parentPort.postMessage({ data, width, height }, [data.buffer]);
});
