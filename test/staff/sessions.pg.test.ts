// Signing in over HTTP, staying signed in, and being cut off.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { everybodys, type Actor } from '#schemas/staff/permissions.ts';
import { foundCompany } from '../../sync-server/company/found.ts';
import {
  createSessions,
  handInDays,
  rememberedFor,
  sessionDays,
  type Sessions,
} from '../../sync-server/staff/sessions.ts';
import { hashPassword } from '../../sync-server/staff/passwords.ts';
import { renameCredential, storeCredential } from '../../sync-server/staff/credentials.ts';
import { appWith, logInMemory, serve, type Served } from '../http/serve.ts';
import { company, companyDocuments } from '../setup/company.ts';
import { testDatabases, type OpenTestDatabase } from '../setup/postgres.ts';

const password = '正確 horse';
const second = 1000;
const day = 24 * 60 * 60 * second;

describe.each(testDatabases)('sessions on $name', ({ openMigrated }) => {
  let opened: OpenTestDatabase;
  let passwordHash: string;
  let now: number;
  let sessions: Sessions;
  let served: Served;
  let memory: ReturnType<typeof logInMemory>;

  const clock = () => new Date(now);
  const pass = (ms: number) => void (now += ms);
  const login = (username: string) => ({ staffId: `staff-${username}`, username, passwordHash });

  beforeAll(async () => {
    opened = await openMigrated();
    passwordHash = await hashPassword(password);
  });
  afterAll(() => opened.drop());

  beforeEach(async () => {
    now = Date.parse('2026-03-01T08:00:00Z');
    await opened.database.script('truncate companies, documents, visibility, credentials, sessions cascade');
    await found(company.id, ['clerk', 'dispatcher']);
    memory = logInMemory();
    sessions = createSessions({ database: opened.database, clock });
    served = await serve(appWith({ database: opened.database, sessions, log: memory.log }));
  });
  afterEach(() => served.close());

  async function found(id: string, usernames: string[]) {
    await opened.database.transaction((tx) =>
      foundCompany(tx, { ...company, id }, companyDocuments, usernames.map(login), clock()),
    );
  }

  async function signIn(body: object) {
    const response = await fetch(`${served.url}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const answer = (await response.json()) as { token: string; expiresAt: string; actor: Actor };
    return { response, answer };
  }

  const tokenOf = async (username: string) => (await signIn({ username, password })).answer.token;

  async function whoAmI(token: string) {
    const response = await fetch(`${served.url}/api/session`, {
      headers: { authorization: `Bearer ${token}` },
    });
    return response.status === 200 ? ((await response.json()) as Actor) : response.status;
  }

  async function change(collection: string, id: string, patch: object) {
    const rows = await opened.database.query<{ body: object }>(
      'select body from documents where collection = $1 and id = $2',
      [collection, id],
    );
    await opened.database.query('update documents set body = $3 where collection = $1 and id = $2', [
      collection,
      id,
      JSON.stringify({ ...rows[0]?.body, ...patch }),
    ]);
  }

  describe('signing in', () => {
    test('gives a token, its end and the actor, and sets the cookie', async () => {
      const { response, answer } = await signIn({ username: 'clerk', password });
      expect(response.status).toBe(201);
      expect(answer.expiresAt).toBe('2026-03-31T08:00:00.000Z');
      expect(answer.actor).toMatchObject({ id: 'staff-clerk', companyId: 'acme', outletIds: ['outlet-1'] });
      expect(answer.actor.permissions).toContain('orders.create');
      expect(response.headers.get('set-cookie')).toContain(`towline=${answer.token};`);
      expect(response.headers.get('cache-control')).toBe('no-store');
      expect(await whoAmI(answer.token)).toEqual(answer.actor);
    });

    test('does not mind capitals and spaces around the name', async () => {
      const { response } = await signIn({ username: ' Clerk ', password, company: ' acme ' });
      expect(response.status).toBe(201);
    });

    test('answers alike for a wrong password, an unknown name, an unknown company and who has left', async () => {
      await change('staff', 'staff-dispatcher', { employment: 'left' });
      const answers = [
        await signIn({ username: 'clerk', password: 'wrong' }),
        await signIn({ username: 'nobody', password }),
        await signIn({ username: 'clerk', password, company: 'elsewhere' }),
        await signIn({ username: 'dispatcher', password }),
      ];
      for (const { response, answer } of answers) {
        expect(response.status).toBe(401);
        expect({ ...answer, requestId: '' }).toEqual({ ...answers[0]?.answer, requestId: '' });
        expect(answer).toMatchObject({ code: 'bad-credentials' });
        expect(response.headers.get('set-cookie')).toBeNull();
      }
    });

    test('is refused to who is disabled, and allowed to who is on leave', async () => {
      await change('staff', 'staff-clerk', { disabled: true });
      expect((await signIn({ username: 'clerk', password })).response.status).toBe(401);
      await change('staff', 'staff-dispatcher', { employment: 'on-leave' });
      expect((await signIn({ username: 'dispatcher', password })).response.status).toBe(201);
    });

    test('takes SQL and patterns in a name for text', async () => {
      for (const username of ["clerk' or '1'='1", "'; drop table sessions; --", '%', 'cl_rk', '\\'])
        expect((await signIn({ username, password })).response.status).toBe(401);
      expect((await signIn({ username: 'clerk', password, company: "acme' --" })).response.status).toBe(401);
      expect((await signIn({ username: 'clerk', password })).response.status).toBe(201);
    });

    test('is throttled after eight failures, for the right password too', async () => {
      for (let i = 0; i < 8; i++) await signIn({ username: 'clerk', password: 'wrong' });
      const { response, answer } = await signIn({ username: 'CLERK', password });
      expect(response.status).toBe(429);
      expect(answer).toMatchObject({ code: 'too-many-attempts' });
      expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(800);
      expect((await signIn({ username: 'dispatcher', password })).response.status).toBe(201);
    });
  });

  describe('the company', () => {
    beforeEach(() => found('other', ['clerk', 'driver3']));

    test('is not asked for where the name says it', async () => {
      const { answer } = await signIn({ username: 'driver3', password });
      expect(answer.actor.companyId).toBe('other');
      expect(answer.token).toMatch(/^other\./);
    });

    test('is asked for where several have the name', async () => {
      const { response, answer } = await signIn({ username: 'clerk', password });
      expect(response.status).toBe(400);
      expect(answer).toMatchObject({ code: 'company-needed' });
    });

    test('decides when it is given', async () => {
      const { answer } = await signIn({ username: 'clerk', password, company: 'other' });
      expect(answer.actor.companyId).toBe('other');
    });

    test('of a token cannot be exchanged', async () => {
      const token = await tokenOf('driver3');
      expect(await whoAmI(token.replace('other.', 'acme.'))).toBe(401);
    });
  });

  describe('a session', () => {
    test('is stored without its token, which the log does not know either', async () => {
      const token = await tokenOf('clerk');
      const [, secret = ''] = token.split('.');
      const rows = await opened.database.query('select * from sessions');
      expect(rows).toHaveLength(1);
      expect(JSON.stringify(rows)).not.toContain(secret);
      expect(rows[0]).toMatchObject({ token_hash: expect.stringMatching(/^[0-9a-f]{64}$/) });
      await whoAmI(token);
      expect(memory.text()).not.toContain(secret);
      expect(memory.text()).not.toContain('horse');
    });

    test('ends after thirty days without use', async () => {
      const token = await tokenOf('clerk');
      pass(30 * day);
      expect(await whoAmI(token)).toBe(401);
    });

    test('goes on while it is used', async () => {
      const token = await tokenOf('clerk');
      for (let i = 0; i < 4; i++) {
        pass(20 * day);
        expect(await whoAmI(token)).toMatchObject({ id: 'staff-clerk' });
      }
    });

    test('is prolonged at most once a day', async () => {
      const token = await tokenOf('clerk');
      const expiry = async () => (await opened.database.query('select expires_at from sessions'))[0];
      const before = await expiry();
      pass(day - second);
      await whoAmI(token);
      expect(await expiry()).toEqual(before);
      pass(20 * second);
      await whoAmI(token);
      expect(await expiry()).toEqual({ expires_at: new Date(now + 30 * day) });
    });

    test('is purged when nothing can be handed in with it any more, and not before', async () => {
      await tokenOf('clerk');
      pass(20 * day);
      await tokenOf('dispatcher');
      pass((sessionDays + handInDays - 20) * day);
      expect(await sessions.purgeExpired()).toBe(1);
      const left = await opened.database.query('select staff_id from sessions');
      expect(left).toEqual([{ staff_id: 'staff-dispatcher' }]);
    });

    test('is not a session whatever else is sent as a token', async () => {
      for (const token of ['x', 'acme.', `acme.${'a'.repeat(43)}`, `'--.${'a'.repeat(43)}`, 'a'.repeat(5000)])
        expect(await whoAmI(token)).toBe(401);
    });
  });

  describe('being cut off', () => {
    test('signing out ends this session and no other', async () => {
      const [phone, desk] = [await tokenOf('clerk'), await tokenOf('clerk')];
      const headers = { authorization: `Bearer ${phone}` };
      const response = await fetch(`${served.url}/api/session`, { method: 'DELETE', headers });
      expect(response.status).toBe(204);
      expect(await whoAmI(phone)).toBe(401);
      expect(await whoAmI(desk)).toMatchObject({ id: 'staff-clerk' });
    });

    test('signing out on one server is known to the others within a minute', async () => {
      const token = await tokenOf('clerk');
      const another = createSessions({ database: opened.database, clock });
      expect(await another.authenticate(token)).toBeDefined();
      await sessions.signOut(token);
      pass(rememberedFor);
      expect(rememberedFor).toBeLessThan(60 * second);
      expect(await another.authenticate(token)).toBeUndefined();
    });

    test('somebody can be signed out everywhere', async () => {
      const tokens = [await tokenOf('clerk'), await tokenOf('clerk')];
      for (const token of tokens) await whoAmI(token);
      const other = await tokenOf('dispatcher');
      await sessions.signOutEverywhere('acme', 'staff-clerk');
      for (const token of tokens) expect(await whoAmI(token)).toBe(401);
      expect(await whoAmI(other)).toMatchObject({ id: 'staff-dispatcher' });
    });

    test.each([{ disabled: true }, { employment: 'left' }])('reaches who becomes %o', async (patch) => {
      const token = await tokenOf('clerk');
      expect(await whoAmI(token)).toMatchObject({ id: 'staff-clerk' });
      await change('staff', 'staff-clerk', patch);
      pass(rememberedFor);
      expect(await whoAmI(token)).toBe(401);
    });

    test('a new password ends the sessions begun with the former one', async () => {
      const token = await tokenOf('clerk');
      await whoAmI(token);
      await sessions.setPassword({ companyId: 'acme', staffId: 'staff-clerk', password: 'another one' });
      expect(await whoAmI(token)).toBe(401);
      expect((await signIn({ username: 'clerk', password })).response.status).toBe(401);
      expect((await signIn({ username: 'clerk', password: 'another one' })).response.status).toBe(201);
    });
  });

  describe('permissions', () => {
    const permissionsOf = async (token: string) => {
      const actor = await whoAmI(token);
      return typeof actor === 'number' ? [] : actor.permissions;
    };

    test('follow the role while signed in', async () => {
      const token = await tokenOf('clerk');
      expect(await permissionsOf(token)).toContain('orders.create');
      await change('roles', 'role-clerk', { permissions: ['orders.view'] });
      pass(rememberedFor);
      expect(await permissionsOf(token)).toEqual(['orders.view', ...everybodys]);
      expect(await permissionsOf(token)).not.toContain('orders.create');
    });

    test('are none when the role is disabled or taken away', async () => {
      const token = await tokenOf('clerk');
      await change('roles', 'role-clerk', { disabled: true });
      expect(await permissionsOf(token)).toEqual([]);
      await change('staff', 'staff-clerk', { roleIds: [] });
      pass(rememberedFor);
      expect(await permissionsOf(token)).toEqual([]);
    });
  });

  describe('names and passwords', () => {
    test('a name belongs to one person of a company', async () => {
      const mine = { companyId: 'acme', staffId: 'staff-driver1', passwordHash };
      await expect(storeCredential(opened.database, mine, 'clerk')).rejects.toThrow();
      expect((await signIn({ username: 'clerk', password })).response.status).toBe(201);
    });

    test('who is renamed signs in with the new name', async () => {
      await renameCredential(opened.database, 'acme', 'staff-clerk', 'Clerk.Wang');
      expect((await signIn({ username: 'clerk', password })).response.status).toBe(401);
      expect((await signIn({ username: 'clerk.wang', password })).response.status).toBe(201);
    });
  });
});
