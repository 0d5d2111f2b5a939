// The words around a role's permissions.
import type { MatrixStrings } from './matrix-strings.ts';

export default {
  count: (held: number, all: number) => `${held} of ${all} permissions granted`,
  everything: 'Everything',
  column: (action: string) => `Everywhere: ${action}`,
  row: (menu: string) => `${menu}: all actions`,
  wholeSection: (section: string) => `${section}: everything`,
  of: (menu: string, action: string) => `${menu}: ${action}`,
  others: 'Other actions',
  notYours: (permission: string) =>
    `You do not have “${permission}” yourself, so you cannot grant it or take it away`,
  noneYours: 'You have none of these yourself, so you cannot grant them or take them away',
  everybodys: 'Orders need this: everybody can see it, without its being granted',
  viewOnly: 'Your role lets you look at this, not change it',
  heldElsewhere:
    'People of other outlets have this role too: only who works for all outlets may change it. Copy it to make your own.',
  action: { view: 'View', create: 'Create', edit: 'Edit', delete: 'Delete' },
  section: { orders: 'Orders', finance: 'Finance', company: 'Company', people: 'People' },
  group: {
    orders: 'Order board',
    confirmations: 'Result confirmation',
    'order-repair': 'Order repair',
    jobs: 'Driver’s jobs',
    calls: 'Calls',
    map: 'Vehicle map',
    finance: 'Finance',
    verify: 'Verify',
    approve: 'Approve price',
    post: 'Post',
    'finance-repair': 'Finance repair',
    'month-close': 'Month close',
    customers: 'Customers',
    vehicles: 'Vehicles',
    outlets: 'Outlets',
    senders: 'Notice senders',
    catalog: 'Lists',
    staff: 'Staff',
    roles: 'Roles',
  },
} satisfies MatrixStrings;
