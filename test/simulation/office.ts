// What clerks and dispatchers do.
import { creation } from '../setup/company.ts';
import type { ProjectedOrder } from '../../client/data/projection.ts';
import type { Deeds, Person } from './person.ts';
import type { OrderPatch } from '#schemas/orders/commands.ts';
import { isOpen } from '#schemas/orders/order.ts';

export const officeDeeds: Deeds = [
  [createOrder, 20],
  [edit, 20],
  [dispatch, 24],
  [close, 8],
  [createAndDispatch, 8],
  [offer, 6],
  [recall, 2],
  [overreach, 2],
];

export async function createOrder(person: Person): Promise<string> {
  const { device, chance, word } = person;
  const outlets = device.list('outlets').filter(({ id }) => sees(person, id));
  const customers = device.list('customers').filter(({ disabled }) => !disabled);
  const id = device.data.commands.newId();
  const outletId = outlets.length > 0 ? chance.pick(outlets).id : 'outlet-1';
  const customerId = customers.length > 0 ? chance.pick(customers).id : 'customer-all';
  await person.enter('create-order', id, creation({ outletId, customerId, note: word() }));
  return id;
}

const sees = ({ device: { actor } }: Person, outletId: string) =>
  actor.permissions.includes('outlets.all') || actor.outletIds.includes(outletId);

/** An open order, now and then one that is closed already. */
export async function anOrder({ device, chance }: Person): Promise<ProjectedOrder | undefined> {
  const orders = await device.orders();
  const open = orders.filter(({ status }) => isOpen(status));
  const choice = open.length > 0 && chance.chance(0.95) ? open : orders;
  return choice.length > 0 ? chance.pick(choice) : undefined;
}

export async function edit(person: Person): Promise<void> {
  const order = await anOrder(person);
  if (!order) return;
  const patch = patchFor(person, order);
  const seen = order as unknown as Record<string, unknown>;
  const base = Object.fromEntries(Object.keys(patch).map((field) => [field, seen[field] ?? null]));
  await person.enter('edit-order', order.id, { patch, base });
}

function patchFor({ device, chance, word }: Person, order: ProjectedOrder): OrderPatch {
  const other = order.outletId === 'outlet-1' ? 'outlet-2' : 'outlet-1';
  const customers = device.list('customers');
  return chance.weighted<OrderPatch>([
    [{ note: word() }, 8],
    [{ fault: word(), note: word() }, 4],
    [{ note: null }, 2],
    [{ contact: { name: word(), phone: '13900000000' } }, 4],
    [{ outletId: other }, 4],
    [{ customerId: customers.length > 0 ? chance.pick(customers).id : 'customer-all' }, 3],
  ]);
}

export async function dispatch(person: Person): Promise<void> {
  const order = await anOrder(person);
  if (order) await dispatchOrder(person, order.id);
}

async function dispatchOrder({ device, chance, enter }: Person, orderId: string): Promise<void> {
  const vehicles = device.list('vehicles');
  const drivers = device.list('staff').filter(({ roleIds }) => roleIds.includes('role-driver'));
  if (vehicles.length === 0 || drivers.length === 0) return;
  await enter('dispatch', orderId, {
    vehicleId: chance.pick(vehicles).id,
    driverId: chance.pick(drivers).id,
  });
}

/** The first of them who accepts has it. */
async function offer(person: Person): Promise<void> {
  const { device, chance, enter } = person;
  const order = await anOrder(person);
  const vehicles = device.list('vehicles');
  const drivers = device.list('staff').filter(({ roleIds }) => roleIds.includes('role-driver'));
  if (!order || vehicles.length < 2 || drivers.length < 2) return;
  if (order.offer && chance.chance(0.3)) return enter('withdraw-offer', order.id, {});
  const to = drivers.slice(0, 3).map(({ id: driverId }, index) => {
    return { driverId, vehicleId: vehicles[index % vehicles.length]?.id ?? '' };
  });
  await enter('offer', order.id, { to });
}

async function recall(person: Person): Promise<void> {
  const order = await anOrder(person);
  if (!order?.assignment) return;
  const { vehicleId, driverId } = order.assignment;
  await person.enter('recall', order.id, { note: person.word(), seen: { vehicleId, driverId } });
}

/** As fast as the hand is, without waiting for anybody. */
async function createAndDispatch(person: Person): Promise<void> {
  const id = await createOrder(person);
  await dispatchOrder(person, id);
  if (person.chance.chance(0.5)) await dispatchOrder(person, id);
}

export async function close(person: Person): Promise<void> {
  const order = await anOrder(person);
  if (!order) return;
  const reason = { reason: person.word() };
  await person.chance.weighted([
    [() => person.enter('complete', order.id, { note: person.word() }), 5],
    [() => person.enter('empty-run', order.id, reason), 2],
    [() => person.enter('void', order.id, reason), 3],
  ])();
}

/** Changes what he may not change: it has to come back to what it was, and to be kept. */
async function overreach(person: Person): Promise<void> {
  const { device, chance, word, journal, owner } = person;
  const vehicles = device.list('vehicles');
  if (vehicles.length === 0) return;
  const { id } = chance.pick(vehicles);
  const value = word();
  if (!(await device.edit('vehicles', id, { name: value }))) return;
  journal.count('forbidden edit');
  journal.edited.push({ device: owner.device, collection: 'vehicles', id, field: 'name', value });
}
