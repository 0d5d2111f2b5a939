// Who may grant what, to whom.
import { describe, expect, test } from 'vitest';
import type { CatalogItem } from '#schemas/catalog/catalog.ts';
import { ruleSwitched } from '#schemas/finance/rules.ts';
import type { Vehicle } from '#schemas/fleet/vehicle.ts';
import type { Outlet } from '#schemas/outlets/outlet.ts';
import { objectionToGrant } from '#schemas/staff/granting.ts';
import type { Actor, Permission } from '#schemas/staff/permissions.ts';
import type { Role, Staff } from '#schemas/staff/staff.ts';

const role = (id: string, permissions: Permission[], disabled = false): Role => ({
  id,
  name: id,
  disabled,
  permissions,
});

const clerk = role('role-clerk', ['orders.view', 'orders.create']);
const manager = role('role-manager', [
  'orders.view',
  'orders.create',
  'staff.edit',
  'outlets.all',
  'finance.post',
]);
const driver = role('role-driver', ['jobs.work']);
const roles = [clerk, manager, driver];

const person = (roleIds: string[], outletIds: string[]): Staff => ({
  id: 'staff-a',
  name: 'A',
  disabled: false,
  username: 'someone',
  roleIds,
  outletIds,
  employment: 'employed',
  hours: { from: '08:00', to: '20:00' },
});

/** Works in outlet 1, edits staff and roles there, and may otherwise do what a clerk may. */
const office: Actor = {
  id: 'staff-hr',
  name: 'HR',
  companyId: 'acme',
  outletIds: ['outlet-1'],
  roleIds: [],
  permissions: ['orders.view', 'orders.create', 'staff.edit', 'roles.edit'],
};

const staffChange = (stored: Staff | undefined, after: Staff) =>
  objectionToGrant(office, { collection: 'staff', stored, after }, { staff: [], roles });
const roleChange = (stored: Role | undefined, after: Role, holders: readonly Staff[] = []) =>
  objectionToGrant(office, { collection: 'roles', stored, after }, { staff: holders, roles });

describe('somebody who edits staff', () => {
  test('hires and moves people within his outlets, with roles no mightier than his', () => {
    expect(staffChange(undefined, person(['role-clerk'], ['outlet-1']))).toBeUndefined();
    expect(staffChange(undefined, person(['role-driver'], ['outlet-1']))).toBeUndefined();
  });

  test('makes nobody mightier than himself, himself included', () => {
    const before = person(['role-clerk'], ['outlet-1']);
    expect(staffChange(before, person(['role-manager'], ['outlet-1']))).toContain(
      'which you do not have yourself',
    );
    expect(
      staffChange({ ...before, id: office.id }, { ...before, id: office.id, roleIds: ['role-manager'] }),
    ).toBeDefined();
  });

  test('does not touch somebody who is mightier', () => {
    const boss = person(['role-manager'], ['outlet-1']);
    expect(staffChange(boss, { ...boss, disabled: true })).toBeDefined();
    expect(staffChange(boss, { ...boss, roleIds: [] })).toBeDefined();
  });

  test('reaches nobody outside his outlets, nor those who work for all', () => {
    const everywhere = person([], []);
    expect(staffChange(everywhere, { ...everywhere, disabled: true })).toBe('outside your outlets');
    const away = person(['role-clerk'], ['outlet-2']);
    expect(staffChange(away, { ...away, outletIds: ['outlet-1'] })).toBe('outside your outlets');
    const here = person(['role-clerk'], ['outlet-1']);
    expect(staffChange(here, { ...here, outletIds: ['outlet-1', 'outlet-2'] })).toBe('outside your outlets');
  });
});

describe('somebody who edits roles', () => {
  test('gives and takes what he has', () => {
    expect(roleChange(clerk, { ...clerk, permissions: ['orders.view'] })).toBeUndefined();
    expect(roleChange(undefined, role('role-new', ['orders.create']))).toBeUndefined();
  });

  test('neither gives nor takes what he does not have', () => {
    expect(roleChange(clerk, { ...clerk, permissions: ['orders.view', 'finance.post'] })).toContain(
      'finance.post',
    );
    expect(roleChange(manager, { ...manager, permissions: ['orders.view'] })).toBeDefined();
  });

  test('takes the management from nobody who may more', () => {
    const less = { ...manager, permissions: manager.permissions.filter((one) => one !== 'staff.edit') };
    expect(roleChange(manager, less)).toContain('yourself');
    expect(roleChange({ ...manager, permissions: ['orders.view', 'staff.edit'] }, clerk)).toBeUndefined();
  });

  test('changes a role for nobody outside of his outlets, but may call it something else', () => {
    const less = { ...clerk, permissions: clerk.permissions.slice(1) };
    expect(roleChange(clerk, less, [person(['role-clerk'], ['outlet-1'])])).toBeUndefined();
    for (const outletIds of [[], ['outlet-2'], ['outlet-1', 'outlet-2']]) {
      const holders = [person(['role-clerk'], outletIds)];
      expect(roleChange(clerk, less, holders)).toBe('the role is held outside your outlets');
      expect(roleChange(clerk, { ...clerk, disabled: true }, holders)).toBeDefined();
      expect(roleChange(clerk, { ...clerk, name: '话务' }, holders)).toBeUndefined();
    }
  });

  test('does not bring such a role back by enabling it, nor end it by disabling', () => {
    const asleep = role('role-x', ['finance.post'], true);
    expect(roleChange(asleep, { ...asleep, disabled: false })).toContain('finance.post');
    expect(roleChange(manager, { ...manager, disabled: true })).toBeDefined();
  });
});

describe('a rule of finance', () => {
  const off = ruleSwitched(undefined, false, '复核');
  const change = (actor: Actor, stored: CatalogItem | undefined, after: CatalogItem) =>
    objectionToGrant(actor, { collection: 'catalog', stored, after }, { staff: [], roles });
  const withoutRoles = {
    ...office,
    permissions: ['catalog.edit', 'finance.verify', 'finance.approve'] as const,
  };

  test('is switched by whoever edits roles, and by nobody else', () => {
    expect(change(office, undefined, off)).toBeUndefined();
    expect(change(withoutRoles, undefined, off)).toBe('roles.edit');
    expect(change(withoutRoles, off, { ...off, type: 'reason' })).toBe('roles.edit');
  });

  test('is the only thing of the catalog that takes this', () => {
    expect(change(withoutRoles, undefined, { ...off, id: 'reason-other', type: 'reason' })).toBeUndefined();
  });

  test('has its id to itself, and is a rule again when it is switched', () => {
    expect(change(withoutRoles, undefined, { ...off, type: 'reason' })).toBe('roles.edit');
    expect(ruleSwitched({ ...off, type: 'reason' }, false, '复核')).toMatchObject({
      type: 'rule',
      disabled: true,
    });
  });
});

describe('somebody who edits the vehicles and outlets of one outlet', () => {
  const vehicle = (driverIds: string[]): Vehicle => ({
    ...{ id: 'vehicle-1', name: '浙A12345', plate: '浙A12345', disabled: false, typeId: 'flatbed' },
    ...{ outletId: 'outlet-1', driverIds, state: 'available' },
    ...{ carModelIds: [], roadConditionIds: [], serviceIds: [] },
  });
  const known = ['outlet-1', 'outlet-2', ''].map((outletId, n) => ({
    ...person(['role-driver'], outletId === '' ? [] : [outletId]),
    id: `staff-${n + 1}`,
  }));
  const vehicleChange = (stored: Vehicle | undefined, after: Vehicle, actor = office) =>
    objectionToGrant(actor, { collection: 'vehicles', stored, after }, { staff: known, roles });

  test('puts onto a vehicle who is of his outlets: his position is shown with it', () => {
    expect(vehicleChange(undefined, vehicle(['staff-1', 'staff-unknown']))).toBeUndefined();
    const whoWorksForAll = vehicleChange(undefined, vehicle(['staff-3']));
    expect(whoWorksForAll).toBe('a driver is outside your outlets');
    expect(vehicleChange(vehicle([]), vehicle(['staff-2']))).toBe('a driver is outside your outlets');
    const everywhere: Actor = { ...office, permissions: ['outlets.all'] };
    expect(vehicleChange(vehicle([]), vehicle(['staff-2']), everywhere)).toBeUndefined();
  });

  test('leaves who is on it already, and takes him off', () => {
    expect(vehicleChange(vehicle(['staff-2']), vehicle(['staff-2', 'staff-1']))).toBeUndefined();
    expect(vehicleChange(vehicle(['staff-2']), vehicle([]))).toBeUndefined();
  });

  test('leaves other outlets alone', () => {
    const outlet = (id: string): Outlet => ({
      ...{ id, name: id, disabled: false, callSystemAddresses: [] },
      ...{ phone: '0571-88880000', address: '文三路 1 号', lng: 120.13, lat: 30.28 },
    });
    const change = (id: string) =>
      objectionToGrant(
        office,
        {
          collection: 'outlets',
          stored: outlet(id),
          after: { ...outlet(id), callSystemAddresses: ['10.0.0.1'] },
        },
        { staff: [], roles },
      );
    expect(change('outlet-1')).toBeUndefined();
    expect(change('outlet-2')).toBe('outside your outlets');
    const added = { collection: 'outlets', stored: undefined, after: outlet('outlet-new') } as const;
    const nobody = { staff: [], roles };
    expect(objectionToGrant(office, added, nobody)).toBe('outside your outlets');
    expect(objectionToGrant({ ...office, permissions: ['outlets.all'] }, added, nobody)).toBeUndefined();
  });
});
