// What comes of an answer that is not ok, and what goes out with a body.
import { expect, test } from 'vitest';
import { createHttp } from '../../client/data/http.ts';
import { refusalOf } from '../../client/staff/private-api.ts';

const answering = (status: number, body: unknown) =>
  createHttp('', () => Promise.resolve(new Response(JSON.stringify(body), { status })));

const stored = { version: 3, details: { bank: '工商银行' } };

test('a refusal tells what stands there instead', async () => {
  const http = answering(409, { code: 'stale-version', current: stored, title: 'Changed' });
  const answer = await http.putJson('/api/staff/1/private', { version: 2, details: {} });
  expect(answer).toEqual({
    ok: false,
    error: { kind: 'refused', status: 409, code: 'stale-version', current: stored },
  });
  expect(!answer.ok && refusalOf(answer.error)).toEqual({ code: 'stale-version', current: stored });
});

test('what cannot be read of it is not taken over', () => {
  const stale = { kind: 'refused', status: 409, code: 'stale-version' } as const;
  expect(refusalOf({ ...stale, current: { version: 'x' } })).toEqual({ code: 'stale-version' });
  expect(refusalOf(stale)).toEqual({ code: 'stale-version' });
  expect(refusalOf({ kind: 'unreachable' })).toEqual({ code: 'offline' });
});

test('a body is put as JSON, with what our server asks of a browser', async () => {
  const sent: RequestInit[] = [];
  const http = createHttp('', (_, init) => {
    sent.push(init);
    return Promise.resolve(new Response('{"version":1}'));
  });
  expect(await http.putJson('/x', { a: 1 })).toEqual({ ok: true, value: { version: 1 } });
  expect(sent).toMatchObject([
    { method: 'PUT', body: '{"a":1}', headers: { 'content-type': 'application/json', 'X-Towline': '1' } },
  ]);
});
