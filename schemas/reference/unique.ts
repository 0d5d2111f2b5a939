// What no two documents of a company have in common: user names, extensions of an outlet, plates, names of roles.
import { normalPlate } from '../fleet/plate.ts';
import { mayWork, type Person } from '../staff/administrators.ts';
import type { Role } from '../staff/staff.ts';
import type { Vehicle } from '../fleet/vehicle.ts';

/** The least that has to be known of every document, so that the others can be held against it. */
export interface Claimants {
  readonly staff: Person;
  readonly roles: Pick<Role, 'id' | 'name' | 'deleted'>;
  readonly vehicles: Pick<Vehicle, 'id' | 'plate' | 'deleted'>;
}

export interface Claim {
  readonly field: string;
  /** What the document has. */
  readonly has: readonly string[];
  /** What nobody else may have. */
  readonly excludes: readonly string[];
}

type Claiming = { readonly [Name in keyof Claimants]: (document: Claimants[Name]) => Claim[] };

const claiming: Claiming = {
  staff: (person) => [
    same('username', person.username.trim().toLowerCase()),
    ...(person.extension && mayWork(person) ? [ofExtension(person.extension, person.outletIds)] : []),
  ],
  roles: ({ name }) => [same('name', name.normalize('NFKC').trim().toLowerCase())],
  vehicles: ({ plate }) => [same('plate', normalPlate(plate))],
};

const same = (field: string, value: string): Claim => {
  const key = `${field} ${value}`;
  return { field, has: [key], excludes: [key] };
};

/** Who works for all outlets is in the way of everybody with his extension. */
function ofExtension(extension: string, outletIds: readonly string[]): Claim {
  const keyIn = (outlet: string) => `extension ${outlet} ${extension}`;
  const everywhere = outletIds.length === 0;
  const own = everywhere ? [keyIn('all')] : outletIds.map(keyIn);
  return {
    field: 'extension',
    has: [...own, keyIn('any')],
    excludes: everywhere ? [keyIn('any')] : [...own, keyIn('all')],
  };
}

/** A deleted document claims nothing. */
export function claimsOf<Name extends keyof Claimants>(collection: Name, document: Claimants[Name]): Claim[] {
  return document.deleted ? [] : claiming[collection](document);
}
