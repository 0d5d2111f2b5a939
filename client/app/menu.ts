// Where a person can go, by permission, and where his day begins.
import ArchiveRestore from 'lucide-solid/icons/archive-restore';
import Banknote from 'lucide-solid/icons/banknote';
import ClipboardList from 'lucide-solid/icons/clipboard-list';
import CirclePlus from 'lucide-solid/icons/circle-plus';
import Truck from 'lucide-solid/icons/truck';
import { may, type Actor, type Permission } from '#schemas/staff/permissions.ts';
import type { NavItem } from '../ui/shell-nav.tsx';
import type { AppStrings } from './strings.ts';

interface Place {
  readonly href: string;
  readonly permission: Permission;
  readonly label: (t: AppStrings) => string;
  readonly icon: NavItem['icon'];
  readonly end?: boolean;
}

const quarantine = '/quarantine';

const places: readonly Place[] = [
  { href: '/jobs', permission: 'jobs.work', label: (t) => t.jobs, icon: Truck },
  { href: '/orders', permission: 'orders.view', label: (t) => t.orders, icon: ClipboardList, end: true },
  { href: '/orders/new', permission: 'orders.create', label: (t) => t.newOrder, icon: CirclePlus },
  { href: '/finance', permission: 'finance.view', label: (t) => t.finance, icon: Banknote },
  { href: quarantine, permission: 'staff.edit', label: (t) => t.heldBack, icon: ArchiveRestore },
];

/** @param heldBack how many entries wait in the quarantine for this person */
export function menuOf(actor: Actor, t: AppStrings, heldBack = 0): NavItem[] {
  return places
    .filter(({ permission }) => may(actor, permission))
    .map(({ label, href, icon, end = false }) => ({
      ...{ href, icon, end, label: label(t) },
      ...(href === quarantine && { badge: heldBack }),
    }));
}

/** A manager may do everything and begins at the board; who does one thing begins there. */
export function startPageOf(actor: Actor): string {
  if (may(actor, 'jobs.work') && !may(actor, 'orders.dispatch')) return '/jobs';
  if (may(actor, 'finance.view') && !may(actor, 'orders.create')) return '/finance';
  return may(actor, 'orders.view') ? '/orders' : '/sync';
}
