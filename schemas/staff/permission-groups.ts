// The permissions as they stand in the menu: each entry with what can be done there. And what one permission
// needs another for: who may edit customers has to see them.
import { grantable, permissions, type Permission } from './permissions.ts';

/** What most entries of the menu have in common; the rest is an entry's own. */
export const commonActions = ['view', 'create', 'edit', 'delete'] as const;
export type CommonAction = (typeof commonActions)[number];

export interface PermissionGroup extends Partial<Record<CommonAction, Permission>> {
  readonly id: string;
  readonly others: readonly Permission[];
}

export interface PermissionSection {
  readonly id: string;
  readonly groups: readonly PermissionGroup[];
}

const subject = <Id extends string>(
  id: Id,
  actions: Partial<Record<CommonAction, Permission>>,
  ...others: Permission[]
) => ({ id, ...actions, others });

/** In the order of the menu. */
export const permissionSections = [
  {
    id: 'orders',
    groups: [
      subject(
        'orders',
        { view: 'orders.view', create: 'orders.create', edit: 'orders.edit' },
        'orders.dispatch',
        'orders.complete',
        'orders.empty-run',
        'orders.void',
        'orders.sms',
      ),
      subject('confirmations', {}, 'orders.confirm'),
      subject('order-repair', {}, 'orders.repair'),
      subject('jobs', {}, 'jobs.work'),
      subject('calls', { view: 'calls.view' }),
      subject('map', { view: 'map.view' }),
    ],
  },
  {
    id: 'finance',
    groups: [
      subject('finance', { view: 'finance.view' }),
      subject('verify', {}, 'finance.verify'),
      subject('approve', {}, 'finance.approve'),
      subject('post', {}, 'finance.post'),
      subject('finance-repair', {}, 'finance.reverse', 'finance.repair'),
      subject('month-close', {}, 'finance.close', 'finance.reopen'),
    ],
  },
  {
    id: 'company',
    groups: [
      subject('customers', { view: 'customers.view', edit: 'customers.edit', delete: 'customers.delete' }),
      subject('vehicles', { view: 'vehicles.view', edit: 'vehicles.edit', delete: 'vehicles.delete' }),
      subject(
        'outlets',
        { view: 'outlets.view', edit: 'outlets.edit', delete: 'outlets.delete' },
        'outlets.all',
      ),
      subject('senders', { edit: 'senders.edit' }),
      subject('catalog', { view: 'catalog.view', edit: 'catalog.edit', delete: 'catalog.delete' }),
    ],
  },
  {
    id: 'people',
    groups: [
      subject('staff', { view: 'staff.view', edit: 'staff.edit', delete: 'staff.delete' }, 'staff.sensitive'),
      subject('roles', { view: 'roles.view', edit: 'roles.edit', delete: 'roles.delete' }),
    ],
  },
] as const satisfies readonly PermissionSection[];

export type PermissionSectionId = (typeof permissionSections)[number]['id'];
export type PermissionGroupId = (typeof permissionSections)[number]['groups'][number]['id'];

export const permissionsIn = (group: PermissionGroup): Permission[] => [
  ...commonActions.flatMap((action) => group[action] ?? []),
  ...group.others,
];

/** Of an entry of the menu what is granted by a role: not what everybody may anyway. */
export const grantableIn = (group: PermissionGroup): Permission[] =>
  permissionsIn(group).filter((each) => grantable.includes(each));

/** To see all outlets says nothing of any entry; whoever assigns roles has to see which there are. */
const needs: Partial<Record<Permission, readonly Permission[]>> = {
  'outlets.all': [],
  'senders.edit': ['customers.view'],
  'staff.edit': ['staff.view', 'roles.view'],
};

/** What one permission is worth nothing without, e.g. `customers.view` for `customers.edit`. */
export function neededFor(permission: Permission): readonly Permission[] {
  const listed = needs[permission];
  if (listed) return listed;
  const view = `${permission.split('.')[0] ?? ''}.view`;
  return grantable.filter((each) => each === view && each !== permission);
}

const inOrder = (held: ReadonlySet<Permission>): Permission[] => permissions.filter((each) => held.has(each));

/** With these, and with what they need. */
export function withPermissions(held: readonly Permission[], added: readonly Permission[]): Permission[] {
  return inOrder(new Set([...held, ...added, ...added.flatMap(neededFor)]));
}

/** Without these, nor what needs them. */
export function withoutPermissions(held: readonly Permission[], taken: readonly Permission[]): Permission[] {
  const gone = (each: Permission) => [each, ...neededFor(each)].some((one) => taken.includes(one));
  return inOrder(new Set(held.filter((each) => !gone(each))));
}
