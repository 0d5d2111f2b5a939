// Every permission has its one place in the menu, and nothing is granted that is worth nothing.
import { describe, expect, test } from 'vitest';
import { basicRoles } from '../../sync-server/company/roles.ts';
import {
  grantableIn,
  neededFor,
  permissionSections,
  permissionsIn,
  withoutPermissions,
  withPermissions,
  type PermissionGroup,
} from '#schemas/staff/permission-groups.ts';
import { everybodys, permissions } from '#schemas/staff/permissions.ts';

const groups: readonly PermissionGroup[] = permissionSections.flatMap(({ groups: each }) => [...each]);

describe('the permissions by menu', () => {
  test('have each permission exactly once', () => {
    expect(groups.flatMap(permissionsIn).sort()).toEqual([...permissions].sort());
  });

  test('name no entry twice', () => {
    const ids = groups.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)]);
  });
});

describe('a permission', () => {
  test('brings along what it needs', () => {
    expect(withPermissions([], ['customers.edit'])).toEqual(['customers.view', 'customers.edit']);
    expect(withPermissions(['map.view'], ['staff.edit'])).toEqual([
      'staff.view',
      'staff.edit',
      'roles.view',
      'map.view',
    ]);
  });

  test('takes along what is worth nothing without it', () => {
    const held = withPermissions([], ['roles.view', 'staff.edit', 'staff.delete', 'jobs.work']);
    expect(withoutPermissions(held, ['staff.view'])).toEqual(['jobs.work', 'roles.view']);
    expect(withoutPermissions(held, ['roles.view'])).not.toContain('staff.edit');
  });

  test('that everybody has is neither granted nor brought along', () => {
    expect(groups.flatMap(grantableIn).sort()).toEqual(
      permissions.filter((one) => !everybodys.includes(one)).sort(),
    );
    for (const permission of permissions)
      expect(neededFor(permission).filter((one) => everybodys.includes(one))).toEqual([]);
  });

  test('needs nothing that needs more: one step is enough', () => {
    for (const permission of permissions) {
      const needed = neededFor(permission);
      expect(needed).not.toContain(permission);
      for (const each of needed) expect(needed).toEqual(expect.arrayContaining([...neededFor(each)]));
    }
  });

  test('of the roles that come ready has what it needs', () => {
    for (const role of basicRoles())
      expect(role.permissions.toSorted()).toEqual(withPermissions(role.permissions, role.permissions).sort());
  });
});
