// Which ready-made role opens which page: told by hand, apart from the table of the app that decides it.
import { pagePaths, type PagePath } from '../../client/app/pages.ts';

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

/** By the ready-made roles. */
export const pagesOfRole: Readonly<Record<string, readonly PagePath[]>> = {
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
