// Where a person can go, by permission, and where his day begins.
import ArchiveRestore from 'lucide-solid/icons/archive-restore';
import BadgeJapaneseYen from 'lucide-solid/icons/badge-japanese-yen';
import Banknote from 'lucide-solid/icons/banknote';
import Building from 'lucide-solid/icons/building';
import CarFront from 'lucide-solid/icons/car-front';
import ClipboardCheck from 'lucide-solid/icons/clipboard-check';
import ClipboardList from 'lucide-solid/icons/clipboard-list';
import CalendarClock from 'lucide-solid/icons/calendar-clock';
import CirclePlus from 'lucide-solid/icons/circle-plus';
import LibraryBig from 'lucide-solid/icons/library-big';
import MapPin from 'lucide-solid/icons/map-pin';
import ShieldCheck from 'lucide-solid/icons/shield-check';
import Rocket from 'lucide-solid/icons/rocket';
import Truck from 'lucide-solid/icons/truck';
import Users from 'lucide-solid/icons/users';
import BadgeCheck from 'lucide-solid/icons/badge-check';
import Star from 'lucide-solid/icons/star';
import Inbox from 'lucide-solid/icons/inbox';
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

interface Group {
  /** A group without a name stands above the others. */
  readonly name?: keyof AppStrings['menu'];
  readonly places: readonly Place[];
}

const quarantine = '/quarantine';
const notices = '/notices';
const reservations = '/reservations';

const groups: readonly Group[] = [
  {
    places: [{ href: '/jobs', permission: 'jobs.work', label: (t) => t.jobs, icon: Truck }],
  },
  {
    name: 'orders',
    places: [
      { href: '/orders', permission: 'orders.view', label: (t) => t.orders, icon: ClipboardList, end: true },
      { href: '/orders/new', permission: 'orders.create', label: (t) => t.newOrder, icon: CirclePlus },
      { href: reservations, permission: 'orders.view', label: (t) => t.reservations, icon: CalendarClock },
      { href: notices, permission: 'orders.view', label: (t) => t.notices, icon: Inbox },
      {
        href: '/confirmations',
        permission: 'orders.confirm',
        label: (t) => t.confirmations,
        icon: BadgeCheck,
      },
      { href: '/ratings', permission: 'orders.view', label: (t) => t.ratings, icon: Star },
    ],
  },
  {
    name: 'finance',
    places: [
      { href: '/finance/verify', permission: 'finance.view', label: (t) => t.verify, icon: ClipboardCheck },
      {
        href: '/finance/approve',
        permission: 'finance.view',
        label: (t) => t.approve,
        icon: BadgeJapaneseYen,
      },
      { href: '/finance/post', permission: 'finance.view', label: (t) => t.post, icon: Banknote },
    ],
  },
  {
    name: 'company',
    places: [
      { href: '/customers', permission: 'customers.view', label: (t) => t.customers, icon: Building },
      { href: '/vehicles', permission: 'vehicles.view', label: (t) => t.vehicles, icon: CarFront },
      { href: '/outlets', permission: 'outlets.view', label: (t) => t.outlets, icon: MapPin },
      { href: '/catalog', permission: 'catalog.edit', label: (t) => t.catalog, icon: LibraryBig },
    ],
  },
  {
    name: 'people',
    places: [
      { href: '/staff', permission: 'staff.view', label: (t) => t.staff, icon: Users },
      { href: '/roles', permission: 'roles.view', label: (t) => t.roles, icon: ShieldCheck },
      { href: quarantine, permission: 'staff.edit', label: (t) => t.heldBack, icon: ArchiveRestore },
    ],
  },
];

/** How much waits for this person. */
export interface Waiting {
  /** In the quarantine. */
  readonly heldBack: number;
  readonly notices: number;
  /** Reservations that are due and nobody is sent to. */
  readonly reservations: number;
  /** Of a new company's first steps; without any left the place is not there. */
  readonly stepsLeft: number;
}

export function menuOf(actor: Actor, t: AppStrings, waiting: Waiting): NavItem[] {
  const badges: Readonly<Record<string, number>> = {
    [quarantine]: waiting.heldBack,
    [notices]: waiting.notices,
    [reservations]: waiting.reservations,
  };
  const items = groups.flatMap(({ name, places }) => {
    const section = name && { id: name, label: t.menu[name] };
    return places
      .filter(({ permission }) => may(actor, permission))
      .map(({ label, href, icon, end = false }) => ({
        ...{ href, icon, end, label: label(t), section },
        ...(badges[href] !== undefined && { badge: badges[href] }),
      }));
  });
  const setup: NavItem = { href: '/setup', label: t.setup, icon: Rocket, badge: waiting.stepsLeft };
  return waiting.stepsLeft > 0 ? [setup, ...items] : items;
}

/** A manager may do everything and begins at the board; who does one thing begins there. */
export function startPageOf(actor: Actor): string {
  if (may(actor, 'jobs.work') && !may(actor, 'orders.dispatch')) return '/jobs';
  if (may(actor, 'finance.view') && !may(actor, 'orders.create')) return '/finance';
  return may(actor, 'orders.view') ? '/orders' : '/sync';
}
