// The demo company, and the roles and catalog that every company begins with.
import { describe, expect, it } from 'vitest';
import { parse } from '#schemas/core/validate.ts';
import { catalogTypes } from '#schemas/catalog/catalog.ts';
import { may, permissions } from '#schemas/staff/permissions.ts';
import { actorOf } from '#schemas/staff/actor.ts';
import { collections } from '#schemas/sync/collections.ts';
import { basicCatalog } from '../../sync-server/company/catalog.ts';
import { basicRoles } from '../../sync-server/company/roles.ts';
import { scenes, workshops } from '../../sync-server/demo/data/places.ts';
import { demo, find } from './replay.ts';

const all = <Name extends (typeof demo.documents)[number]['collection']>(name: Name) =>
  demo.documents.flatMap(({ collection, document }) =>
    collection === name ? [find(name, document.id)!] : [],
  );

const actor = (username: string) =>
  actorOf(find('staff', `staff-${username}`)!, basicRoles(), demo.company.id);

describe('the ready-made catalog', () => {
  const catalog = basicCatalog();
  const ids = new Set(catalog.map(({ id }) => id));

  it('has every type, in two more languages', () => {
    const types = new Set(catalog.map(({ type }) => type));
    expect(catalogTypes.filter((type) => !types.has(type))).toEqual([]);
    expect(catalog.filter(({ translations }) => !translations?.en || !translations['zh-TW'])).toEqual([]);
  });

  it('gives each id once, and each place in a list once', () => {
    expect(ids.size).toBe(catalog.length);
    expect(new Set(catalog.map(({ type, sort }) => `${type} ${sort}`)).size).toBe(catalog.length);
  });

  it.each([
    'service-tow',
    'vehicle-type-flatbed',
    'price-item-start',
    'settlement-cash',
    'reason-void-customer-cancelled',
  ])('names %s', (id) => expect(ids).toContain(id));

  it('says of every service what it needs', () => {
    for (const service of catalog.filter(({ type }) => type === 'service')) {
      expect(service.needsDestination, service.id).toBeDefined();
      expect(service.vehicleTypeIds?.length, service.id).toBeGreaterThan(0);
      for (const id of service.vehicleTypeIds ?? []) expect(ids).toContain(id);
    }
  });

  it('says of every price what is counted and of every reason what it is for', () => {
    const items = catalog.filter(({ type }) => type === 'price-item');
    expect(items.filter(({ unit, unitFen }) => unit === undefined || unitFen === undefined)).toEqual([]);
    const reasons = catalog.filter(({ type }) => type === 'reason');
    expect(new Set(reasons.flatMap(({ reasonFor }) => reasonFor ?? []))).toEqual(
      new Set(['void', 'decline', 'empty-run']),
    );
  });
});

describe('the ready-made roles', () => {
  it('lets a manager do everything but drive', () => {
    expect(actor('admin').permissions).toEqual(
      permissions.filter((permission) => permission !== 'jobs.work'),
    );
  });

  it('shows all outlets to managers and finance alone', () => {
    const wide = basicRoles().filter((role) => role.permissions.includes('outlets.all'));
    expect(wide.map(({ id }) => id)).toEqual(['role-manager', 'role-finance']);
  });

  it('lets a driver work and see no order of others', () => {
    expect(may(actor('driver1'), 'jobs.work')).toBe(true);
    expect(may(actor('driver1'), 'orders.view')).toBe(false);
  });

  it.each([
    ['clerk', 'orders.create', true],
    ['clerk', 'orders.dispatch', false],
    ['clerk', 'calls.view', false],
    ['operator', 'calls.view', true],
    ['operator', 'orders.void', false],
    ['dispatcher', 'orders.void', true],
    ['dispatcher', 'finance.view', false],
    ['finance', 'finance.reverse', true],
    ['finance', 'orders.edit', false],
  ] as const)('%s and %s: %s', (username, permission, expected) => {
    expect(may(actor(username), permission)).toBe(expected);
  });
});

describe('the demo company', () => {
  it('has documents that fit their schemas, each id once', () => {
    for (const { collection, document } of demo.documents)
      expect(parse(collections[collection].schema, document), document.id).toMatchObject({ ok: true });
    const keys = demo.documents.map(({ collection, document }) => `${collection}/${document.id}`);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('refers to nothing that is not there', () => {
    const catalogIds = [
      ...all('vehicles').flatMap((v) => [v.typeId, ...v.carModelIds, ...v.roadConditionIds, ...v.serviceIds]),
      ...all('customers').flatMap((c) => [c.typeId, ...(c.settlement.method ? [c.settlement.method] : [])]),
    ];
    const outletIds = [
      ...all('vehicles').map((v) => v.outletId),
      ...all('customers').flatMap((c) => c.outletIds),
      ...all('staff').flatMap((s) => s.outletIds),
    ];
    for (const id of catalogIds) expect(find('catalog', id), id).toBeDefined();
    for (const id of outletIds) expect(find('outlets', id), id).toBeDefined();
    for (const id of all('vehicles').flatMap((v) => v.driverIds)) expect(find('staff', id), id).toBeDefined();
    for (const id of all('staff').flatMap((s) => s.roleIds)) expect(find('roles', id), id).toBeDefined();
    for (const { staffId, username } of demo.logins) expect(find('staff', staffId)?.username).toBe(username);
  });

  it('lets the promised people sign in, and each driver work for one outlet', () => {
    expect(demo.logins.map(({ username }) => username).sort()).toEqual(
      'admin clerk dispatcher dispatcher2 driver1 driver2 driver3 driver4 finance finance2 operator operator2'.split(
        ' ',
      ),
    );
    const outletsOf = (...names: string[]) => names.map((name) => actor(name).outletIds);
    const [first, second] = all('outlets').map(({ id }) => [id]);
    expect(outletsOf('dispatcher', 'clerk', 'operator', 'driver1', 'driver2')).toEqual(Array(5).fill(first));
    expect(outletsOf('dispatcher2', 'operator2', 'driver3', 'driver4')).toEqual(Array(4).fill(second));
    expect(outletsOf('admin', 'finance', 'finance2')).toEqual([[], [], []]);
    expect([actor('operator').extension, actor('operator2').extension]).toEqual(['8001', '8002']);
  });

  it('drives only its own outlet’s vehicles', () => {
    expect(all('vehicles')).toHaveLength(12);
    for (const { driverIds, outletId } of all('vehicles'))
      for (const id of driverIds) expect(find('staff', id)?.outletIds).toEqual([outletId]);
  });

  it('has plates of seven characters, and of eight for new-energy vehicles', () => {
    expect(new Set(all('vehicles').map(({ plate }) => plate.length))).toEqual(new Set([7, 8]));
  });

  it('lies in and around Hangzhou', () => {
    for (const { lng, lat, address } of [...scenes, ...workshops, ...all('outlets')]) {
      expect(lng > 120 && lng < 120.5 && lat > 30.1 && lat < 30.45, address).toBe(true);
    }
    expect(new Set(scenes.map(({ lng, lat }) => `${lng} ${lat}`)).size).toBe(scenes.length);
  });
});
