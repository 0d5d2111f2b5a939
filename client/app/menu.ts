// Where a person can go: of what opens to him, what stands in the menu.
import ArchiveRestore from 'lucide-solid/icons/archive-restore';
import BadgeJapaneseYen from 'lucide-solid/icons/badge-japanese-yen';
import Banknote from 'lucide-solid/icons/banknote';
import Building from 'lucide-solid/icons/building';
import ChartColumn from 'lucide-solid/icons/chart-column';
import CarFront from 'lucide-solid/icons/car-front';
import ClipboardCheck from 'lucide-solid/icons/clipboard-check';
import ClipboardList from 'lucide-solid/icons/clipboard-list';
import CalendarClock from 'lucide-solid/icons/calendar-clock';
import CirclePlus from 'lucide-solid/icons/circle-plus';
import Coins from 'lucide-solid/icons/coins';
import ListChecks from 'lucide-solid/icons/list-checks';
import LibraryBig from 'lucide-solid/icons/library-big';
import MapIcon from 'lucide-solid/icons/map';
import MapPin from 'lucide-solid/icons/map-pin';
import ReceiptText from 'lucide-solid/icons/receipt-text';
import Scale from 'lucide-solid/icons/scale';
import ShieldCheck from 'lucide-solid/icons/shield-check';
import RadioTower from 'lucide-solid/icons/radio-tower';
import MessageSquareText from 'lucide-solid/icons/message-square-text';
import Rocket from 'lucide-solid/icons/rocket';
import Truck from 'lucide-solid/icons/truck';
import Users from 'lucide-solid/icons/users';
import BadgeCheck from 'lucide-solid/icons/badge-check';
import Star from 'lucide-solid/icons/star';
import FolderSearch from 'lucide-solid/icons/folder-search';
import Inbox from 'lucide-solid/icons/inbox';
import type { Actor } from '#schemas/staff/permissions.ts';
import type { NavItem } from '../ui/shell-nav.tsx';
import { mayOpen, pathOf } from './pages.ts';
import type { AppStrings } from './strings.ts';

interface Place {
  readonly href: string;
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
    places: [{ href: '/jobs', label: (t) => t.jobs, icon: Truck }],
  },
  {
    name: 'orders',
    places: [
      { href: '/orders', label: (t) => t.orders, icon: ClipboardList, end: true },
      { href: '/orders/new', label: (t) => t.newOrder, icon: CirclePlus },
      { href: reservations, label: (t) => t.reservations, icon: CalendarClock },
      { href: notices, label: (t) => t.notices, icon: Inbox },
      {
        href: '/confirmations',
        label: (t) => t.confirmations,
        icon: BadgeCheck,
      },
      { href: '/ratings', label: (t) => t.ratings, icon: Star },
      { href: '/orders/history', label: (t) => t.pastOrders, icon: FolderSearch },
    ],
  },
  {
    name: 'finance',
    places: [
      { href: '/finance/verify', label: (t) => t.verify, icon: ClipboardCheck },
      {
        href: '/finance/approve',
        label: (t) => t.approve,
        icon: BadgeJapaneseYen,
      },
      { href: '/finance/post', label: (t) => t.post, icon: Banknote },
      { href: '/finance/one-stop', label: (t) => t.oneStop, icon: ListChecks },
      { href: '/finance/statements', label: (t) => t.statements, icon: ReceiptText },
      { href: '/finance/cash', label: (t) => t.cash, icon: Coins },
      { href: '/finance/accounts', label: (t) => t.accounts, icon: Scale },
      { href: '/finance/reports', label: (t) => t.reports, icon: ChartColumn },
    ],
  },
  {
    name: 'company',
    places: [
      { href: '/customers', label: (t) => t.customers, icon: Building },
      { href: '/vehicles', label: (t) => t.vehicles, icon: CarFront },
      { href: '/map', label: (t) => t.liveMap, icon: MapIcon },
      { href: '/outlets', label: (t) => t.outlets, icon: MapPin },
      { href: '/senders', label: (t) => t.senders, icon: RadioTower },
      { href: '/sms', label: (t) => t.smsGateway, icon: MessageSquareText },
      { href: '/catalog', label: (t) => t.catalog, icon: LibraryBig },
    ],
  },
  {
    name: 'people',
    places: [
      { href: '/staff', label: (t) => t.staff, icon: Users },
      { href: '/roles', label: (t) => t.roles, icon: ShieldCheck },
      { href: quarantine, label: (t) => t.heldBack, icon: ArchiveRestore },
    ],
  },
];

/** How much waits for this person, at the time it is read. */
export interface Waiting {
  /** In the quarantine. */
  readonly heldBack: () => number;
  readonly notices: () => number;
  /** Reservations that are due and nobody is sent to. */
  readonly reservations: () => number;
  /** Of a new company's first steps; the place is there while this is, at the end with nothing left. */
  readonly stepsLeft?: () => number;
}

export function menuOf(actor: Actor, t: AppStrings, waiting: Waiting): NavItem[] {
  const badges: Readonly<Record<string, () => number>> = {
    [quarantine]: waiting.heldBack,
    [notices]: waiting.notices,
    [reservations]: waiting.reservations,
  };
  const items = groups.flatMap(({ name, places }) => {
    const section = name && { id: name, label: t.menu[name] };
    return places
      .filter(({ href }) => isOpenTo(actor, href))
      .map(({ label, href, icon, end = false }) => ({
        ...{ href, icon, end, label: label(t), section },
        badge: badges[href],
      }));
  });
  const { stepsLeft } = waiting;
  return stepsLeft ? [{ href: '/setup', label: t.setup, icon: Rocket, badge: stepsLeft }, ...items] : items;
}

function isOpenTo(actor: Actor, href: string): boolean {
  const path = pathOf(href);
  return path !== undefined && mayOpen(actor, path);
}
