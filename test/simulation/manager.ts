// What managers do: everything of the office, and the company's own data. Two of them do so at the same time.
import { createOrder, close, dispatch, edit } from './office.ts';
import type { Deeds, Person } from './person.ts';
import type { DocumentOf, ReferenceCollection } from '#schemas/sync/collections.ts';

export const managerDeeds: Deeds = [
  [changeCustomer, 24],
  [changeCustomerTwice, 8],
  [serveElsewhere, 6],
  [addCustomer, 4],
  [changeVehicle, 8],
  [createOrder, 4],
  [edit, 5],
  [dispatch, 8],
  [close, 2],
];

/** What changes who sees what. It takes up to a minute until every device follows. */
export const rightsDeeds: Deeds = [
  [transfer, 4],
  [changeRoles, 3],
  [changeRights, 2],
];

type Values = Readonly<Record<string, unknown>>;

/** Stores it here. Only what has a value of its own is held to account. */
async function change(
  person: Person,
  collection: ReferenceCollection,
  id: string,
  values: Values,
  own: readonly string[],
): Promise<void> {
  const { device, owner, journal } = person;
  if (!(await device.edit(collection, id, values))) return;
  journal.count(`${collection} edited`);
  for (const field of own) {
    journal.edited.push({ device: owner.device, collection, id, field, value: values[field] });
  }
}

const aCustomer = ({ device, chance }: Person) => {
  const all = device.list('customers');
  return all.length > 0 ? chance.pick(all) : undefined;
};

async function changeCustomer(person: Person): Promise<void> {
  const customer = aCustomer(person);
  if (!customer) return;
  const { word } = person;
  const values: Values = person.chance.weighted<Values>([
    [{ name: word() }, 6],
    [{ address: word() }, 6],
    [{ contact: { name: word() } }, 4],
    [{ name: word(), address: word() }, 3],
  ]);
  await change(person, 'customers', customer.id, values, Object.keys(values));
}

/** Goes on editing before the first change is at the server. */
async function changeCustomerTwice(person: Person): Promise<void> {
  const customer = aCustomer(person);
  if (!customer) return;
  await change(person, 'customers', customer.id, { name: person.word() }, ['name']);
  const field = person.chance.pick(['name', 'address']);
  await change(person, 'customers', customer.id, { [field]: person.word() }, [field]);
}

async function serveElsewhere(person: Person): Promise<void> {
  const customer = aCustomer(person);
  const outletIds = person.chance.pick([[], ['outlet-1'], ['outlet-2'], ['outlet-1', 'outlet-2']]);
  if (customer) await change(person, 'customers', customer.id, { outletIds }, []);
}

async function addCustomer(person: Person): Promise<void> {
  const model = aCustomer(person);
  if (!model) return;
  const { device, owner, journal, word } = person;
  const { conflicts: _conflicts, version: _version, edit: _edit, ...fields } = model;
  const name = word();
  const added: DocumentOf<'customers'> = { ...fields, id: `customer-${name}`, name };
  if (!(await device.add('customers', added))) return;
  journal.count('customers added');
  journal.edited.push({
    device: owner.device,
    collection: 'customers',
    id: added.id,
    field: 'name',
    value: name,
  });
}

async function changeVehicle(person: Person): Promise<void> {
  const { device, chance, word } = person;
  const vehicles = device.list('vehicles');
  if (vehicles.length === 0) return;
  const { id } = chance.pick(vehicles);
  const outletId = chance.pick(['outlet-1', 'outlet-2']);
  if (chance.chance(0.4)) await change(person, 'vehicles', id, { outletId }, []);
  else await change(person, 'vehicles', id, { name: word() }, ['name']);
}

const transferable = [
  'staff-clerk',
  'staff-dispatcher',
  'staff-dispatcher2',
  'staff-driver2',
  'staff-driver3',
];

/** Somebody works for other outlets from now on. */
async function transfer(person: Person): Promise<void> {
  const id = person.chance.pick(transferable);
  const outletIds = person.chance.pick([['outlet-1'], ['outlet-2'], ['outlet-1', 'outlet-2']]);
  await change(person, 'staff', id, { outletIds }, []);
}

async function changeRoles(person: Person): Promise<void> {
  const roleIds = person.chance.pick([['role-clerk'], ['role-dispatcher'], ['role-operator', 'role-clerk']]);
  await change(person, 'staff', 'staff-clerk', { roleIds }, []);
}

/** A role gets or loses a right, and with it, sometimes, everybody who has it the sight of a collection. */
async function changeRights(person: Person): Promise<void> {
  const role = person.device.list('roles').find(({ id }) => id === 'role-dispatcher');
  if (!role) return;
  const right = person.chance.pick([
    'orders.void',
    'customers.view',
    'vehicles.view',
    'outlets.all',
  ] as const);
  const without = role.permissions.filter((permission) => permission !== right);
  const permissions = without.length < role.permissions.length ? without : [...without, right];
  await change(person, 'roles', role.id, { permissions }, []);
}
