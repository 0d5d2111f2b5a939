// What a device heals itself by: checksums, lists, documents by id, and checkpoints of another life.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { creation } from '../setup/company.ts';
import { testDatabases, type OpenTestDatabase } from '../setup/postgres.ts';
import { pullAll, pullPath, startServer, type TestServer } from '../setup/server.ts';
import type { Who } from '../setup/company.ts';
import { collectionNames, type Collection } from '#schemas/sync/collections.ts';
import { digestOf, type Digest } from '#schemas/sync/digest.ts';
import type { Page } from '#schemas/sync/protocol.ts';

const toDriver = (driverId: string) => ({ vehicleId: 'vehicle-1', driverId });

describe.each(testDatabases)('healing on $name', ({ openMigrated }) => {
  let opened: OpenTestDatabase;
  let server: TestServer;

  beforeAll(async () => {
    opened = await openMigrated();
    server = await startServer(opened.database);
    for (const id of ['a', 'b', 'c']) await server.say('clerk', 'create-order', id, creation());
    await server.say('dispatcher', 'dispatch', 'a', toDriver('staff-driver1'));
    await server.say('dispatcher', 'dispatch', 'b', toDriver('staff-driver1'));
    await server.say('dispatcher', 'dispatch', 'b', toDriver('staff-driver2'));
  });
  afterAll(async () => {
    await server.stop();
    await opened.drop();
  });

  async function digests(who: Who): Promise<Record<string, Digest & { last: number }>> {
    const path = `/replication/digests?collections=${collectionNames.join(',')}`;
    const answer = await (
      await server.as(who)
    ).get<{ digests: Record<string, Digest & { last: number }> }>(path);
    expect(answer.status).toBe(200);
    return answer.body.digests;
  }

  async function pulled(who: Who, name: Collection): Promise<[string, number][]> {
    const { documents } = await pullAll(await server.as(who), name);
    return documents.map(({ id, version }) => [String(id), Number(version)]);
  }

  async function byIds(who: Who, name: Collection, ids: readonly unknown[]) {
    const client = await server.as(who);
    return client.post<Page>(`/replication/${name}/0/documents`, { ids });
  }

  it.each(['admin', 'clerk', 'dispatcher2', 'driver1', 'finance'] as const)(
    'the checksum of each collection is that of what %s pulls',
    async (who) => {
      const all = await digests(who);
      for (const name of collectionNames) {
        const held = await pulled(who, name);
        expect(all[name], name).toMatchObject(digestOf(held));
        expect(all[name]?.last ?? 0, name).toBeGreaterThanOrEqual(Math.max(0, ...held.map(([, v]) => v)));
      }
      expect(all['outlets']?.count).toBeGreaterThan(0);
    },
  );

  it('the list says id and version of what a person sees, and of nothing else', async () => {
    const client = await server.as('driver1');
    const { body } = await client.get<{ held: Record<string, number> }>('/replication/orders/0/inventory');
    expect(Object.entries(body.held)).toEqual(await pulled('driver1', 'orders'));
    expect(Object.keys(body.held)).toEqual(['a']);
  });

  it('sends documents by id, and a tombstone for what is not his to see or does not exist', async () => {
    const { body } = await byIds('driver1', 'orders', ['a', 'b', 'nothing', 5, 'nul\u0000']);
    const [a, ...rest] = [...body.documents].sort((one, two) => Number(one._deleted) - Number(two._deleted));
    expect(a).toMatchObject({ id: 'a', status: 'dispatched', _deleted: false, version: expect.any(Number) });
    expect(rest).toEqual([
      { id: 'b', _deleted: true },
      { id: 'nothing', _deleted: true },
    ]);
  });

  it('marks a command that it has no memory of', async () => {
    const { body } = await byIds('clerk', 'commands', ['never-heard-of']);
    expect(body.documents).toEqual([{ id: 'never-heard-of', _deleted: true, unknown: true }]);
    const foreign = await pulled('dispatcher', 'commands');
    const answer = await byIds('clerk', 'commands', [foreign[0]?.[0]]);
    expect(answer.body.documents).toEqual([{ id: foreign[0]?.[0], _deleted: true }]);
  });

  it('refuses more ids than fit, and what is no list of ids', async () => {
    const many = Array.from({ length: 501 }, (_, index) => `id-${index}`);
    expect(await byIds('clerk', 'orders', many)).toMatchObject({ status: 413 });
    const client = await server.as('clerk');
    expect(await client.post('/replication/orders/0/documents', {})).toMatchObject({ status: 400 });
  });

  it('takes a device that is ahead of everything back to the start: a backup was restored', async () => {
    const client = await server.as('driver1');
    const { checkpoint } = await pullAll(client, 'orders');
    const ahead = { ...checkpoint, lwt: checkpoint.lwt + 1000 };
    const { body } = await client.get<Page>(pullPath('orders', ahead));
    expect(body.documents.map(({ id }) => id)).toEqual(['b', 'a']);
    expect(body.documents.map(({ _deleted }) => _deleted)).toEqual([true, false]);
    expect(body.checkpoint).toEqual(checkpoint);
  });

  it('a first reading over several pages is told of nothing that was gone before it began', async () => {
    const client = await server.signIn('driver1');
    for (const id of ['d', 'e', 'f', 'g']) {
      await server.say('clerk', 'create-order', id, creation());
      await server.say('dispatcher', 'dispatch', id, toDriver('staff-driver1'));
    }
    await server.say('dispatcher', 'dispatch', 'd', toDriver('staff-driver2'));
    const first = (await client.get<Page>(pullPath('orders', undefined, 2))).body;
    await server.say('dispatcher', 'dispatch', 'a', toDriver('staff-driver2'));
    const rest = await pullAll(client, 'orders', first.checkpoint, 2);
    const told = [...first.documents, ...rest.documents].map(({ id, _deleted }) => [id, _deleted]);
    expect(told).toEqual([
      ['a', false],
      ['e', false],
      ['f', false],
      ['g', false],
      ['a', true],
    ]);
    await server.say('dispatcher', 'dispatch', 'e', toDriver('staff-driver2'));
    const later = await pullAll(client, 'orders', rest.checkpoint, 2);
    expect(later.documents).toEqual([{ id: 'e', _deleted: true }]);
  });
});
