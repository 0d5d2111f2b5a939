// Every address of the app, and what somebody has to be allowed for it to open: routes and menu go by this table. And
// where somebody's day begins.
import { editPermission } from '#schemas/staff/editing.ts';
import { may, type Actor, type Permission } from '#schemas/staff/permissions.ts';
import { stepIds } from '../setup/steps.ts';

/** All of them are needed; none: it is there for everybody. */
type Needed = readonly Permission[];

export const pages = {
  '/': [],
  '/orders': ['orders.view'],
  '/orders/new': ['orders.create'],
  '/orders/history': ['orders.view'],
  '/orders/:id': ['orders.view'],
  '/orders/:id/edit': ['orders.edit'],
  '/reservations': ['orders.view'],
  '/jobs': ['jobs.work'],
  '/jobs/:id': ['jobs.work'],
  '/finance': ['finance.view'],
  '/finance/statements': ['finance.view'],
  '/finance/statements/:id': ['finance.view'],
  '/finance/cash': ['finance.view'],
  '/finance/reports': ['finance.view'],
  '/finance/one-stop': ['finance.view', 'finance.verify', 'finance.approve', 'finance.post'],
  '/finance/:desk': ['finance.view'],
  // The books are the whole company's.
  '/finance/accounts': ['finance.view', 'outlets.all'],
  '/quarantine': ['staff.edit'],
  '/confirmations': ['orders.confirm'],
  '/ratings': ['orders.view'],
  '/notices': ['orders.view'],
  '/customers': ['customers.view'],
  '/customers/:id': ['customers.view'],
  '/map': ['map.view', 'vehicles.view'],
  '/vehicles': ['vehicles.view'],
  '/vehicles/:id': ['vehicles.view'],
  '/outlets': ['outlets.view'],
  '/outlets/:id': ['outlets.view'],
  '/staff': ['staff.view'],
  '/staff/:id': ['staff.view'],
  '/roles': ['roles.view'],
  '/roles/:id': ['roles.view'],
  // Whoever only reads it, reads it wherever something of it is chosen.
  '/catalog': ['catalog.edit'],
  '/catalog/:id': ['catalog.edit'],
  '/senders': ['senders.edit'],
  '/sms': ['senders.edit'],
  '/import/customers': ['customers.edit'],
  '/import/vehicles': ['vehicles.edit'],
  '/import/staff': ['staff.edit'],
  '/setup': stepIds.map((id) => editPermission[id]),
  '/sync': [],
  '/ui': [],
  '/ui/list': [],
} as const satisfies Readonly<Record<string, Needed>>;

export type PagePath = keyof typeof pages;

export const pagePaths = Object.keys(pages) as readonly PagePath[];

export function mayOpen(actor: Actor, path: PagePath): boolean {
  const needed: Needed = pages[path];
  return needed.every((permission) => may(actor, permission));
}

/** @param address as it is typed, without what follows the path: `/finance/verify` is of `/finance/:desk` */
export function pathOf(address: string): PagePath | undefined {
  const parts = address.split('/');
  const fits = (path: PagePath): boolean => {
    const own = path.split('/');
    return own.length === parts.length && own.every((part, at) => part.startsWith(':') || part === parts[at]);
  };
  return pagePaths.find((path) => path === address) ?? pagePaths.find(fits);
}

/** A manager may do everything and begins at the board; who does one thing begins there. */
export function startPageOf(actor: Actor): string {
  if (may(actor, 'jobs.work') && !may(actor, 'orders.dispatch')) return '/jobs';
  if (may(actor, 'finance.view') && !may(actor, 'orders.create')) return '/finance';
  return may(actor, 'orders.view') ? '/orders' : '/sync';
}
