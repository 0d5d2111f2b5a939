// The company of the simulation: the small one of the server tests with a second manager, more customers and
// vehicles, and a record of everything that was ever stored about a document.
import { randomBytes } from 'node:crypto';
import { company, companyDocuments } from '../setup/company.ts';
import type { Database } from '../../sync-server/database/database.ts';
import { foundCompany, type Filed } from '../../sync-server/company/found.ts';
import { basicRoles } from '../../sync-server/company/roles.ts';
import { insertSession } from '../../sync-server/staff/session-store.ts';
import { actorOf } from '#schemas/staff/actor.ts';
import type { Actor } from '#schemas/staff/permissions.ts';
import type { DocumentOf, ReferenceCollection } from '#schemas/sync/collections.ts';

export { company } from '../setup/company.ts';

/** Somebody's device. A person may have two. */
export interface Owner {
  readonly device: string;
  readonly staffId: string;
  readonly role: 'manager' | 'office' | 'driver' | 'finance';
  /** His rights stay as they are from the beginning to the end, so whatever he is shown has to fit them. */
  readonly isWitness?: boolean;
}

export const owners: readonly Owner[] = [
  { device: 'admin', staffId: 'staff-admin', role: 'manager' },
  { device: 'admin2', staffId: 'staff-admin2', role: 'manager' },
  { device: 'clerk', staffId: 'staff-clerk', role: 'office' },
  { device: 'dispatcher', staffId: 'staff-dispatcher', role: 'office' },
  { device: 'dispatcher-tablet', staffId: 'staff-dispatcher', role: 'office' },
  { device: 'dispatcher2', staffId: 'staff-dispatcher2', role: 'office' },
  { device: 'operator', staffId: 'staff-operator', role: 'office', isWitness: true },
  { device: 'driver1', staffId: 'staff-driver1', role: 'driver', isWitness: true },
  { device: 'driver2', staffId: 'staff-driver2', role: 'driver' },
  { device: 'driver3', staffId: 'staff-driver3', role: 'driver' },
  { device: 'finance', staffId: 'staff-finance', role: 'finance' },
  { device: 'finance2', staffId: 'staff-finance2', role: 'finance' },
];

const admin2: DocumentOf<'staff'> = {
  ...find('staff', 'staff-admin'),
  id: 'staff-admin2',
  username: 'admin2',
};

const operator: DocumentOf<'staff'> = {
  ...find('staff', 'staff-clerk'),
  ...{ id: 'staff-operator', username: 'operator', name: 'operator', roleIds: ['role-operator'] },
};

const customers = [[], ['outlet-1'], ['outlet-2'], ['outlet-1', 'outlet-2']].map((outletIds, index) => ({
  ...find('customers', 'customer-all'),
  ...{ id: `customer-${index + 3}`, name: `customer-${index + 3}`, outletIds },
}));

const vehicles = ['outlet-1', 'outlet-2'].map((outletId, index) => ({
  ...find('vehicles', 'vehicle-1'),
  ...{ id: `vehicle-${index + 3}`, name: `vehicle-${index + 3}`, outletId },
}));

const documents: Filed[] = [
  ...companyDocuments,
  { collection: 'staff', document: admin2 },
  { collection: 'staff', document: operator },
  ...customers.map((document) => ({ collection: 'customers' as const, document })),
  ...vehicles.map((document) => ({ collection: 'vehicles' as const, document })),
];

function find<Name extends ReferenceCollection>(
  collection: Name,
  id: string,
  among: readonly Filed[] = companyDocuments,
): DocumentOf<Name> {
  const found = among.find((filed) => filed.collection === collection && filed.document.id === id);
  if (!found) throw new Error(`There is no ${id}`);
  return found.document as DocumentOf<Name>;
}

/** As somebody is when the company is founded. */
export const actorAtFirst = (staffId: string): Actor =>
  actorOf(find('staff', staffId, documents), basicRoles(), company.id);

export async function found(database: Database): Promise<void> {
  await database.transaction((tx) => foundCompany(tx, company, documents, [], new Date()));
  await database.script(recordHistory);
}

/** A session without a password, whose checking takes longer than all else at the start. */
export async function signIn(database: Database, staffId: string): Promise<string> {
  const token = `${company.id}.${randomBytes(32).toString('base64url')}`;
  const createdAt = new Date();
  const expiresAt = new Date(createdAt.getTime() + 24 * 60 * 60 * 1000);
  await insertSession(database, { companyId: company.id, staffId, token, createdAt, expiresAt });
  return token;
}

const recordHistory = `
create table test_history (collection text, id text, version bigint, body json);
insert into test_history select collection, id, version, body from documents;
create function test_record() returns trigger language plpgsql as $$
begin
  insert into test_history values (new.collection, new.id, new.version, new.body);
  return null;
end $$;
create trigger test_record after insert or update on documents for each row execute function test_record();
`;
