// What the server tells about maps, and gives of its map file.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { MapConfig } from '../../sync-server/geo/map-config.ts';
import { mapRoutes } from '../../sync-server/geo/map-routes.ts';
import { signInRequired } from '../../sync-server/http/authenticate.ts';
import { appWith, goodToken, oneSession, serve, type Served } from '../http/serve.ts';

const folder = mkdtempSync(join(tmpdir(), 'towline-map-'));
const file = join(folder, '.region.pmtiles');
let served: Served | undefined;

beforeEach(() => writeFileSync(file, 'PMTiles and what follows'));
afterEach(async () => {
  await served?.close();
  rmSync(file, { force: true });
});

async function get(path: string, map: MapConfig, headers: Record<string, string> = {}): Promise<Response> {
  const mount = (app: { use: (path: string, router: ReturnType<typeof mapRoutes>) => unknown }) =>
    void app.use('/api', mapRoutes(map, signInRequired(oneSession)));
  served = await serve(appWith({ config: { trustProxy: false, map }, mount }));
  return fetch(served.url + path, { headers: { authorization: `Bearer ${goodToken}`, ...headers } });
}

const withFile: MapConfig = {
  basemap: { kind: 'pmtiles', url: '/api/map/basemap.pmtiles', system: 'wgs84' },
  file,
  geocoder: { name: 'amap', key: 'secret', url: undefined },
};
const tiles: MapConfig = {
  basemap: { kind: 'tiles', urls: ['https://t{0-1}.example.com/{z}/{x}/{y}'], maxZoom: 18, system: 'gcj02' },
  file: undefined,
  geocoder: undefined,
};

test('the settings hold no key of the geocoder', async () => {
  const answer = await get('/api/settings/map', withFile);
  expect(await answer.json()).toEqual({ basemap: withFile.basemap, geocoder: true, router: false });
});

describe('the map file', () => {
  test('comes in ranges', async () => {
    const answer = await get('/api/map/basemap.pmtiles', withFile, { range: 'bytes=0-6' });
    expect([answer.status, await answer.text()]).toEqual([206, 'PMTiles']);
    expect(answer.headers.get('content-range')).toBe('bytes 0-6/24');
    expect(answer.headers.get('etag')).toBeTruthy();
  });

  test('is not there while none is configured, or it was taken away', async () => {
    expect((await get('/api/map/basemap.pmtiles', tiles)).status).toBe(404);
    await served?.close();
    rmSync(file);
    const answer = await get('/api/map/basemap.pmtiles', withFile);
    expect(answer.status).toBe(404);
    expect(await answer.json()).toMatchObject({ code: 'not-found' });
  });
});

test('strangers learn nothing', async () => {
  for (const path of ['/api/settings/map', '/api/map/basemap.pmtiles']) {
    const answer = await get(path, withFile, { authorization: 'Bearer nobody' });
    expect(answer.status).toBe(401);
    await served?.close();
  }
});

test('a browser may load tiles from the configured hosts, and nothing else from anywhere', async () => {
  const policy = (await get('/api/settings/map', tiles)).headers.get('content-security-policy') ?? '';
  expect(policy).toContain("img-src 'self' data: blob: https://t0.example.com https://t1.example.com;");
  expect(policy).toContain("connect-src 'self';");
});
