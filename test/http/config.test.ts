// The environment as the server understands it.
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readConfig } from '../../sync-server/config.ts';
import { createLog } from '../../sync-server/log.ts';

const config = (environment: Record<string, string>) => {
  const result = readConfig(environment);
  if (!result.ok) throw new Error(result.error);
  return result.value;
};

test('nothing set: the embedded database with the demo company, for this machine alone', () => {
  expect(config({})).toEqual({
    port: 8080,
    host: '127.0.0.1',
    databaseUrl: undefined,
    dataDir: resolve('.towline'),
    photosDir: resolve('.towline/photos'),
    demo: true,
    trustProxy: false,
    logLevel: 'info',
    secretKey: undefined,
    publicUrl: 'http://127.0.0.1:8080',
    allowLoopback: false,
    map: { basemap: { kind: 'outline' }, file: undefined, geocoder: undefined },
  });
});

test('set to nothing is not set', () => {
  expect(config({ PORT: '', DATABASE_URL: ' ', DEMO: '' })).toEqual(config({}));
});

test('a Postgres gets no demo company unless asked', () => {
  const DATABASE_URL = 'postgres://towline:secret@db:5432/towline';
  expect(config({ DATABASE_URL }).demo).toBe(false);
  expect(config({ DATABASE_URL, DEMO: '1' })).toMatchObject({ demo: true, databaseUrl: DATABASE_URL });
  expect(config({ DEMO: '0' }).demo).toBe(false);
});

test('a key to seal secrets with is long, and repeated nowhere', () => {
  const key = 'k'.repeat(32);
  expect(config({ SECRET_KEY: key }).secretKey).toBe(key);
  const short = readConfig({ SECRET_KEY: 'guessable' });
  expect(short).toMatchObject({ ok: false, error: expect.not.stringContaining('guessable') });
  expect(short).toMatchObject({ ok: false, error: expect.stringContaining('SECRET_KEY') });
});

test('links in messages lead to where people reach the server', () => {
  expect(config({ PUBLIC_URL: 'https://dispatch.example.com/' }).publicUrl).toBe(
    'https://dispatch.example.com',
  );
  for (const PUBLIC_URL of ['dispatch.example.com', 'ftp://x', 'https://x/path'])
    expect(readConfig({ PUBLIC_URL })).toMatchObject({ ok: false });
});

test('webhooks leave this machine alone unless asked to', () => {
  expect(config({ ALLOW_LOOPBACK_WEBHOOKS: '1' }).allowLoopback).toBe(true);
  expect(readConfig({ ALLOW_LOOPBACK_WEBHOOKS: 'yes' })).toMatchObject({ ok: false });
});

test('proxies are trusted by number or by address', () => {
  expect(config({ TRUST_PROXY: '2' }).trustProxy).toBe(2);
  expect(config({ TRUST_PROXY: '0' }).trustProxy).toBe(false);
  expect(config({ TRUST_PROXY: 'loopback, 10.0.0.0/8,fd00::/8' }).trustProxy).toEqual([
    'loopback',
    '10.0.0.0/8',
    'fd00::/8',
  ]);
});

describe('a wrong value is answered with what to set', () => {
  test.each([
    ['PORT', 'http'],
    ['PORT', '70000'],
    ['PORT', '80.5'],
    ['DATABASE_URL', 'mysql://db/towline'],
    ['DEMO', 'yes'],
    ['TRUST_PROXY', 'true'],
    ['TRUST_PROXY', '10.0.0.0/99'],
    ['LOG_LEVEL', 'loud'],
  ])('%s=%s', (name, value) => {
    const result = readConfig({ [name]: value });
    expect(result).toEqual({ ok: false, error: expect.stringMatching(new RegExp(`^Set ${name} to .+\\.$`)) });
  });

  test('without repeating a password', () => {
    const result = readConfig({ DATABASE_URL: 'postgre://towline:secret@db/towline' });
    expect(JSON.stringify(result)).not.toContain('secret');
  });
});

describe('the log', () => {
  function logged(write: (log: ReturnType<typeof createLog>) => void): string {
    let text = '';
    write(createLog('info', { write: (line) => void (text += line) }));
    return text;
  }

  test('keeps what a driver hangs on its errors to itself', () => {
    const err = Object.assign(new Error('duplicate key', { cause: new Error('socket') }), {
      code: '23505',
      params: ['$argon2id$secret'],
      detail: 'Key (username)=(secret) exists',
    });
    const text = logged((log) => log.error({ err }, 'failed'));
    expect(JSON.parse(text)).toMatchObject({
      err: { message: 'duplicate key', code: '23505', cause: { message: 'socket' } },
    });
    expect(text).not.toContain('secret');
  });

  test('removes a token or password that slipped in', () => {
    const text = logged((log) => log.info({ token: 'secret', body: { password: 'secret' } }, 'oops'));
    expect(text).not.toContain('secret');
  });
});
