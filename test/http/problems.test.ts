// What a request that fails is told, and what it is not told.
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, test } from 'vitest';
import type { Express } from 'express';
import { DatabaseUnavailable } from '../../sync-server/database/database.ts';
import { Problem } from '../../sync-server/http/problem.ts';
import { signInRequired } from '../../sync-server/http/authenticate.ts';
import { limits } from '#schemas/sync/protocol.ts';
import { appWith, goodToken, logInMemory, oneSession, serve, type Served } from './serve.ts';

let served: Served | undefined;
afterEach(() => served?.close());

const signedIn = signInRequired(oneSession);
const bearer = { authorization: `Bearer ${goodToken}` };

async function ask(mount: (app: Express) => void, path: string, init: RequestInit = {}) {
  const memory = logInMemory();
  await served?.close();
  served = await serve(appWith({ mount, log: memory.log }));
  const response = await fetch(served.url + path, init);
  const body: unknown = await response.json();
  return { response, body, log: memory };
}

const nothing = () => undefined;
const postJson = (body: string) => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body,
});

describe('a problem', () => {
  test('names its code, its status, what to do next and the request', async () => {
    const { response, body } = await ask(nothing, '/api/session');
    expect(response.status).toBe(401);
    expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(response.headers.get('www-authenticate')).toBe('Bearer');
    expect(body).toEqual({
      type: '/api/openapi.json#/x-problem-codes/not-signed-in',
      title: 'Not signed in',
      status: 401,
      code: 'not-signed-in',
      detail: 'Sign in again. What you entered on this device is kept.',
      requestId: response.headers.get('x-request-id'),
    });
  });

  test('of a path that is not there is a 404, also below /replication', async () => {
    for (const path of ['/api/nothing', '/replication/nothing', '/nothing.js']) {
      const { response, body } = await ask(nothing, path);
      expect(response.status).toBe(404);
      expect(body).toMatchObject({ code: 'not-found', status: 404 });
      await served?.close();
    }
  });

  test('does not tell what is missing from what is not yours', async () => {
    const mount = (app: Express) =>
      app.get(
        '/api/things/:id',
        signedIn(() => {
          throw new Problem('not-found');
        }),
      );
    const foreign = await ask(mount, '/api/things/of-others', { headers: bearer });
    await served?.close();
    const missing = await ask(nothing, '/api/things/of-others', { headers: bearer });
    expect({ ...(foreign.body as object), requestId: '' }).toEqual({
      ...(missing.body as object),
      requestId: '',
    });
  });

  test('of a missing permission is a 403', async () => {
    const mount = (app: Express) =>
      app.get(
        '/api/secret',
        signedIn(() => {
          throw new Problem('forbidden', 'You need staff.edit.');
        }),
      );
    const { body } = await ask(mount, '/api/secret', { headers: bearer });
    expect(body).toMatchObject({ status: 403, code: 'forbidden', detail: 'You need staff.edit.' });
  });
});

describe('a body', () => {
  test('that is not JSON is refused, saying where', async () => {
    const { body } = await ask(nothing, '/api/session', postJson('{"username": clerk}'));
    expect(body).toMatchObject({ status: 400, code: 'invalid-request' });
    expect(body).toHaveProperty('detail', expect.stringContaining('"username": clerk'));
  });

  test('that lacks a field is refused, naming it', async () => {
    const { body } = await ask(nothing, '/api/session', postJson('{"username": "clerk"}'));
    expect(body).toMatchObject({ status: 400, code: 'invalid-request' });
    expect(body).toHaveProperty('detail', expect.stringContaining('password'));
  });

  test('of another type is refused, naming the header', async () => {
    const { body } = await ask(nothing, '/api/session', { method: 'POST', body: 'username=clerk' });
    expect(body).toMatchObject({ status: 400, code: 'invalid-request' });
    expect(body).toHaveProperty('detail', expect.stringContaining('Content-Type'));
  });

  test('with characters that no name has is refused', async () => {
    const { body } = await ask(
      nothing,
      '/api/session',
      postJson('{"username": "a\\u0000", "password": "x"}'),
    );
    expect(body).toMatchObject({ status: 400, code: 'invalid-request' });
  });

  test('that is too large is refused', async () => {
    const { body } = await ask(nothing, '/api/session', postJson(`"${'x'.repeat(limits.bodyBytes)}"`));
    expect(body).toMatchObject({ status: 413, code: 'too-large' });
  });

  test('is not unpacked: a few bytes could become very many', async () => {
    const packed = gzipSync(`{"username": "clerk", "password": "${' '.repeat(100)}"}`);
    const { body } = await ask(nothing, '/api/session', {
      ...{ method: 'POST', body: packed },
      headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' },
    });
    expect(body).toMatchObject({ status: 400, code: 'invalid-request' });
  });

  const echo = (app: Express) => app.post('/api/echo', ({ body }, response) => response.json({ body }));
  const echoed = async (text: string, headers = {}) => {
    const init = postJson(text);
    const { body } = await ask(echo, '/api/echo', { ...init, headers: { ...init.headers, ...headers } });
    return body;
  };

  test('is read only of somebody who is signed in', async () => {
    expect(await echoed('{"a": 1}')).toEqual({});
    expect(await echoed('{"a": 1}', bearer)).toEqual({ body: { a: 1 } });
  });

  test('in an unknown encoding is refused', async () => {
    const init = postJson('{}');
    const { body } = await ask(nothing, '/api/session', {
      ...init,
      headers: { ...init.headers, 'content-encoding': 'rot13' },
    });
    expect(body).toMatchObject({ status: 400, code: 'invalid-request' });
  });
});

describe('a failure of the server', () => {
  const failing = (error: Error) => (app: Express) =>
    app.get('/api/fails', () => {
      throw error;
    });

  test('is logged, and answered without saying what it was', async () => {
    const { response, body, log } = await ask(failing(new Error('the secret reason')), '/api/fails');
    expect(body).toMatchObject({ status: 500, code: 'internal' });
    expect(JSON.stringify(body)).not.toContain('secret reason');
    const line = log.lines.find(({ msg }) => msg === 'request failed');
    expect(line).toMatchObject({
      requestId: response.headers.get('x-request-id'),
      err: { message: 'the secret reason' },
    });
  });

  test('to reach the database asks to come back', async () => {
    const { response, body } = await ask(failing(new DatabaseUnavailable('no route')), '/api/fails');
    expect(body).toMatchObject({ status: 503, code: 'database-unavailable' });
    expect(response.headers.get('retry-after')).toBe('5');
    expect(JSON.stringify(body)).not.toContain('no route');
  });

  test('of an asynchronous handler is answered as well', async () => {
    const mount = (app: Express) => app.get('/api/fails', () => Promise.reject(new Error('later')));
    const { body } = await ask(mount, '/api/fails');
    expect(body).toMatchObject({ status: 500 });
  });
});

test('a request is logged in one line, without its query, body or token', async () => {
  const mount = (app: Express) =>
    app.post(
      '/api/things/:id',
      signedIn((actor, _request, response) => void response.json(actor)),
    );
  const init = postJson('{"note": "private words"}');
  const { log } = await ask(mount, '/api/things/1?secret=query', {
    ...init,
    headers: { ...init.headers, ...bearer },
  });
  await expect.poll(() => log.lines.length).toBe(1);
  expect(log.lines[0]).toMatchObject({ method: 'POST', path: '/api/things/1', status: 200 });
  expect(log.text()).not.toMatch(/private words|secret=query|aaaaaaaa/);
});
