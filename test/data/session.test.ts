// Who works on a device, and that nobody's work goes out under another's name.
import { describe, expect, test } from 'vitest';
import type { Actor } from '#schemas/staff/permissions.ts';
import { createHttp } from '../../client/data/http.ts';
import { createSession } from '../../client/data/session.ts';
import { dispatcher, driver } from './fixtures.ts';

class MemoryStorage implements Storage {
  private readonly entries = new Map<string, string>();

  get length(): number {
    return this.entries.size;
  }

  key(index: number): string | null {
    return [...this.entries.keys()][index] ?? null;
  }

  getItem(key: string): string | null {
    return this.entries.get(key) ?? null;
  }

  setItem(key: string, value: string): void {
    this.entries.set(key, value);
  }

  removeItem(key: string): void {
    this.entries.delete(key);
  }

  clear(): void {
    this.entries.clear();
  }
}

const credentials = { username: 'lin', password: 'x' };
const json = (status: number, body: unknown) => new Response(JSON.stringify(body), { status });
const signedIn = (actor: Actor) => json(201, { token: 't', expiresAt: '', actor });

function sessionOf(storage: Storage, answer: (method: string) => Response | Promise<Response>) {
  const asked: string[] = [];
  const http = createHttp('', async (_, { method = 'GET' }) => {
    asked.push(method);
    return answer(method);
  });
  return { session: createSession(http, storage), asked };
}

describe('signing in', () => {
  test('is remembered, so that the app opens without a server', async () => {
    const storage = new MemoryStorage();
    await sessionOf(storage, () => signedIn(dispatcher)).session.signIn(credentials);
    const { session } = sessionOf(storage, () => Promise.reject(new TypeError('no network')));
    expect(session.actor).toEqual(dispatcher);
    expect(await session.refresh()).toBe('unknown');
    expect(session.isOf(dispatcher)).toBe(true);
  });

  test('holds back what other tabs send until it is known whose the cookie is', async () => {
    const storage = new MemoryStorage();
    await sessionOf(storage, () => signedIn(dispatcher)).session.signIn(credentials);
    const otherTab = sessionOf(storage, () => json(200, dispatcher)).session;
    const { session } = sessionOf(storage, () => {
      expect(otherTab.isOf(dispatcher)).toBe(false);
      return signedIn(driver);
    });
    await session.signIn(credentials);
    expect(otherTab.isOf(dispatcher)).toBe(false);
    expect(session.isOf(driver)).toBe(true);
  });

  test('that fails says why and leaves everything as it was', async () => {
    const storage = new MemoryStorage();
    await sessionOf(storage, () => signedIn(dispatcher)).session.signIn(credentials);
    const failures = [
      [json(401, { code: 'bad-credentials' }), 'bad-credentials'],
      [json(429, { code: 'too-many-attempts' }), 'too-many-attempts'],
      [json(400, { code: 'company-needed' }), 'company-needed'],
      [json(503, { code: 'database-unavailable' }), 'offline'],
      [new Response('<html>captive portal</html>', { status: 200 }), 'offline'],
    ] as const;
    for (const [answer, error] of failures) {
      const { session } = sessionOf(storage, () => answer);
      expect(await session.signIn(credentials)).toEqual({ ok: false, error });
      expect(session.isOf(dispatcher)).toBe(true);
    }
  });
});

describe('a session', () => {
  test('that is somebody else’s sends nothing of this person', async () => {
    const storage = new MemoryStorage();
    await sessionOf(storage, () => signedIn(dispatcher)).session.signIn(credentials);
    const { session } = sessionOf(storage, () => json(200, driver));
    expect(await session.refresh()).toBe('signed-out');
    expect(session.isOf(dispatcher)).toBe(false);
  });

  test('with other rights is kept for the next start', async () => {
    const storage = new MemoryStorage();
    await sessionOf(storage, () => signedIn(dispatcher)).session.signIn(credentials);
    const promoted = { ...dispatcher, outletIds: ['outlet-east', 'outlet-west'] };
    expect(await sessionOf(storage, () => json(200, promoted)).session.refresh()).toBe('changed');
    expect(sessionOf(storage, () => json(200, promoted)).session.actor).toEqual(promoted);
  });

  test('follows another name of the company at once, without a reload', async () => {
    const storage = new MemoryStorage();
    await sessionOf(storage, () => signedIn({ ...dispatcher, companyName: '道路救援' })).session.signIn(
      credentials,
    );
    const renamed = { ...dispatcher, companyName: '钱江救援' };
    const { session } = sessionOf(storage, () => json(200, renamed));
    expect(session.companyName()).toBe('道路救援');
    expect(await session.refresh()).toBe('same');
    expect(session.companyName()).toBe('钱江救援');
    expect(sessionOf(storage, () => json(200, renamed)).session.companyName()).toBe('钱江救援');
  });

  test('left without a network is ended on the server before the next one begins', async () => {
    const storage = new MemoryStorage();
    await sessionOf(storage, () => signedIn(dispatcher)).session.signIn(credentials);
    await sessionOf(storage, () => Promise.reject(new TypeError('no network'))).session.signOut();
    const next = sessionOf(storage, (method) =>
      method === 'DELETE' ? new Response(null, { status: 204 }) : signedIn(driver),
    );
    expect(next.session.actor).toBeUndefined();
    await next.session.signIn(credentials);
    expect(next.asked).toEqual(['DELETE', 'POST']);
  });
});
