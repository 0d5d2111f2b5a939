// What a file is, by its first bytes: names and what a browser believes say little.
import type { PhotoKind } from './photo.ts';

/** As many bytes as `kindOf` looks at. */
export const kindBytes = 12;

const heicBrands = ['heic', 'heix', 'hevc', 'hevx', 'heim', 'heis', 'mif1', 'msf1'];

/** Undefined for what is no photo. */
export function kindOf(bytes: Uint8Array): PhotoKind | undefined {
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return 'image/jpeg';
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'image/png';
  if (ascii(bytes, 0) === 'RIFF' && ascii(bytes, 8) === 'WEBP') return 'image/webp';
  if (ascii(bytes, 4) === 'ftyp' && heicBrands.includes(ascii(bytes, 8))) return 'image/heic';
  return undefined;
}

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, index) => bytes[index] === byte);

const ascii = (bytes: Uint8Array, from: number): string =>
  String.fromCharCode(...bytes.subarray(from, from + 4));

const extensions: Record<PhotoKind, string> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/heic': 'heic',
};

/** Of a file with such a photo in it. */
export const extensionOf = (kind: PhotoKind): string => extensions[kind];
