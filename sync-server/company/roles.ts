// The roles that every new company begins with. A company may change them, or found its own.
import { grantable, type Permission } from '#schemas/staff/permissions.ts';
import type { DocumentOf } from '#schemas/sync/collections.ts';

type Role = DocumentOf<'roles'>;

export function basicRoles(): Role[] {
  return [
    // Whoever manages does not drive: a manager's list of jobs would only ever be empty.
    role(
      'role-manager',
      '管理员',
      grantable.filter((permission) => permission !== 'jobs.work'),
    ),
    role('role-clerk', '建单员', clerk),
    role('role-dispatcher', '调度员', dispatcher),
    role('role-operator', '话务员', operator),
    role('role-driver', '司机', driver),
    role('role-finance', '财务', finance),
  ];
}

const lists: Permission[] = ['customers.view', 'vehicles.view', 'staff.view', 'roles.view'];

const clerk: Permission[] = ['orders.view', 'orders.create', 'orders.edit', 'orders.sms', ...lists];

const operator: Permission[] = [...clerk, 'calls.view'];

const dispatcher: Permission[] = [
  ...clerk,
  'orders.dispatch',
  'orders.complete',
  'orders.empty-run',
  'orders.void',
  'orders.confirm',
  'map.view',
  'calls.view',
];

const driver: Permission[] = ['jobs.work', 'vehicles.view'];

const finance: Permission[] = [
  'orders.view',
  'outlets.all',
  'finance.view',
  'finance.verify',
  'finance.approve',
  'finance.post',
  'finance.reverse',
  'finance.repair',
  'finance.close',
  ...lists,
];

function role(id: string, name: string, granted: readonly Permission[]): Role {
  return { id, name, disabled: false, permissions: [...granted] };
}
