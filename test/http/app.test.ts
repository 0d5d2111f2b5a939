// What the application says about itself, and how it serves the client.
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import express from 'express';
import { DatabaseUnavailable } from '../../sync-server/database/database.ts';
import { healthRoute } from '../../sync-server/http/health.ts';
import { appWith, databaseThat, serve, type Served } from './serve.ts';

let served: Served | undefined;
afterEach(async () => {
  await served?.close();
  served = undefined;
});

async function get(app: express.Express, path: string, headers: Record<string, string> = {}) {
  served ??= await serve(app);
  return fetch(served.url + path, { headers });
}

describe('health', () => {
  test('is ok while the database answers', async () => {
    const response = await get(appWith(), '/health');
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ status: 'ok', version: '1.2.3', database: 'postgres' });
  });

  test('is a 503 while the database is away', async () => {
    const database = databaseThat(() => Promise.reject(new DatabaseUnavailable('away')));
    const response = await get(appWith({ database }), '/health');
    expect(response.status).toBe(503);
    expect(await response.json()).toEqual({
      status: 'unavailable',
      version: '1.2.3',
      database: 'postgres',
    });
  });

  test('does not wait for a database that hangs, and recovers with it', async () => {
    let answering = false;
    const database = databaseThat(() => (answering ? Promise.resolve([]) : new Promise(() => undefined)));
    const app = express().get('/health', healthRoute(database, '1.2.3', 20));
    expect((await get(app, '/health')).status).toBe(503);
    answering = true;
    expect((await get(app, '/health')).status).toBe(200);
  });
});

describe('security headers', () => {
  test('allow our own origin and nothing else', async () => {
    const { headers } = await get(appWith(), '/health');
    expect(headers.get('content-security-policy')).toBe(
      "default-src 'self';script-src 'self';style-src 'self';img-src 'self' data: blob:;connect-src 'self';" +
        "worker-src 'self';manifest-src 'self';object-src 'none';base-uri 'none';form-action 'self';" +
        "frame-ancestors 'none'",
    );
    expect(headers.get('permissions-policy')).toContain('geolocation=(self), camera=(self)');
    expect(headers.get('referrer-policy')).toBe('same-origin');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-powered-by')).toBeNull();
  });

  test('insist on https only where the request came by it', async () => {
    const app = appWith({ config: { trustProxy: 1 } });
    const plain = await get(app, '/health');
    expect(plain.headers.get('strict-transport-security')).toBeNull();
    const secure = await get(app, '/health', { 'x-forwarded-proto': 'https' });
    expect(secure.headers.get('strict-transport-security')).toBe('max-age=31536000');
  });

  test('take no stranger at his word about https', async () => {
    const response = await get(appWith(), '/health', { 'x-forwarded-proto': 'https' });
    expect(response.headers.get('strict-transport-security')).toBeNull();
  });
});

describe('the client', () => {
  let clientDir: string;
  const html = { accept: 'text/html,*/*' };

  beforeAll(async () => {
    clientDir = await mkdtemp(join(tmpdir(), 'assets-'));
    await mkdir(join(clientDir, 'assets'));
    await writeFile(join(clientDir, 'index.html'), '<!doctype html><title>Towline</title>');
    await writeFile(join(clientDir, 'service-worker.js'), '// worker');
    await writeFile(join(clientDir, 'assets', 'main-abc123.js'), `// ${'long '.repeat(1000)}`);
  });
  afterAll(() => rm(clientDir, { recursive: true }));

  test('keeps hashed assets for a year, and asks again for everything else', async () => {
    const app = appWith({ clientDir });
    const asset = await get(app, '/assets/main-abc123.js');
    expect(asset.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    for (const path of ['/', '/index.html', '/service-worker.js'])
      expect((await get(app, path)).headers.get('cache-control')).toBe('no-cache');
  });

  test('gets its page for every address of its own', async () => {
    const response = await get(appWith({ clientDir }), '/orders/01J?tab=photos', html);
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-cache');
    expect(await response.text()).toContain('<title>Towline</title>');
  });

  test('does not get a page in place of what is missing', async () => {
    const app = appWith({ clientDir });
    for (const path of ['/api/nothing', '/replication/nothing', '/assets/gone.js'])
      expect((await get(app, path, html)).status).toBe(404);
    expect((await get(app, '/logo.png', { accept: 'image/*,*/*' })).status).toBe(404);
  });

  test('is a 404 while it is not built', async () => {
    const response = await get(appWith({ clientDir: join(clientDir, 'not-there') }), '/', html);
    expect(response.status).toBe(404);
  });

  test('cannot reach files outside its folder', async () => {
    const response = await get(appWith({ clientDir }), '/%2e%2e/%2e%2e/etc/passwd');
    expect(response.status).toBe(404);
  });

  test('is sent compressed', async () => {
    const response = await get(appWith({ clientDir }), '/assets/main-abc123.js', {
      'accept-encoding': 'br',
    });
    expect(response.headers.get('content-encoding')).toBe('br');
  });
});

describe('compression', () => {
  const long = JSON.stringify({ text: 'long '.repeat(1000) });
  const app = (type: string) =>
    appWith({
      mount: (mounted) =>
        mounted.get('/api/long', (_request, response) => {
          response.writeHead(200, { 'content-type': type });
          response.end(long);
        }),
    });

  test('is used for JSON', async () => {
    const response = await get(app('application/json'), '/api/long');
    expect(response.headers.get('content-encoding')).toMatch(/gzip|br/);
  });

  test('is never used for an event stream', async () => {
    const response = await get(app('text/event-stream; charset=utf-8'), '/api/long');
    expect(response.headers.get('content-encoding')).toBeNull();
  });
});

test('an answer of the API is not kept by anyone', async () => {
  const mount = (app: express.Express) =>
    app.get('/api/now', (_request, response) => void response.json({ now: true }));
  const response = await get(appWith({ mount }), '/api/now');
  expect(response.headers.get('cache-control')).toBe('no-store');
});
