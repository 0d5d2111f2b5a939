// One person with one outlet, one customer, one vehicle and a driver, as a device knows them.
import { getRxStorageMemory } from 'rxdb/plugins/storage-memory';
import { memoryPhotoStore } from '../setup/photo-store.ts';
import type { RxStorage } from 'rxdb';
import { firstValueFrom, filter } from 'rxjs';
import { openClientData, type ClientData } from '../../client/data/client-data.ts';
import type { Clock } from '../../client/data/gate.ts';
import type { PhotoStore } from '../../client/data/photo-store.ts';
import type { Transfer } from '../../client/data/photo-transfer.ts';
import { createHttp } from '../../client/data/http.ts';
import type { SyncPhase } from '../../client/data/sync.ts';
import type { CommandPayload } from '#schemas/orders/commands.ts';
import { recencyOf, type Order } from '#schemas/orders/order.ts';
import { permissions, type Actor } from '#schemas/staff/permissions.ts';
import type { DocumentOf } from '#schemas/sync/collections.ts';
import type { FakeServer } from './fake-server.ts';

export const dispatcher: Actor = {
  id: 'staff-lin',
  name: '林',
  companyId: 'acme',
  outletIds: ['outlet-east'],
  roleIds: ['role-all'],
  permissions: permissions.filter((permission) => permission !== 'jobs.work'),
};

export const driver: Actor = {
  ...dispatcher,
  id: 'staff-zhao',
  name: '赵',
  permissions: ['orders.view', 'jobs.work'],
};

const named = (id: string) => ({ id, name: id, disabled: false });

export const outlet: DocumentOf<'outlets'> = {
  ...named('outlet-east'),
  ...{ phone: '0571-80000000', address: '杭州', lng: 120.1, lat: 30.2, callSystemAddresses: [] },
};

export const customer: DocumentOf<'customers'> = {
  ...named('customer-ping'),
  ...{ typeId: 'customer-type-insurer', contact: { name: '李' }, outletIds: [] },
  ...{ settlement: { cycle: 'monthly' as const }, needsConfirmation: false },
};

export const service: DocumentOf<'catalog'> = {
  ...named('service-tow'),
  ...{ type: 'service' as const, code: 'tow', sort: 1 },
};

export const vehicle: DocumentOf<'vehicles'> = {
  ...named('vehicle-1'),
  ...{ plate: '浙A12345', typeId: 'flatbed', outletId: 'outlet-east', state: 'available' as const },
  ...{ driverIds: [], carModelIds: [], roadConditionIds: [], serviceIds: [] },
};

export const driverStaff: DocumentOf<'staff'> = {
  ...named(driver.id),
  ...{ username: 'zhao', roleIds: ['role-driver'], outletIds: ['outlet-east'] },
  ...{ employment: 'employed' as const, hours: { from: '08:00', to: '20:00' } },
};

export const driverRole: DocumentOf<'roles'> = { ...named('role-driver'), permissions: ['jobs.work'] };

export const creation: CommandPayload<'create-order'> = {
  ...{ kind: 'normal', outletId: 'outlet-east', customerId: 'customer-ping', serviceId: 'service-tow' },
  contact: { name: '王', phone: '13800000000' },
  car: { plate: '浙A88888' },
  pickup: { address: '文三路', lng: 120.1, lat: 30.3 },
};

export function order(id: string, overrides: Partial<Order> = {}): Order {
  const createdAt = overrides.createdAt ?? '2026-03-01T08:00:00.000Z';
  const { kind: _, ...details } = creation;
  return {
    ...details,
    ...{ id, number: `N-${id}`, kind: 'normal', status: 'pending', attention: [] },
    timeline: [
      {
        id: `create-${id}`,
        type: 'create-order',
        at: createdAt,
        recordedAt: createdAt,
        by: 'x',
        status: 'pending',
      },
    ],
    finance: { stage: 'unverified' },
    createdAt,
    createdBy: 'x',
    recency: recencyOf(createdAt, id),
    version: 1,
    ...overrides,
  };
}

export function putReferences(server: FakeServer): void {
  server.put('outlets', outlet);
  server.put('customers', customer);
  server.put('catalog', service);
  server.put('vehicles', vehicle);
  server.put('staff', driverStaff);
  server.put('roles', driverRole);
}

/** Time that passes when the test says so. */
export class FakeClock implements Clock {
  private time = 1_700_000_000_000;
  private timers: { at: number; run: () => void }[] = [];

  now(): number {
    return this.time;
  }

  random(): number {
    return 0.5;
  }

  after(ms: number, run: () => void): () => void {
    const timer = { at: this.time + ms, run };
    this.timers.push(timer);
    return () => {
      this.timers = this.timers.filter((each) => each !== timer);
    };
  }

  advance(ms: number): void {
    this.time += ms;
    const due = this.timers.filter(({ at }) => at <= this.time);
    this.timers = this.timers.filter(({ at }) => at > this.time);
    for (const { run } of due) run();
  }
}

export interface DeviceOptions {
  readonly actor?: Actor;
  readonly storage?: RxStorage<unknown, unknown>;
  readonly clock?: Clock;
  readonly photoStore?: PhotoStore;
  readonly transfer?: Transfer;
}

let companies = 0;

/** A device of a company of its own, since storage in memory outlives a database that is closed. */
export function openDeviceData(server: FakeServer, options: DeviceOptions = {}): Promise<ClientData> {
  const actor = { ...(options.actor ?? dispatcher), companyId: `acme-${++companies}` };
  return openClientData(actor, {
    http: createHttp(server.url),
    isSignedIn: () => true,
    storage: getRxStorageMemory(),
    photoStore: memoryPhotoStore(),
    multiInstance: false,
    ...options,
  });
}

export async function reaches(data: ClientData, phase: SyncPhase): Promise<void> {
  await firstValueFrom(data.sync.status$.pipe(filter((status) => status.phase === phase)));
}
