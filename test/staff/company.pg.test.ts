// What the company is called: who may change it, what it is refused for, and who reads it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#schemas/staff/permissions.ts';
import { testDatabases, type OpenTestDatabase } from '../setup/postgres.ts';
import { startServer, type TestServer } from '../setup/server.ts';

describe.each(testDatabases)('the name of the company on $name', ({ openMigrated }) => {
  let opened: OpenTestDatabase;
  let server: TestServer;

  beforeAll(async () => {
    opened = await openMigrated();
    server = await startServer(opened.database);
  });
  afterAll(async () => {
    await server.stop();
    await opened.drop();
  });

  const nameFor = async (username: string) => {
    const client = await server.signIn(username);
    return (await client.get<Actor>('/api/session')).body.companyName;
  };

  it('is changed by whoever settles roles, without what stands around it, and read by everybody', async () => {
    const admin = await server.signIn('admin');
    await admin.get('/api/session');
    expect(await admin.put('/api/company', { name: '  钱江道路救援 ' })).toEqual({
      status: 200,
      body: { name: '钱江道路救援' },
    });
    expect(await nameFor('driver1')).toBe('钱江道路救援');
    expect((await admin.get<Actor>('/api/session')).body.companyName).toBe('钱江道路救援');
  });

  it('stays what it was when somebody else tries, or when it is none', async () => {
    const admin = await server.signIn('admin');
    await admin.put('/api/company', { name: 'Acme 救援' });
    const dispatcher = await server.signIn('dispatcher');
    expect(await dispatcher.put('/api/company', { name: '别的' })).toMatchObject({ status: 403 });
    const names = [' ', 'x'.repeat(61), 7, 'a\u0000b', 'a\nb', '\u200b', 'a\u202eb'];
    const nested = { name: 'Acme', more: JSON.parse('['.repeat(60) + ']'.repeat(60)) as unknown };
    for (const body of [{}, [], nested, ...names.map((name) => ({ name }))]) {
      expect(await admin.put('/api/company', body)).toMatchObject({
        status: 400,
        body: { code: 'invalid-request' },
      });
    }
    expect(await nameFor('dispatcher')).toBe('Acme 救援');
  });
});
