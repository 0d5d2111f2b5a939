// Deleting reference data: refused while anything names it, final once it is done, and seen on every device.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { companyDocuments, creation, type Who } from '../setup/company.ts';
import { testDatabases, type OpenTestDatabase } from '../setup/postgres.ts';
import { pullAll, startServer, testPassword, type Answer, type TestServer } from '../setup/server.ts';
import { mostCounted } from '#schemas/reference/uses.ts';

type Doc = Record<string, unknown>;
type Told = Doc & { readonly _deleted?: boolean; readonly _refused?: Doc };

describe.each(testDatabases)('deleting on $name', ({ openMigrated }) => {
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

  async function stored(collection: string, id: string): Promise<Doc> {
    const [found] = await opened.database.query<{ body: Doc; version: number }>(
      'select body, version from documents where collection = $1 and id = $2',
      [collection, id],
    );
    if (!found) throw new Error(`There is no ${id}`);
    return { ...found.body, version: found.version };
  }

  const push = async (collection: string, rows: readonly unknown[], who: Who = 'admin'): Promise<Told[]> => {
    const answer: Answer<Told[]> = await (
      await server.as(who)
    ).post(`/replication/${collection}/0/push?answer=all`, rows);
    expect(answer.status).toBe(200);
    return answer.body;
  };

  const deletions = (collection: string, ids: readonly string[]) =>
    Promise.all(
      ids.map(async (id) => {
        const assumedMasterState = await stored(collection, id);
        return { newDocumentState: { ...assumedMasterState, deleted: true }, assumedMasterState };
      }),
    );

  const remove = async (collection: string, id: string, who: Who = 'admin'): Promise<Told | undefined> => {
    const [told] = await push(collection, await deletions(collection, [id]), who);
    return told;
  };

  const like = (collection: string, id: string, changed: Doc): Doc => ({
    ...companyDocuments.find((filed) => filed.collection === collection && filed.document.id === id)
      ?.document,
    ...changed,
  });

  const create = async (collection: string, document: Doc) =>
    expect(await push(collection, [{ newDocumentState: document }])).toMatchObject([{ id: document['id'] }]);

  const uses = async (collection: string, id: string, who: Who = 'admin') =>
    (await server.as(who)).get<Doc>(`/api/reference/${collection}/${id}/uses`);

  it('is refused while a document names it, and says which', async () => {
    expect(await remove('outlets', 'outlet-2')).toMatchObject({
      ...{ id: 'outlet-2', _deleted: false, _refused: { code: 'in-use' } },
    });
    expect(await stored('outlets', 'outlet-2')).not.toHaveProperty('deleted');
    const { status, body } = await uses('outlets', 'outlet-2');
    expect(status).toBe(200);
    expect(body).toMatchObject({ counts: { customers: 1, staff: 2, vehicles: 1 } });
    expect(body['documents']).toContainEqual({ collection: 'vehicles', id: 'vehicle-2', name: 'vehicle-2' });
  });

  it.each([
    ['outlets', 'outlet-1'],
    ['roles', 'role-driver'],
    ['catalog', 'vehicle-type-flatbed'],
    ['staff', 'staff-driver1'],
    ['vehicles', 'vehicle-1'],
    ['customers', 'customer-all'],
  ])('is refused to one of %s that is in use, and granted to one that is not', async (collection, used) => {
    await useAll();
    expect(await remove(collection, used)).toMatchObject({
      ...{ id: used, _deleted: false, _refused: { code: 'in-use' } },
    });
    const id = `${used}-unused`;
    const own = { name: id, ...(collection === 'staff' && { username: 'unused' }) };
    const unlike = collection === 'vehicles' ? { plate: '浙A00009', driverIds: [] } : {};
    await create(collection, like(collection, used, { id, ...own, ...unlike }));
    expect(await remove(collection, id)).toEqual({ id, _deleted: true });
  });

  /** An order in which a customer, a vehicle and a driver occur. */
  const useAll = async () => {
    await server.say('clerk', 'create-order', 'order-all', creation());
    await server.say('dispatcher', 'dispatch', 'order-all', {
      ...{ vehicleId: 'vehicle-1', driverId: 'staff-driver1' },
    });
  };

  it('is refused for good once an order named it', async () => {
    await create('customers', like('customers', 'customer-all', { id: 'customer-once', name: 'Once' }));
    const say = () =>
      server.say('clerk', 'create-order', 'order-1', creation({ customerId: 'customer-once' }));
    expect(await say()).toMatchObject({ status: 'applied' });
    await server.say('dispatcher', 'void', 'order-1', { reason: 'reason-void-other' });
    expect(await remove('customers', 'customer-once')).toMatchObject({ _refused: { code: 'in-use' } });
    expect((await uses('customers', 'customer-once')).body).toEqual({ documents: [], counts: { orders: 1 } });
  });

  it('is refused of several at once, of each that an order names in whichever way', async () => {
    await useAll();
    const customers = ['customer-several', 'customer-never'];
    for (const id of customers)
      await create('customers', like('customers', 'customer-all', { id, name: id }));
    const chosen = creation({ customerId: 'customer-several' });
    await server.say('clerk', 'create-order', 'order-several', chosen);
    const told = await push('customers', await deletions('customers', ['customer-all', ...customers]));
    expect(told).toMatchObject([
      { id: 'customer-all', _refused: { code: 'in-use' } },
      { id: 'customer-several', _refused: { code: 'in-use' } },
      { id: 'customer-never', _deleted: true },
    ]);
    // Of the work itself: who did it, and what it was about besides the service.
    const ids = ['staff-clerk', 'staff-dispatcher', 'staff-driver2'];
    const people = await push('staff', await deletions('staff', ids));
    expect(people.map(({ _deleted }) => _deleted)).toEqual([false, false, true]);
    const reason = await push('catalog', await deletions('catalog', ['road-condition-road']));
    expect(reason).toMatchObject([{ _deleted: true }]);
  });

  it('counts a thousand orders, and no more', async () => {
    await useAll();
    await opened.database.query(
      `insert into documents (company_id, collection, id, body, version)
       select company_id, collection, id || '-' || g, body, version
       from documents, generate_series(1, 1200) g where id = 'order-all'`,
    );
    for (const [collection, id] of [
      ['customers', 'customer-all'],
      ['staff', 'staff-clerk'],
    ] as const)
      expect((await uses(collection, id)).body).toMatchObject({ counts: { orders: mostCounted } });
    expect(await remove('customers', 'customer-all')).toMatchObject({ _refused: { code: 'in-use' } });
  });

  it('takes no notice of longer ids, of conflict notes and of what was deleted itself', async () => {
    const note = {
      field: 'address',
      kept: null,
      other: 'customer_x',
      by: 'staff-admin',
      at: '2026-03-01T08:00:00Z',
    };
    await create('customers', like('customers', 'customer-all', { id: 'customer_x' }));
    await create('customers', like('customers', 'customer-all', { id: 'customerAx', conflicts: [note] }));
    await create(
      'vehicles',
      like('vehicles', 'vehicle-1', { id: 'customer_x-2', plate: '浙A00001', note: 'see customer_x' }),
    );
    expect(await remove('customers', 'customer_x')).toEqual({ id: 'customer_x', _deleted: true });

    await create('outlets', like('outlets', 'outlet-1', { id: 'outlet-brief' }));
    await create(
      'vehicles',
      like('vehicles', 'vehicle-1', { id: 'vehicle-brief', outletId: 'outlet-brief', plate: '浙A00002' }),
    );
    expect(await remove('outlets', 'outlet-brief')).toMatchObject({ _refused: { code: 'in-use' } });
    expect(await remove('vehicles', 'vehicle-brief')).toEqual({ id: 'vehicle-brief', _deleted: true });
    expect(await remove('outlets', 'outlet-brief')).toEqual({ id: 'outlet-brief', _deleted: true });
  });

  it('leaves every device, and nobody sees, changes, revives or chooses it any more', async () => {
    await create('outlets', like('outlets', 'outlet-1', { id: 'outlet-gone' }));
    const clerk = await server.as('clerk');
    const { checkpoint } = await pullAll(clerk, 'outlets');
    const before = await stored('outlets', 'outlet-gone');
    await remove('outlets', 'outlet-gone');
    const { documents } = await pullAll(clerk, 'outlets', checkpoint);
    expect(documents).toEqual([{ id: 'outlet-gone', _deleted: true }]);

    for (const newDocumentState of [
      { ...before, name: 'later' },
      { ...before, deleted: false, name: 'x' },
    ])
      expect(await push('outlets', [{ newDocumentState, assumedMasterState: before }])).toEqual([
        { id: 'outlet-gone', _deleted: true, _refused: { code: 'deleted-meanwhile' } },
      ]);
    expect(await uses('outlets', 'outlet-gone')).toMatchObject({ status: 404 });
    const vehicle = await stored('vehicles', 'vehicle-1');
    const moved = { ...vehicle, outletId: 'outlet-gone' };
    expect(await push('vehicles', [{ newDocumentState: moved, assumedMasterState: vehicle }])).toMatchObject([
      { outletId: 'outlet-1', _refused: { code: 'unknown-reference', field: 'outletId' } },
    ]);
    await create('customers', like('customers', 'customer-all', { id: 'customer-gone' }));
    await remove('customers', 'customer-gone');
    const chosen = creation({ customerId: 'customer-gone' });
    expect(await server.say('clerk', 'create-order', 'order-2', chosen)).toMatchObject({
      code: 'unknown-reference',
    });
  });

  it('needs a permission of its own, within one’s sight', async () => {
    expect(await remove('customers', 'customer-all', 'clerk')).toMatchObject({
      _refused: { code: 'not-permitted' },
    });
    expect(await uses('customers', 'customer-all', 'clerk')).toMatchObject({ status: 403 });
    expect(await uses('customers', 'nothing')).toMatchObject({ status: 404 });
    expect(await uses('orders', 'order-1')).toMatchObject({ status: 404 });
  });

  it('is done by an edit alone: a tombstone that is pushed deletes nothing', async () => {
    await create('customers', like('customers', 'customer-all', { id: 'customer-safe' }));
    const assumedMasterState = await stored('customers', 'customer-safe');
    const [told] = await push('customers', [
      { newDocumentState: { ...assumedMasterState, _deleted: true }, assumedMasterState },
    ]);
    expect(told).toMatchObject({
      id: 'customer-safe',
      _deleted: false,
      _refused: { code: 'delete-refused' },
    });
  });

  it('of an employee ends his sign-in, and leaves his user name to others', async () => {
    const signIn = (username: string) =>
      fetch(`${server.url}/api/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ username, password: testPassword }),
      });
    expect((await signIn('driver3')).status).toBe(201);
    const driver = await server.signIn('driver3');
    expect(await remove('staff', 'staff-driver3')).toEqual({ id: 'staff-driver3', _deleted: true });
    expect((await signIn('driver3')).status).toBe(401);
    const rows = await opened.database.query(`select 1 from credentials where staff_id = 'staff-driver3'`);
    expect(rows).toEqual([]);
    expect(await driver.get('/api/session')).toMatchObject({
      status: 401,
      body: { code: 'account-disabled' },
    });
    expect((await driver.get('/replication/orders/0/pull?lwt=0&id=&limit=10')).status).toBe(401);
    await create('staff', like('staff', 'staff-driver2', { id: 'staff-new', username: 'driver3' }));
  });
});
