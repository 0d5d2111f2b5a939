// A small company for server tests: two outlets, one person of each role, one vehicle each.
import type { Filed } from '../../sync-server/company/found.ts';
import { basicCatalog } from '../../sync-server/company/catalog.ts';
import { basicRoles } from '../../sync-server/company/roles.ts';
import { actorOf } from '#schemas/staff/actor.ts';
import type { Actor } from '#schemas/staff/permissions.ts';
import type { CommandPayload, CommandType } from '#schemas/orders/commands.ts';
import type { DocumentOf } from '#schemas/sync/collections.ts';

export const company = { id: 'acme', name: 'Acme 救援', zone: 'Asia/Shanghai' };

const outlet = (id: string): DocumentOf<'outlets'> => ({
  id,
  name: id,
  disabled: false,
  phone: '0571-80000000',
  address: '杭州',
  lng: 120.15,
  lat: 30.27,
  callSystemAddresses: [],
});

const person = (username: string, roleId: string, outletIds: string[]): DocumentOf<'staff'> => ({
  id: `staff-${username}`,
  name: username,
  disabled: false,
  username,
  roleIds: [roleId],
  outletIds,
  employment: 'employed',
  hours: { from: '08:00', to: '20:00' },
});

const vehicle = (id: string, outletId: string, plate: string): DocumentOf<'vehicles'> => ({
  id,
  name: id,
  disabled: false,
  plate,
  typeId: 'vehicle-type-flatbed',
  outletId,
  driverIds: [],
  carModelIds: [],
  roadConditionIds: [],
  serviceIds: [],
  state: 'available',
});

const customer = (id: string, outletIds: string[]): DocumentOf<'customers'> => ({
  id,
  name: id,
  disabled: false,
  typeId: 'customer-type-insurer',
  contact: { name: '李' },
  outletIds,
  settlement: { cycle: 'monthly' },
  needsConfirmation: false,
});

const staff = [
  person('admin', 'role-manager', []),
  person('clerk', 'role-clerk', ['outlet-1']),
  person('dispatcher', 'role-dispatcher', ['outlet-1']),
  person('dispatcher2', 'role-dispatcher', ['outlet-2']),
  person('driver1', 'role-driver', ['outlet-1']),
  person('driver2', 'role-driver', ['outlet-1']),
  person('driver3', 'role-driver', ['outlet-2']),
  person('finance', 'role-finance', []),
  person('finance2', 'role-finance', []),
];

export const companyDocuments: Filed[] = [
  ...basicRoles().map((document) => ({ collection: 'roles' as const, document })),
  ...basicCatalog().map((document) => ({ collection: 'catalog' as const, document })),
  ...['outlet-1', 'outlet-2'].map((id) => ({ collection: 'outlets' as const, document: outlet(id) })),
  ...staff.map((document) => ({ collection: 'staff' as const, document })),
  { collection: 'vehicles', document: vehicle('vehicle-1', 'outlet-1', '浙A12345') },
  { collection: 'vehicles', document: vehicle('vehicle-2', 'outlet-2', '浙A12346') },
  { collection: 'customers', document: customer('customer-all', []) },
  { collection: 'customers', document: customer('customer-2', ['outlet-2']) },
  {
    collection: 'customers',
    document: { ...customer('customer-confirms', []), needsConfirmation: true },
  },
];

export type Who =
  | 'admin'
  | 'clerk'
  | 'dispatcher'
  | 'dispatcher2'
  | 'driver1'
  | 'driver2'
  | 'driver3'
  | 'finance'
  | 'finance2';

export function actor(username: Who): Actor {
  const found = staff.find((one) => one.username === username);
  if (!found) throw new Error(`Nobody is called ${username}`);
  return actorOf(found, basicRoles(), company.id);
}

let made = 0;

/** A command with a fresh id; device numbers count up over the whole test file. */
export function command<Kind extends CommandType>(
  type: Kind,
  orderId: string,
  payload: CommandPayload<Kind>,
) {
  made++;
  return {
    id: `command-${made}`,
    n: made,
    deviceId: 'device-1',
    type,
    orderId,
    at: '2026-03-01T08:00:00Z',
    payload,
  };
}

/** What the server needs to find an order by, of one that nobody looks at. */
export const orderBody = (id: string, outletId: string) => ({
  ...{ id, outletId, customerId: 'customer-all', serviceId: 'service-tow', status: 'pending' },
  ...{ createdAt: '2026-03-01T08:00:00Z', finance: { stage: 'unverified' } },
});

export const creation = (
  overrides: Partial<CommandPayload<'create-order'>> = {},
): CommandPayload<'create-order'> => ({
  kind: 'normal',
  outletId: 'outlet-1',
  customerId: 'customer-all',
  serviceId: 'service-tow',
  contact: { name: '王先生', phone: '13900000000' },
  car: { plate: '浙A88888' },
  pickup: { address: '西湖区文三路 1 号', lng: 120.13, lat: 30.28 },
  ...overrides,
});
