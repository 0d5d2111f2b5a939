// POST /api/geo/eta: who may ask, and what is answered when the routing service does not.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabases, type OpenTestDatabase } from '../setup/postgres.ts';
import { startServer, type TestServer } from '../setup/server.ts';
import { json, startFakeProvider, type FakeProvider } from './fake-provider.ts';

const question = { from: [{ lng: 120.1, lat: 30.2 }], to: { lng: 120.2, lat: 30.3 } };
const table = { code: 'Ok', durations: [[310], [0]], distances: [[4120], [0]] };

describe.each(testDatabases.slice(0, 1))('routes on $name', ({ openMigrated }) => {
  let opened: OpenTestDatabase;
  let server: TestServer;
  let plain: TestServer;
  let provider: FakeProvider;

  beforeAll(async () => {
    opened = await openMigrated();
    provider = await startFakeProvider();
    server = await startServer(opened.database, { router: { url: provider.url } });
    plain = await startServer(opened.database);
  });
  afterAll(async () => {
    await server.stop();
    await plain.stop();
    await provider.close();
    await opened.drop();
  });

  const ask = async (of: TestServer, what: unknown) =>
    (await of.as('dispatcher')).post<Record<string, unknown>>('/api/geo/eta', what);

  it('come from the service, which hears nothing of who asks', async () => {
    provider.answer(json(table));
    expect(await ask(server, question)).toMatchObject({
      status: 200,
      body: { routes: [{ metres: 4120, seconds: 310 }] },
    });
  });

  it('are not there while the service is away: the device estimates', async () => {
    provider.answer('hang');
    expect(await ask(server, question)).toMatchObject({ status: 502, body: { code: 'router-unavailable' } });
  });

  it('are asked of nobody where none is configured', async () => {
    const before = provider.asked.length;
    expect(await ask(plain, question)).toMatchObject({ status: 404 });
    expect(provider.asked.length).toBe(before);
  });

  it.each([{}, { ...question, from: [] }, { ...question, to: { lng: 200, lat: 0 } }])(
    'are refused for what is no question: %o',
    async (what) => expect(await ask(server, what)).toMatchObject({ status: 400 }),
  );

  it('are for people who are signed in', async () => {
    const answer = await fetch(`${server.url}/api/geo/eta`, { method: 'POST', body: '{}' });
    expect(answer.status).toBe(401);
  });
});
