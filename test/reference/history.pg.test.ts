// Every accepted change of reference data is remembered: who, when, on which device, from what to what.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { companyDocuments, type Who } from '../setup/company.ts';
import { testDatabases, type OpenTestDatabase } from '../setup/postgres.ts';
import { dataUrl, jpeg } from '../setup/pictures.ts';
import { startServer, type TestServer } from '../setup/server.ts';
import type { HistoryPage } from '#schemas/reference/history.ts';
import type { StaffPrivateStored } from '#schemas/staff/staff.ts';

type Doc = Record<string, unknown>;

describe.each(testDatabases)('history on $name', ({ openMigrated }) => {
  let opened: OpenTestDatabase;
  let server: TestServer;
  let now = Date.parse('2026-03-01T08:00:00Z');
  let n = 0;

  beforeAll(async () => {
    opened = await openMigrated();
    server = await startServer(opened.database, { clock: () => new Date(now) });
  });
  afterAll(async () => {
    await server.stop();
    await opened.drop();
  });

  async function stored(collection: string, id: string): Promise<Doc> {
    const [found] = await opened.database.query<{ body: Doc; version: number }>(
      'select body, version from documents where collection = $1 and id = $2',
      [collection, id],
    );
    return { ...found?.body, version: found?.version };
  }

  const push = async (collection: string, rows: readonly Doc[], who: Who = 'admin') =>
    (await server.as(who)).post<Doc[]>(`/replication/${collection}/0/push?answer=all`, rows);

  async function edit(collection: string, id: string, patch: Doc, who: Who = 'admin'): Promise<void> {
    const assumedMasterState = await stored(collection, id);
    const signed = { ...patch, edit: { deviceId: 'phone-1', n: ++n } };
    await push(
      collection,
      [{ newDocumentState: { ...assumedMasterState, ...signed }, assumedMasterState }],
      who,
    );
  }

  const create = (collection: string, like: string, patch: Doc) => {
    const found = companyDocuments.find(({ document }) => document.id === like)?.document;
    return push(collection, [{ newDocumentState: { ...found, ...patch } }]);
  };

  const read = async (who: Who, collection: string, id: string, query = '') =>
    (await server.as(who)).get<HistoryPage>(`/api/history/${collection}/${id}${query}`);
  const entriesOf = async (collection: string, id: string, who: Who = 'admin') =>
    (await read(who, collection, id)).body.entries;

  it('begins with the founding of the company', async () => {
    const [entry, ...others] = await entriesOf('outlets', 'outlet-1');
    expect(others).toEqual([]);
    expect(entry).toMatchObject({ kind: 'created', part: 'document', by: 'server' });
    expect(entry?.changes).toContainEqual({ field: 'name', after: 'outlet-1' });
  });

  it('says who changed which field on which device, newest first', async () => {
    now += 60_000;
    await edit('vehicles', 'vehicle-1', { state: 'in-repair', note: '轴承' });
    now += 60_000;
    await edit('vehicles', 'vehicle-1', { state: 'available', note: undefined });
    const [second, first, founding] = await entriesOf('vehicles', 'vehicle-1');
    expect(second).toMatchObject({ kind: 'changed', at: new Date(now).toISOString() });
    expect(second?.changes).toEqual([
      { field: 'state', before: 'in-repair', after: 'available' },
      { field: 'note', before: '轴承' },
    ]);
    expect(first).toMatchObject({ by: 'staff-admin', byName: 'admin', deviceId: 'phone-1' });
    expect(first?.changes).toEqual([
      { field: 'state', before: 'available', after: 'in-repair' },
      { field: 'note', after: '轴承' },
    ]);
    expect(founding?.kind).toBe('created');
    expect(second?.version).toBe((await stored('vehicles', 'vehicle-1'))['version']);
  });

  it('has one entry for what one push says of a document, and none for what it refuses or repeats', async () => {
    const document = { id: 'customer-new', name: '一' };
    await create('customers', 'customer-all', document);
    const assumedMasterState = await stored('customers', 'customer-new');
    const rows = ['二', '三'].map((name) => ({
      newDocumentState: { ...assumedMasterState, name, edit: { deviceId: 'desk', n: ++n } },
      assumedMasterState,
    }));
    await push('customers', rows);
    await push('customers', rows);
    await edit('customers', 'customer-new', { name: '四' }, 'clerk');
    await edit('customers', 'customer-new', { typeId: '' });
    const entries = await entriesOf('customers', 'customer-new');
    expect(entries.map(({ kind, by, deviceId }) => [kind, by, deviceId])).toEqual([
      ['changed', 'staff-admin', 'desk'],
      ['created', 'staff-admin', undefined],
    ]);
    expect(entries[0]?.changes).toEqual([{ field: 'name', before: '一', after: '三' }]);
  });

  it('remembers a deletion, for whoever saw what was deleted', async () => {
    await create('outlets', 'outlet-1', { id: 'outlet-brief' });
    await edit('outlets', 'outlet-brief', { deleted: true });
    expect((await entriesOf('outlets', 'outlet-brief')).map(({ kind }) => kind)).toEqual([
      ...['deleted', 'created'],
    ]);
  });

  it('is read in pages of fifty', async () => {
    await create('catalog', 'service-tow', { id: 'service-often' });
    for (let i = 1; i <= 60; i++) await edit('catalog', 'service-often', { name: `第 ${i} 次` });
    const first = (await read('admin', 'catalog', 'service-often')).body;
    expect([first.entries.length, first.hasMore]).toEqual([50, true]);
    const rest = (await read('admin', 'catalog', 'service-often', `?before=${first.entries.at(-1)?.id}`))
      .body;
    expect([rest.entries.length, rest.hasMore]).toEqual([11, false]);
    const ids = [...first.entries, ...rest.entries].map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)].sort((a, b) => b - a));
    expect((await read('admin', 'catalog', 'service-often', '?before=x')).status).toBe(400);
  });

  it('is for whoever may see the document', async () => {
    expect((await read('clerk', 'customers', 'customer-all')).status).toBe(200);
    expect((await read('clerk', 'customers', 'customer-2')).status).toBe(404);
    expect((await read('driver1', 'customers', 'customer-all')).status).toBe(403);
    expect((await read('driver1', 'staff', 'staff-driver1')).status).toBe(200);
    expect((await read('driver1', 'staff', 'staff-driver2')).status).toBe(403);
    expect((await read('admin', 'customers', 'nothing')).status).toBe(404);
    expect((await read('admin', 'orders', 'order-1')).status).toBe(404);
    await edit('vehicles', 'vehicle-1', { note: '新' });
    const [seen] = await entriesOf('vehicles', 'vehicle-1', 'driver1');
    expect(seen).toMatchObject({ by: 'staff-admin' });
    expect(seen).not.toHaveProperty('byName');
  });

  it('has private data for those alone who may see them, and no picture', async () => {
    const photo = dataUrl(await jpeg());
    const admin = await server.as('admin');
    const path = '/api/staff/staff-clerk/private';
    await admin.put(path, { version: 0, details: { bank: '招商银行', photo } });
    const kept = (await admin.get<StaffPrivateStored>(path)).body.details.photo;
    await admin.put(path, { version: 1, details: { bank: '工商银行', photo: kept } });
    const entries = await entriesOf('staff', 'staff-clerk');
    expect(entries.map(({ part }) => part)).toEqual(['private', 'private', 'document']);
    expect(entries.slice(0, 2).map(({ version }) => version)).toEqual([2, 1]);
    expect(entries[0]?.changes).toEqual([{ field: 'bank', before: '招商银行', after: '工商银行' }]);
    expect(entries[1]?.changes).toContainEqual({ field: 'photo' });
    for (const who of ['dispatcher', 'clerk'] as const)
      expect((await entriesOf('staff', 'staff-clerk', who)).map(({ part }) => part)).toEqual(['document']);
  });
});
