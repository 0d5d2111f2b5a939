// What rules hold a document against: who has which name, plate or extension, and who may do what. A device makes
// it of what it holds, the server of what is stored.
import { claimsOf, type Claim, type Claimants } from './unique.ts';
import type { Person } from '../staff/administrators.ts';
import type { Role } from '../staff/staff.ts';
import type { ReferenceCollection } from '../sync/collections.ts';

type Directed = { readonly staff: Person; readonly roles: Role; readonly vehicles: Claimants['vehicles'] };
type Contents = { readonly [Name in keyof Directed]?: Iterable<Directed[Name]> };

const isDirected = (name: ReferenceCollection): name is keyof Directed =>
  name === 'staff' || name === 'roles' || name === 'vehicles';

export class Directory {
  readonly #staff = new Map<string, Person>();
  readonly #roles = new Map<string, Role>();
  /** By key, the ids of those who have it. */
  readonly #holders = new Map<string, Set<string>>();
  readonly #held = new Map<string, readonly string[]>();

  constructor({ staff = [], roles = [], vehicles = [] }: Contents = {}) {
    for (const person of staff) this.#put('staff', person);
    for (const role of roles) this.#put('roles', role);
    for (const vehicle of vehicles) this.#put('vehicles', vehicle);
  }

  get staff(): readonly Person[] {
    return [...this.#staff.values()];
  }

  get roles(): readonly Role[] {
    return [...this.#roles.values()];
  }

  /** The document is like this from now on. */
  put(collection: ReferenceCollection, document: { readonly id: string }): void {
    if (!isDirected(collection)) return;
    const { hasNoPassword = undefined } = this.#staff.get(document.id) ?? {};
    const known = collection === 'staff' && hasNoPassword !== undefined ? { hasNoPassword } : {};
    this.#put(collection, { ...document, ...known } as never);
  }

  #put<Name extends keyof Directed>(collection: Name, document: Directed[Name]): void {
    if (collection === 'staff') this.#staff.set(document.id, document as Person);
    if (collection === 'roles') this.#roles.set(document.id, document as Role);
    const keys = claimsOf(collection, document as Claimants[Name]).flatMap(({ has }) => has);
    const place = `${collection} ${document.id}`;
    for (const key of this.#held.get(place) ?? []) this.#holders.get(key)?.delete(place);
    this.#held.set(
      place,
      keys.map((key) => `${collection} ${key}`),
    );
    for (const key of this.#held.get(place) ?? [])
      this.#holders.set(key, (this.#holders.get(key) ?? new Set()).add(place));
  }

  /** The fields in which a document has what another one has already. */
  clashes(collection: ReferenceCollection, document: { readonly id: string }): string[] {
    if (!isDirected(collection)) return [];
    const place = `${collection} ${document.id}`;
    const isTaken = (key: string) =>
      [...(this.#holders.get(`${collection} ${key}`) ?? [])].some((holder) => holder !== place);
    const claims: Claim[] = claimsOf(collection, document as never);
    return claims.filter(({ excludes }) => excludes.some(isTaken)).map(({ field }) => field);
  }
}
