// Where drivers are: told by their phones, shown to whoever has the map of their outlet, and to nobody else.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { backUp, restore, type Backup } from '../setup/backup.ts';
import { creation, type Who } from '../setup/company.ts';
import { testDatabases, type OpenTestDatabase } from '../setup/postgres.ts';
import { foundSmallCompany, pullAll, startServer, type TestServer } from '../setup/server.ts';
import { forgetOld } from '../../sync-server/positions/leave.ts';
import type { VehiclePosition } from '#schemas/fleet/vehicle.ts';
import type { Checkpoint } from '#schemas/sync/protocol.ts';

const here = { lng: 120.15, lat: 30.27 };
const there = { lng: 120.16, lat: 30.27 };

const vehicleDocument = {
  ...{ disabled: false, typeId: 'vehicle-type-flatbed', outletId: 'outlet-1', driverIds: ['staff-driver1'] },
  ...{ carModelIds: [], roadConditionIds: [], serviceIds: [], state: 'available' },
};

describe.each(testDatabases)('positions on $name', ({ openMigrated }) => {
  let opened: OpenTestDatabase;
  let founded: Backup;
  let server: TestServer;
  let now: number;

  // One database for all of them, as it was founded: each changes who drives what.
  beforeAll(async () => {
    opened = await openMigrated();
    await foundSmallCompany(opened.database);
    founded = await backUp(opened.database);
  });
  afterAll(() => opened.drop());
  beforeEach(async () => {
    now = Date.now();
    await restore(opened.database, founded);
    server = await startServer(opened.database, { clock: () => new Date(now) });
  });
  afterEach(() => server.stop());

  const tell = async (who: Who, body: object) =>
    (await server.as(who)).post<{ stored?: boolean; code?: string }>('/api/positions', {
      at: new Date(now).toISOString(),
      ...body,
    });
  const seconds = (count: number) => (now += count * 1000);
  const seen = async (who: Who, start?: Checkpoint) => {
    const page = await pullAll(await server.as(who), 'positions', start);
    return { ...page, documents: page.documents as unknown as (VehiclePosition & { _deleted: boolean })[] };
  };
  const push = async (collection: string, id: string, change: object) => {
    const admin = await server.as('admin');
    const { documents } = await pullAll(admin, collection as 'staff');
    const before = documents.find((document) => document.id === id);
    const row = { newDocumentState: { ...before, ...change }, assumedMasterState: before };
    const { body } = await admin.post(`/replication/${collection}/0/push`, [row]);
    expect(body).toEqual([]);
  };
  const orderOf = async (driverId: string, vehicleId: string, id: string) => {
    await server.say('clerk', 'create-order', id, creation());
    const verdict = await server.say('dispatcher', 'dispatch', id, { vehicleId, driverId });
    expect(verdict).toMatchObject({ status: 'applied' });
  };

  it('shows a driver with the vehicle of his order to the dispatcher of its outlet, and to nobody else', async () => {
    await orderOf('staff-driver1', 'vehicle-1', 'order-1');
    expect(await tell('driver1', { ...here, accuracy: 12, vehicleId: 'vehicle-2', id: 'other' })).toEqual({
      status: 200,
      body: { stored: true },
    });
    expect((await seen('dispatcher')).documents).toEqual([
      {
        ...{ id: 'staff-driver1', driverId: 'staff-driver1', vehicleId: 'vehicle-1', outletId: 'outlet-1' },
        ...{ ...here, accuracy: 12, at: new Date(now).toISOString() },
        ...{ version: expect.any(Number), _deleted: false },
      },
    ]);
    expect((await seen('admin')).documents).toHaveLength(1);
    for (const who of ['dispatcher2', 'clerk', 'driver1', 'finance'] as const)
      expect([who, (await seen(who)).documents]).toEqual([who, []]);
  });

  it('writes nothing that is old, soon or hardly another place', async () => {
    await tell('driver1', here);
    const first = await seen('dispatcher');
    const told = [await tell('driver1', there)];
    seconds(20);
    told.push(await tell('driver1', { ...here, lat: here.lat + 0.0001 }));
    told.push(await tell('driver1', { ...there, at: new Date(now - 25_000).toISOString() }));
    expect(told.map(({ body }) => body.stored)).toEqual([false, false, false]);
    expect((await seen('dispatcher', first.checkpoint)).documents).toEqual([]);
    expect((await tell('driver1', there)).body.stored).toBe(true);
    seconds(60);
    expect((await tell('driver1', there)).body.stored).toBe(true);
    expect((await seen('dispatcher')).documents).toHaveLength(1);
  });

  it('keeps one of several that come at the same moment', async () => {
    const told = await Promise.all([here, there, here, there].map((place) => tell('driver1', place)));
    expect(told.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(told.filter(({ body }) => body.stored)).toHaveLength(1);
  });

  it('takes a phone’s clock for what it is', async () => {
    const [at, sentAt] = [now + 3_600_000, now + 3_610_000].map((time) => new Date(time).toISOString());
    await tell('driver1', { ...here, at, sentAt });
    const [shown] = (await seen('dispatcher')).documents;
    expect(shown?.at).toBe(new Date(now - 10_000).toISOString());
  });

  it('knows the vehicle without an order where only one is his, and does not guess among several', async () => {
    await push('vehicles', 'vehicle-1', { driverIds: ['staff-driver1'] });
    await tell('driver1', here);
    expect((await seen('dispatcher')).documents).toMatchObject([{ vehicleId: 'vehicle-1' }]);
    await push('vehicles', 'vehicle-1', { driverIds: ['staff-driver2'] });
    expect((await seen('dispatcher')).documents).toEqual([]);
    await tell('driver1', here);
    const [alone] = (await seen('dispatcher')).documents;
    expect(alone).toMatchObject({ outletId: 'outlet-1' });
    expect(alone).not.toHaveProperty('vehicleId');
  });

  it('takes the one of several that he drove last', async () => {
    const admin = await server.as('admin');
    const second = { ...vehicleDocument, id: 'vehicle-3', name: 'vehicle-3', plate: '浙A12347' };
    await admin.post('/replication/vehicles/0/push', [{ newDocumentState: second }]);
    await push('vehicles', 'vehicle-1', { driverIds: ['staff-driver1'] });
    await orderOf('staff-driver1', 'vehicle-3', 'order-1');
    await server.say('dispatcher', 'void', 'order-1', { reason: '取消' });
    await tell('driver1', here);
    expect((await seen('dispatcher')).documents).toMatchObject([{ vehicleId: 'vehicle-3' }]);
  });

  it('leaves a vehicle alone that another device tells of', async () => {
    await push('vehicles', 'vehicle-1', { driverIds: ['staff-driver1'], positionSource: 'device' });
    await tell('driver1', here);
    expect((await seen('dispatcher')).documents[0]).not.toHaveProperty('vehicleId');
  });

  it.each([
    ['is disabled', 'staff', 'staff-driver1', { disabled: true }],
    ['works elsewhere', 'staff', 'staff-driver1', { outletIds: ['outlet-2'] }],
    ['drives no more', 'staff', 'staff-driver1', { roleIds: ['role-clerk'] }],
    ['is deleted', 'staff', 'staff-driver1', { deleted: true }],
    ['may not any more by his role', 'roles', 'role-driver', { permissions: ['vehicles.view'] }],
    ['loses the vehicle to another outlet', 'vehicles', 'vehicle-1', { outletId: 'outlet-2' }],
  ] as const)('a driver who %s is seen no more', async (_, collection, id, change) => {
    await push('vehicles', 'vehicle-1', { driverIds: ['staff-driver1'] });
    await tell('driver1', here);
    if ('deleted' in change) await push('vehicles', 'vehicle-1', { driverIds: [] });
    if ('deleted' in change) await tell('driver1', here);
    const before = await seen('dispatcher');
    expect(before.documents).toHaveLength(1);
    await push(collection, id, change);
    expect((await seen('dispatcher', before.checkpoint)).documents).toEqual([
      { id: 'staff-driver1', _deleted: true },
    ]);
    expect((await seen('admin')).documents).toEqual([]);
  });

  it('stays where only the name has changed, or another right', async () => {
    await tell('driver1', here);
    await push('staff', 'staff-driver1', { name: '王' });
    await push('roles', 'role-driver', { permissions: ['jobs.work', 'map.view'] });
    expect((await seen('dispatcher')).documents).toHaveLength(1);
  });

  it('comes back with the next report', async () => {
    await tell('driver1', here);
    await push('staff', 'staff-driver1', { outletIds: ['outlet-2'] });
    expect((await tell('driver1', here)).body.stored).toBe(true);
    expect((await seen('dispatcher2')).documents).toMatchObject([
      { id: 'staff-driver1', outletId: 'outlet-2' },
    ]);
    expect((await seen('dispatcher')).documents).toEqual([]);
  });

  it('is forgotten after a day, and an old one is not taken', async () => {
    await tell('driver1', here);
    const { checkpoint } = await seen('dispatcher');
    const day = 24 * 60 * 60;
    expect(await forgetOld(opened.database, new Date(now + (day - 1) * 1000))).toBe(0);
    expect(await forgetOld(opened.database, new Date(now + day * 1000))).toBe(1);
    expect((await seen('dispatcher', checkpoint)).documents).toEqual([
      { id: 'staff-driver1', _deleted: true },
    ]);
    expect(await opened.database.query(`select 1 from documents where collection = 'positions'`)).toEqual([]);
    expect(await forgetOld(opened.database, new Date(now + day * 1000))).toBe(0);
    const old = { ...here, at: new Date(now - day * 1000).toISOString() };
    expect((await tell('driver1', old)).body).toEqual({ stored: false });
  });

  it('is taken from drivers alone, when it can be read, and not without end', async () => {
    expect(await tell('dispatcher', here)).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    for (const wrong of [
      { lng: 200, lat: 0 },
      { lng: 1 },
      { ...here, at: 'now' },
      { ...here, at: '2026-02-31T08:00Z1' },
    ])
      expect(await tell('driver1', wrong)).toMatchObject({ status: 400, body: { code: 'invalid-request' } });
    const many = await Promise.all(Array.from({ length: 25 }, () => tell('driver1', here)));
    expect(many.at(-1)).toMatchObject({ status: 429, body: { code: 'too-many-requests' } });
    expect((await tell('driver2', here)).status).toBe(200);
  });
});
