// By what a request proves who sends it.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { signInRequired } from '../../sync-server/http/authenticate.ts';
import { appWith, goodToken, oneSession, serve, somebody, type Served } from './serve.ts';

const signedIn = signInRequired(oneSession);
let served: Served;

beforeAll(async () => {
  served = await serve(
    appWith({
      config: { trustProxy: 1 },
      mount: (app) =>
        app.all(
          '/api/whoami',
          signedIn((actor, _request, response) => void response.json(actor)),
        ),
    }),
  );
});
afterAll(() => served.close());

const cookie = `other=1; towline=${goodToken}`;

async function whoami(headers: Record<string, string>, method = 'GET') {
  const response = await fetch(`${served.url}/api/whoami`, { method, headers });
  return { status: response.status, body: (await response.json()) as unknown };
}

test('a bearer token is enough for every method', async () => {
  for (const method of ['GET', 'POST', 'DELETE'])
    expect(await whoami({ authorization: `Bearer ${goodToken}` }, method)).toEqual({
      status: 200,
      body: somebody,
    });
});

test('the cookie is enough to read', async () => {
  expect(await whoami({ cookie })).toEqual({ status: 200, body: somebody });
});

test('the cookie alone is not enough to change something', async () => {
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'])
    expect(await whoami({ cookie }, method)).toMatchObject({
      status: 403,
      body: { code: 'missing-csrf-header' },
    });
});

test('the cookie and our own header are', async () => {
  expect(await whoami({ cookie, 'x-towline': '1' }, 'POST')).toMatchObject({ status: 200 });
});

test.each([
  ['nothing', {}],
  ['an unknown token', { authorization: `Bearer acme.${'b'.repeat(43)}` }],
  ['another scheme', { authorization: 'Basic YTpi' }],
  ['an empty cookie', { cookie: 'towline=' }],
  ['a bad header next to a good cookie', { authorization: 'Bearer x', cookie }],
])('%s is not signed in', async (_, headers) => {
  expect(await whoami(headers)).toMatchObject({ status: 401, body: { code: 'not-signed-in' } });
});

test('the cookie is renewed by asking who is signed in, and closed to scripts and other sites', async () => {
  const response = await fetch(`${served.url}/api/session`, { headers: { cookie } });
  const set = response.headers.get('set-cookie') ?? '';
  expect(set).toContain(`towline=${goodToken};`);
  expect(set).toMatch(/Max-Age=10368000;.*Path=\/;.*HttpOnly;.*SameSite=Lax/);
  expect(set).not.toContain('Secure');
});

test('the cookie stays within https where the request came by it', async () => {
  const response = await fetch(`${served.url}/api/session`, {
    headers: { cookie, 'x-forwarded-proto': 'https' },
  });
  expect(response.headers.get('set-cookie')).toContain('Secure');
});

test('a bearer token is not turned into a cookie', async () => {
  const response = await fetch(`${served.url}/api/session`, {
    headers: { authorization: `Bearer ${goodToken}` },
  });
  expect(response.headers.get('set-cookie')).toBeNull();
});

test('signing out takes the cookie away', async () => {
  const response = await fetch(`${served.url}/api/session`, {
    method: 'DELETE',
    headers: { cookie, 'x-towline': '1' },
  });
  expect(response.status).toBe(204);
  expect(response.headers.get('set-cookie')).toMatch(/^towline=;.*Expires=Thu, 01 Jan 1970/);
});
