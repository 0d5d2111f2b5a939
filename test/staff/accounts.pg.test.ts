// Setting other people's passwords, changing one's own, and what stays closed until one has.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '#schemas/staff/permissions.ts';
import { hashPassword } from '../../sync-server/staff/passwords.ts';
import { company } from '../setup/company.ts';
import { testDatabases, type OpenTestDatabase } from '../setup/postgres.ts';
import {
  pullAll,
  pullPath,
  startServer,
  testPassword,
  type SignedInClient,
  type TestServer,
} from '../setup/server.ts';

const now = '2026-03-01T08:00:00.000Z';
const good = 'rot wie ein Kran';
const better = 'blau wie ein Haken';

describe.each(testDatabases)('accounts on $name', ({ openMigrated }) => {
  let opened: OpenTestDatabase;
  let server: TestServer;
  let passwordHash: string;

  beforeAll(async () => {
    opened = await openMigrated();
    passwordHash = await hashPassword(testPassword);
    server = await startServer(opened.database, { clock: () => new Date(now) });
  });
  afterAll(async () => {
    await server.stop();
    await opened.drop();
  });
  beforeEach(async () => {
    await opened.database.query('update credentials set password_hash = $1, must_change = false', [
      passwordHash,
    ]);
  });

  const signIn = (username: string, password: string) =>
    fetch(`${server.url}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username, password }),
    });
  const statusOf = async (username: string, password: string) => (await signIn(username, password)).status;
  const isSignedIn = async (client: SignedInClient) => (await client.get('/api/session')).status === 200;
  const set = (client: SignedInClient, username: string, body: object) =>
    client.post(`/api/staff/staff-${username}/password`, body);
  const change = (client: SignedInClient, current: string, next: string) =>
    client.post('/api/session/password', { current, next });
  const accountOf = async (client: SignedInClient, username: string) =>
    client.get(`/api/staff/staff-${username}/account`);

  /** An employee who has just been created on a device, without a password. */
  async function employ(username: string, patch: object = {}): Promise<void> {
    const body = {
      ...{ id: `staff-${username}`, name: username, username, disabled: false, employment: 'employed' },
      ...{ roleIds: ['role-clerk'], outletIds: ['outlet-1'], hours: { from: '08:00', to: '20:00' } },
      ...patch,
    };
    await push({ newDocumentState: body });
  }

  async function rename(username: string, to: string): Promise<void> {
    const { documents } = await pullAll(await server.as('admin'), 'staff');
    const assumedMasterState = documents.find(({ id }) => id === `staff-${username}`);
    await push({ newDocumentState: { ...assumedMasterState, username: to }, assumedMasterState });
  }

  async function push(row: object): Promise<void> {
    const admin = await server.as('admin');
    const { body } = await admin.post<object[]>('/replication/staff/0/push?answer=all', [row]);
    expect(body).toHaveLength(1);
    expect(body[0]).not.toHaveProperty('_refused');
  }

  const permit = (permissions: readonly string[]) =>
    opened.database.query(
      `update documents set body = (body::jsonb || jsonb_build_object('permissions', $1::jsonb))::json
       where company_id = $2 and collection = 'roles' and id = 'role-dispatcher'`,
      [JSON.stringify(permissions), company.id],
    );

  describe('signing somebody out', () => {
    const signOut = (client: SignedInClient, username: string) =>
      client.delete(`/api/staff/staff-${username}/sessions`);

    it('ends his sessions on all devices, and nobody else’s', async () => {
      const [admin, clerk] = [await server.signIn('admin'), await server.signIn('clerk')];
      const driver = await server.signIn('driver1');
      expect(await signOut(admin, 'clerk')).toBe(204);
      expect(await isSignedIn(clerk)).toBe(false);
      expect([await isSignedIn(admin), await isSignedIn(driver)]).toEqual([true, true]);
      expect(await statusOf('clerk', testPassword)).toBe(201);
    });

    it('is for whoever may edit employees', async () => {
      const [clerk, driver] = [await server.signIn('clerk'), await server.signIn('driver1')];
      expect(await signOut(clerk, 'driver1')).toBe(403);
      expect(await isSignedIn(driver)).toBe(true);
    });
  });

  describe('setting a password', () => {
    it('lets somebody in who could not sign in before', async () => {
      const admin = await server.as('admin');
      await employ('wang');
      expect(await accountOf(admin, 'wang')).toEqual({
        status: 200,
        body: { hasPassword: false, mustChange: false },
      });
      expect(await statusOf('wang', '')).toBe(401);
      expect((await set(admin, 'wang', { password: good })).status).toBe(204);
      expect((await accountOf(admin, 'wang')).body).toEqual({ hasPassword: true, mustChange: false });
      expect(await statusOf('wang', good)).toBe(201);
      expect((await accountOf(admin, 'wang')).body).toEqual({
        ...{ hasPassword: true, mustChange: false, lastSignInAt: now },
      });
    });

    it('signs the person out everywhere, and nobody else', async () => {
      const [phone, desk] = [await server.signIn('clerk'), await server.signIn('clerk')];
      const driver = await server.signIn('driver1');
      for (const client of [phone, desk, driver]) expect(await isSignedIn(client)).toBe(true);
      await set(await server.as('admin'), 'clerk', { password: good });
      expect(await isSignedIn(phone)).toBe(false);
      expect(await isSignedIn(desk)).toBe(false);
      expect(await isSignedIn(driver)).toBe(true);
      expect(await statusOf('clerk', testPassword)).toBe(401);
    });

    it('follows the name that is stored, in whichever order', async () => {
      const admin = await server.as('admin');
      await employ('zhao');
      await set(admin, 'zhao', { password: good });
      await rename('zhao', 'zhao2');
      expect(await statusOf('zhao2', good)).toBe(201);
      await set(admin, 'zhao', { password: better });
      expect(await statusOf('zhao2', better)).toBe(201);
    });

    it('refuses a weak one, with each reason', async () => {
      const answer = await set(await server.as('admin'), 'clerk', { password: 'clerk1' });
      expect(answer).toMatchObject({ status: 422, body: { code: 'weak-password' } });
      expect((answer.body as { detail: string }).detail).toMatch(/^too-short: .*; is-username: /);
      expect(await statusOf('clerk', testPassword)).toBe(201);
    });

    it('asks for the right to edit employees, within reach', async () => {
      const password = good;
      expect(await set(await server.signIn('clerk'), 'driver1', { password })).toMatchObject({ status: 403 });
      const admin = await server.as('admin');
      expect(await set(admin, 'nobody', { password })).toMatchObject({ status: 404 });
      expect(await set(admin, 'clerk', { password: 1 })).toMatchObject({ status: 400 });
    });

    it('reaches nobody who may more, nor who works elsewhere too, nor oneself', async () => {
      await permit(['staff.view', 'staff.edit', 'catalog.view', 'outlets.view', 'vehicles.view']);
      await employ('chen', { roleIds: ['role-dispatcher'], outletIds: ['outlet-1'] });
      await employ('both', { roleIds: ['role-dispatcher'], outletIds: ['outlet-1', 'outlet-2'] });
      const dispatcher = await server.as('dispatcher');
      const password = good;
      expect((await set(dispatcher, 'driver1', { password })).status).toBe(204);
      expect((await set(dispatcher, 'chen', { password })).status).toBe(204);
      const beyond = await set(dispatcher, 'clerk', { password });
      expect(beyond).toMatchObject({ status: 403, body: { code: 'forbidden' } });
      expect((beyond.body as { detail: string }).detail).toContain('orders.view');
      expect(await set(dispatcher, 'both', { password })).toMatchObject({ status: 403 });
      expect(await set(dispatcher, 'dispatcher', { password })).toMatchObject({ status: 403 });
      expect(await set(dispatcher, 'admin', { password })).toMatchObject({ status: 403 });
      expect(await set(dispatcher, 'driver3', { password })).toMatchObject({ status: 404 });
      expect(await statusOf('admin', testPassword)).toBe(201);
    });
  });

  describe('a password that has to be changed', () => {
    const mustChange = async (username: string) => {
      await set(await server.as('admin'), username, { password: good, mustChange: true });
      const response = await signIn(username, good);
      expect(response.status).toBe(201);
      const { token, actor } = (await response.json()) as { token: string; actor: Actor };
      expect(actor.mustChangePassword).toBe(true);
      return server.with(token);
    };

    it('closes everything else', async () => {
      const clerk = await mustChange('clerk');
      expect((await clerk.get<Actor>('/api/session')).body).toMatchObject({ mustChangePassword: true });
      const required = { status: 403, body: { code: 'password-change-required' } };
      expect(await clerk.get(pullPath('orders'))).toMatchObject(required);
      expect(await clerk.get('/replication/stream?collections=orders')).toMatchObject(required);
      expect(await clerk.post('/replication/customers/0/push', [])).toMatchObject(required);
      expect(await clerk.post('/api/commands', { commands: [] })).toMatchObject(required);
      expect(await clerk.get('/api/staff/staff-clerk/account')).toMatchObject(required);
      expect(await clerk.delete('/api/session')).toBe(204);
    });

    it('opens everything at once when it was changed', async () => {
      const clerk = await mustChange('clerk');
      expect((await accountOf(await server.as('admin'), 'clerk')).body).toMatchObject({ mustChange: true });
      expect((await change(clerk, good, better)).status).toBe(204);
      expect((await clerk.get<Actor>('/api/session')).body).not.toHaveProperty('mustChangePassword');
      expect((await clerk.get(pullPath('orders'))).status).toBe(200);
    });

    it('is another one than was set', async () => {
      const clerk = await mustChange('clerk');
      const same = await change(clerk, good, good);
      expect(same).toMatchObject({ status: 422, body: { code: 'weak-password' } });
      expect((same.body as { detail: string }).detail).toMatch(/^same-as-before/);
    });
  });

  describe('changing one’s own', () => {
    it('ends the other sessions, and not this one', async () => {
      const [phone, desk] = [await server.signIn('clerk'), await server.signIn('clerk')];
      expect(await isSignedIn(desk)).toBe(true);
      expect((await change(phone, testPassword, good)).status).toBe(204);
      expect(await isSignedIn(phone)).toBe(true);
      expect(await isSignedIn(desk)).toBe(false);
      expect(await statusOf('clerk', testPassword)).toBe(401);
      expect(await statusOf('clerk', good)).toBe(201);
    });

    it('asks for the current one, and for a better one', async () => {
      const clerk = await server.signIn('clerk');
      expect(await change(clerk, 'wrong', good)).toMatchObject({
        ...{ status: 403, body: { code: 'wrong-password' } },
      });
      expect(await change(clerk, testPassword, '12345678')).toMatchObject({ status: 422 });
      expect(await change(clerk, testPassword, '')).toMatchObject({ status: 422 });
      expect(await statusOf('clerk', testPassword)).toBe(201);
    });

    it('is slowed down for who guesses, together with signing in', async () => {
      const finance = await server.signIn('finance');
      for (let i = 0; i < 4; i++) expect((await change(finance, 'wrong', good)).status).toBe(403);
      for (let i = 0; i < 4; i++) expect(await statusOf('finance', 'wrong')).toBe(401);
      expect(await change(finance, testPassword, good)).toMatchObject({
        ...{ status: 429, body: { code: 'too-many-attempts' } },
      });
      expect(await statusOf('finance', testPassword)).toBe(429);
      expect(await isSignedIn(finance)).toBe(true);
    });

    it('is done once when it is sent twice at the same moment', async () => {
      const clerk = await server.signIn('clerk');
      const answers = await Promise.all([
        change(clerk, testPassword, good),
        change(clerk, testPassword, better),
      ]);
      expect(answers.map(({ status }) => status).sort()).toEqual([204, 403]);
    });
  });

  it('an account is seen by who sees employees, and one’s own by oneself', async () => {
    const driver = await server.signIn('driver1');
    expect(await accountOf(driver, 'driver2')).toMatchObject({ status: 403 });
    expect(await accountOf(driver, 'driver1')).toMatchObject({ status: 200 });
    const clerk = await server.signIn('clerk');
    expect(await accountOf(clerk, 'driver1')).toMatchObject({ status: 200 });
    expect(await accountOf(clerk, 'driver3')).toMatchObject({ status: 404 });
  });
});
