// What a signed-in person may do and where, as it follows from roles and outlets.
import { describe, expect, test } from 'vitest';
import { personOf } from '../setup/rules.ts';
import { basicRoles } from '../../sync-server/company/roles.ts';
import { actorOf } from '#schemas/staff/actor.ts';
import {
  everybodys,
  grantable,
  may,
  permissions,
  seesAnyOutlet,
  seesOutlet,
} from '#schemas/staff/permissions.ts';
import type { DocumentOf } from '#schemas/sync/collections.ts';

const person: DocumentOf<'staff'> = {
  id: 'staff-1',
  name: '王',
  disabled: false,
  username: 'wang',
  roleIds: ['role-driver', 'role-clerk', 'role-gone'],
  outletIds: ['outlet-1'],
  employment: 'employed',
  hours: { from: '08:00', to: '20:00' },
};

describe('a person', () => {
  test('may what any of the roles allows, each once', () => {
    const actor = actorOf(person, basicRoles(), 'acme');
    expect(may(actor, 'jobs.work')).toBe(true);
    expect(may(actor, 'orders.create')).toBe(true);
    expect(may(actor, 'finance.verify')).toBe(false);
    expect(new Set(actor.permissions).size).toBe(actor.permissions.length);
  });

  test('may nothing by a role that is disabled or not there', () => {
    const roles = basicRoles().map((role) => ({ ...role, disabled: role.id === 'role-driver' }));
    expect(may(actorOf(person, roles, 'acme'), 'jobs.work')).toBe(false);
    expect(actorOf({ ...person, roleIds: ['role-gone'] }, roles, 'acme').permissions).toEqual([]);
  });

  test('reads the lists and the outlets by any role, also by one of the days when they were granted', () => {
    const old = basicRoles().map((role) => ({ ...role, permissions: [...role.permissions, ...everybodys] }));
    for (const roles of [basicRoles(), old]) {
      const held = actorOf({ ...person, roleIds: ['role-driver'] }, roles, 'acme').permissions;
      expect([...held].sort()).toEqual(['jobs.work', 'vehicles.view', ...everybodys].sort());
    }
  });

  test('sees the own outlets, or all by permission', () => {
    expect([seesOutlet(personOf('clerk'), 'outlet-1'), seesOutlet(personOf('clerk'), 'outlet-2')]).toEqual([
      true,
      false,
    ]);
    expect(seesOutlet(personOf('admin'), 'outlet-founded-later')).toBe(true);
    expect(seesOutlet(personOf('finance'), 'outlet-2')).toBe(true);
  });

  test('sees somebody who shares an outlet', () => {
    expect(seesAnyOutlet(personOf('clerk'), ['outlet-2', 'outlet-1'])).toBe(true);
    expect(seesAnyOutlet(personOf('clerk'), ['outlet-2'])).toBe(false);
    expect(seesAnyOutlet(personOf('clerk'), [])).toBe(false);
    expect(seesAnyOutlet(personOf('admin'), [])).toBe(true);
  });
});

describe('the roles of a new company', () => {
  test('allow nothing that there is not, and together everything', () => {
    const granted = new Set(basicRoles().flatMap((role) => role.permissions));
    expect([...granted].sort()).toEqual(grantable.toSorted());
  });

  test('let nobody but finance and managers touch money, and nobody drive but drivers', () => {
    const roleIds = (permission: (typeof permissions)[number]) =>
      basicRoles()
        .filter((role) => role.permissions.includes(permission))
        .map(({ id }) => id)
        .sort();
    const ofFinance = permissions.filter((one) => one.startsWith('finance.') && one !== 'finance.reopen');
    for (const permission of ofFinance) expect(roleIds(permission)).toEqual(['role-finance', 'role-manager']);
    expect(roleIds('finance.reopen')).toEqual(['role-manager']);
    expect(roleIds('jobs.work')).toEqual(['role-driver']);
    expect(roleIds('orders.dispatch')).toEqual(['role-dispatcher', 'role-manager']);
  });

  test('let those who dispatch see what they choose from', () => {
    for (const { permissions: granted } of basicRoles())
      if (granted.includes('orders.dispatch'))
        expect(granted).toEqual(
          expect.arrayContaining(['orders.view', 'vehicles.view', 'staff.view', 'roles.view']),
        );
  });
});
