// Requests to addresses that somebody else has entered reach the public network only, and follow nobody.
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import {
  createSendRequest,
  ForbiddenAddress,
  mayReach,
  objectionTo,
} from '../../sync-server/outbox/safe-request.ts';

const strict = { allowLoopback: false };
const local = { allowLoopback: true };
const closings: (() => void)[] = [];
afterEach(() => closings.splice(0).forEach((close) => close()));

async function receiver(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closings.push(() => {
    server.close();
    server.closeAllConnections();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const post = (url: string, options = local, signal = new AbortController().signal) =>
  createSendRequest(options)({ url, method: 'POST', headers: { 'x-test': '1' }, body: '救援' }, signal);

describe('an address', () => {
  test.each([
    '10.1.2.3',
    '127.0.0.1',
    '169.254.169.254',
    '172.31.0.1',
    '192.168.1.1',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '::1',
    '::',
    '::ffff:10.0.0.1',
    'fe80::1',
    'fd00::1',
    '2002:a00:1::1',
    '64:ff9b::a00:1',
  ])('%s of our own network is not reached', (address) => {
    expect(mayReach(address, false)).toBe(false);
  });

  test.each(['8.8.8.8', '114.114.114.114', '2400:3200::1', '172.32.0.1'])('%s is public', (address) => {
    expect(mayReach(address, false)).toBe(true);
  });

  test.each([
    'http://example.com/hook',
    'ftp://example.com',
    'https://10.0.0.1/',
    'https://[::1]/',
    'https://user:password@example.com/',
    'http://localhost:8080/',
    'https://0x7f000001/',
    'https://2130706433/',
  ])('%s is refused as it is entered', (url) => {
    expect(objectionTo(new URL(url), strict)).toBeTypeOf('string');
  });

  test('of this machine may be reached when that was configured, also by plain http', () => {
    expect(objectionTo(new URL('http://127.0.0.1:1/x'), local)).toBeUndefined();
    expect(objectionTo(new URL('http://example.com/x'), local)).toBeTypeOf('string');
    expect(objectionTo(new URL('https://192.168.0.1/x'), local)).toBeTypeOf('string');
  });
});

describe('a request', () => {
  test('is not made to a name that leads to this machine', async () => {
    await expect(post('https://localhost:9/', strict)).rejects.toBeInstanceOf(ForbiddenAddress);
  });

  test('brings status and body back', async () => {
    const url = await receiver((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        response.statusCode = 202;
        response.end(`${request.method} ${request.headers['x-test']} ${Buffer.concat(chunks).toString()}`);
      });
    });
    expect(await post(url)).toEqual({ status: 202, body: 'POST 1 救援' });
  });

  test('follows no redirect', async () => {
    const asked: (string | undefined)[] = [];
    const url = await receiver((request, response) => {
      asked.push(request.url);
      response.writeHead(302, { location: '/elsewhere' }).end();
    });
    expect((await post(`${url}/hook`)).status).toBe(302);
    expect(asked).toEqual(['/hook']);
  });

  test('reads no endless answer', async () => {
    const url = await receiver((_request, response) => {
      const more = () => {
        while (response.write('x'.repeat(10_000)) && !response.destroyed);
        if (!response.destroyed) response.once('drain', more);
      };
      more();
    });
    await expect(post(url)).rejects.toThrow('too long');
  });

  test('is broken off when its time is over', async () => {
    const abort = new AbortController();
    const url = await receiver(() => abort.abort());
    await expect(post(url, local, abort.signal)).rejects.toThrow();
  });
});
