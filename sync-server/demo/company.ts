// The company that a first start shows: two outlets in Hangzhou with people, vehicles and customers.
import type { DocumentOf, ReferenceCollection } from '#schemas/sync/collections.ts';
import { basicCatalog } from '../company/catalog.ts';
import { basicRoles } from '../company/roles.ts';
import { customers } from './data/customers.ts';
import { outlets } from './data/outlets.ts';
import { logins, staff } from './data/staff.ts';
import { vehicles } from './data/vehicles.ts';

/** A document with the collection it belongs to. */
export type ReferenceDocument = {
  [Name in ReferenceCollection]: { readonly collection: Name; readonly document: DocumentOf<Name> };
}[ReferenceCollection];

export interface DemoCompany {
  readonly company: { readonly id: string; readonly name: string; readonly zone: string };
  /** What is referred to stands before what refers to it. */
  readonly documents: readonly ReferenceDocument[];
  /** Whoever may sign in; the password is the caller's to set. */
  readonly logins: readonly { readonly staffId: string; readonly username: string }[];
}

export function demoCompany(): DemoCompany {
  return {
    company: { id: 'demo', name: '钱江道路救援（演示）', zone: 'Asia/Shanghai' },
    documents: [
      ...basicRoles().map((document) => ({ collection: 'roles' as const, document })),
      ...basicCatalog().map((document) => ({ collection: 'catalog' as const, document })),
      ...outlets.map((document) => ({ collection: 'outlets' as const, document })),
      ...staff.map((document) => ({ collection: 'staff' as const, document })),
      ...vehicles.map((document) => ({ collection: 'vehicles' as const, document })),
      ...customers.map((document) => ({ collection: 'customers' as const, document })),
    ],
    logins,
  };
}
