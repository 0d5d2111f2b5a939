// Which role opens which page: told here by hand, apart from the table that decides it.
import { describe, expect, test } from 'vitest';
import type { Actor } from '#schemas/staff/permissions.ts';
import { basicRoles } from '../../sync-server/company/roles.ts';
import { mayOpen, pagePaths, pathOf, startPageOf, type PagePath } from '../../client/app/pages.ts';

const everybodys: PagePath[] = ['/', '/sync', '/ui', '/ui/list'];
const ofOrders: PagePath[] = [
  '/orders',
  '/orders/:id',
  '/orders/history',
  '/reservations',
  '/notices',
  '/ratings',
];
const taking: PagePath[] = ['/orders/new', '/orders/:id/edit'];
const lists: PagePath[] = [
  ...(['/customers', '/customers/:id', '/vehicles', '/vehicles/:id', '/outlets', '/outlets/:id'] as const),
  ...(['/staff', '/staff/:id', '/roles', '/roles/:id'] as const),
];
const statements: PagePath[] = ['/finance/statements', '/finance/statements/:id'];
const books: PagePath[] = ['/finance/accounts', '/finance/cash', '/finance/one-stop', '/finance/reports'];
const clerks = [...everybodys, ...ofOrders, ...taking, ...lists];

/** By the ready-made roles; the menu shows no more than what opens. */
const open: Readonly<Record<string, readonly PagePath[]>> = {
  'role-manager': pagePaths.filter((path) => !path.startsWith('/jobs')),
  'role-clerk': clerks,
  'role-operator': clerks,
  'role-dispatcher': [...clerks, '/confirmations', '/map'],
  'role-driver': [
    ...everybodys,
    ...(['/jobs', '/jobs/:id', '/vehicles', '/vehicles/:id', '/outlets', '/outlets/:id'] as const),
  ],
  'role-finance': [
    ...everybodys,
    ...ofOrders,
    '/finance',
    '/finance/:desk',
    ...statements,
    ...books,
    ...lists,
  ],
};

const actorOf = ({ id, permissions }: ReturnType<typeof basicRoles>[number]): Actor => ({
  ...{ id, name: id, companyId: 'company', outletIds: ['outlet'], roleIds: [id], permissions },
});

describe.each(basicRoles().map((role) => [role.id, actorOf(role)] as const))('%s', (id, actor) => {
  test('opens its own pages and no others', () => {
    expect(pagePaths.filter((path) => mayOpen(actor, path)).sort()).toEqual([...(open[id] ?? [])].sort());
  });

  test('begins where it may be', () => {
    expect(open[id]).toContain(pathOf(startPageOf(actor)));
  });
});

test('an address is of the page that it opens', () => {
  expect(pathOf('/orders/new')).toBe('/orders/new');
  expect(pathOf('/orders/01J')).toBe('/orders/:id');
  expect(pathOf('/finance/verify')).toBe('/finance/:desk');
  expect(pathOf('/finance/one-stop')).toBe('/finance/one-stop');
  expect(pathOf('/nowhere')).toBeUndefined();
});
