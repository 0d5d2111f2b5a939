// Pictures that people send are opened within bounds, whatever they were made for.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import sharp, { type Sharp } from 'sharp';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { heic, jpeg, plain, svg } from '../setup/pictures.ts';
import { draw } from '../../sync-server/photos/draw.ts';
import { decodeHeic } from '../../sync-server/photos/heic.ts';
import { createPreviews } from '../../sync-server/photos/previews.ts';

const asJpeg = (picture: Sharp) => picture.jpeg();
const enough = { mostPoints: 1_000_000 };

let folder: string;
beforeAll(async () => (folder = await mkdtemp(join(tmpdir(), 'towline-draw-'))));
afterAll(() => rm(folder, { recursive: true }));

async function fileOf(name: string, bytes: Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, bytes);
  return path;
}

describe('a picture', () => {
  afterEach(() => vi.restoreAllMocks());

  it('is drawn from its bytes and from a file', async () => {
    const { bytes } = await jpeg();
    const path = await fileOf('photo', bytes);
    for (const sent of [bytes, path])
      expect(await sharp(await draw(sent, enough, asJpeg)).metadata()).toMatchObject({ width: 320 });
  });

  it.each([
    ['SVG', svg()],
    ['SVG behind a space', svg(' ')],
    ['SVG that begins as HEIC does', svg('<!--ftypheic-->')],
    ['GIF', Buffer.from('GIF89a')],
    ['nothing', Buffer.alloc(0)],
  ])('is not opened when it is %s', async (name, bytes) => {
    const shape = vi.fn(asJpeg);
    await expect(draw(bytes, enough, shape)).rejects.toThrow('not drawn');
    await expect(draw(await fileOf(name, bytes), enough, shape)).rejects.toThrow('not drawn');
    expect(shape).not.toHaveBeenCalled();
  });

  it('is not decoded when it has more points than asked for', async () => {
    const { bytes } = await jpeg(40, 30);
    await expect(draw(bytes, { mostPoints: 1199 }, asJpeg)).rejects.toThrow('pixel limit');
    await expect(draw(bytes, { mostPoints: 1200 }, asJpeg)).resolves.toBeDefined();
  });

  it('is given up when drawing it takes too long', async () => {
    const timeout = vi.spyOn(Object.getPrototypeOf(sharp()) as Sharp, 'timeout');
    await draw((await jpeg(40, 30)).bytes, enough, asJpeg);
    expect(timeout).toHaveBeenCalledExactlyOnceWith({ seconds: expect.any(Number) });
  });

  it('is drawn when the one before it is done, well or badly', async () => {
    const { bytes } = await jpeg(40, 30);
    let [atOnce, most] = [0, 0];
    const counted = (picture: Sharp) => {
      const drawing = async () => {
        most = Math.max(most, ++atOnce);
        return asJpeg(picture.clone())
          .toBuffer()
          .finally(() => atOnce--);
      };
      return Object.assign(picture, { toBuffer: drawing });
    };
    const undrawable = (picture: Sharp) =>
      counted(picture.extract({ left: 90, top: 0, width: 9, height: 9 }));
    const all = [counted, undrawable, counted].map((shape) => draw(bytes, enough, shape));
    expect((await Promise.allSettled(all)).map(({ status }) => status)).toEqual([
      ...['fulfilled', 'rejected', 'fulfilled'],
    ]);
    expect(most).toBe(1);
  });
});

describe('a picture in HEIC', () => {
  it('is drawn with its colours', async () => {
    const drawn = await draw((await heic()).bytes, enough, (picture) => picture.removeAlpha().raw());
    const at = (x: number, y: number) => [...drawn.subarray((y * 320 + x) * 3).subarray(0, 3)];
    const [red, green, blue, yellow] = [at(80, 60), at(240, 60), at(80, 180), at(240, 180)];
    expect([red, green, blue, yellow].map((point) => point.map((part) => part > 127))).toEqual([
      [true, false, false],
      [false, true, false],
      [false, false, true],
      [true, true, false],
    ]);
  });

  it('is not drawn when it has more points than asked for, or is cut off', async () => {
    const { bytes } = await heic();
    await expect(draw(bytes, { mostPoints: 320 * 240 - 1 }, asJpeg)).rejects.toThrow('pixel limit');
    await expect(draw(bytes.subarray(0, 900), enough, asJpeg)).rejects.toThrow('not drawn');
  });

  it('is not drawn when a part of it has more points than asked for', async () => {
    const { bytes } = await heic('large-inside');
    await expect(draw(bytes, { mostPoints: 64 * 64 }, asJpeg)).rejects.toThrow('not drawn');
  });

  it('of several is the one that the file is shown by', async () => {
    const { bytes } = await heic('second-is-primary');
    const drawn = await draw(bytes, enough, (picture) => picture.removeAlpha().raw());
    expect([...drawn.subarray(0, 3)].map((part) => part > 127)).toEqual([false, true, false]);
  });

  it('is given up when it takes too long', async () => {
    await expect(decodeHeic((await heic()).bytes, 320 * 240, 0)).rejects.toThrow('more than 0 s');
  });
});

describe('a preview', () => {
  const previewOf = createPreviews(pino({ level: 'silent' }));
  const preview = (original: string) => previewOf(original, `${original}.preview`);

  it('is made of a picture of 50 megapixels', async () => {
    const original = await fileOf('large', await plain(8160, 6144));
    const made = await preview(original);
    expect(made).toBe(`${original}.preview`);
    expect(await sharp(made).metadata()).toMatchObject({ format: 'jpeg', width: 1280, height: 964 });
  });

  it('is not made of a larger one than phones make', async () => {
    expect(await preview(await fileOf('too-large', await plain(10_000, 6600)))).toBeUndefined();
  });

  it('is made of HEIC', async () => {
    const made = await preview(await fileOf('heic', (await heic()).bytes));
    expect(await sharp(made).metadata()).toMatchObject({ format: 'jpeg', width: 320, height: 240 });
  });

  it('is not made of an SVG that was sent as a photo', async () => {
    expect(await preview(await fileOf('svg', svg('<!--ftypheic-->')))).toBeUndefined();
  });
});
