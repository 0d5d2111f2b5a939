// Every rule about changing reference data in one place. The server asks it of each row that is pushed, a form
// asks it before it saves: both get the same answer.
import type { Objection } from '../core/codes.ts';
import { equalJson } from '../core/equal.ts';
import { faultsInRates, objectionsToRateChange } from '../finance/rate-validity.ts';
import { isPlate } from '../fleet/plate.ts';
import { isNetworkAddress } from '../outlets/network-address.ts';
import { hasAdministrator, isAdministrator, mayWork, takesManagement } from '../staff/administrators.ts';
import { isInReach, mayDelete, mayEdit } from '../staff/editing.ts';
import { objectionToGrant } from '../staff/granting.ts';
import type { Actor } from '../staff/permissions.ts';
import type { Staff } from '../staff/staff.ts';
import { faultsInStaff } from '../staff/staff-rules.ts';
import type { DocumentOf, ReferenceCollection } from '../sync/collections.ts';
import { changedFields, isDeletion, type ReferenceChange } from './change.ts';
import type { Directory } from './directory.ts';
import { referencesIn, type Reference } from './references.ts';

export interface Knowledge {
  readonly actor: Actor;
  readonly directory: Directory;
  /** Day of the company's calendar. */
  readonly today: string;
  /** Whether the directory holds everybody: else nobody knows who else may manage. */
  readonly isComplete: boolean;
  /** Whether anything that goes on existing names this document. */
  isUsed(collection: ReferenceCollection, id: string): boolean;
  /** Whether what a document names was deleted; a device offers only what is there, and need not know. */
  isGone?(reference: Reference): boolean;
}

/** What speaks against a change, gravest first; empty when nothing does. */
export function objectionsTo(change: ReferenceChange, known: Knowledge): Objection[] {
  const rights = objectionsByRight(change, known);
  if (rights.length > 0) return rights;
  const lockout = [...objectionsToOwnEnd(change, known), ...objectionsToLockout(change, known)];
  if (!change.after.deleted) return [...lockout, ...objectionsToContent(change, known)];
  const { collection, after } = change;
  return known.isUsed(collection, after.id) ? [{ code: 'in-use' }, ...lockout] : lockout;
}

/** Whether he may do this at all. */
function objectionsByRight(change: ReferenceChange, { actor, directory }: Knowledge): Objection[] {
  const { collection, stored, after } = change;
  const inReach = [stored ?? after, after].every((document) => isInReach(actor, collection, document));
  if (!inReach) return notPermitted('outside your outlets');
  if (stored?.deleted) return [{ code: 'deleted-meanwhile' }];
  if (isDeletion(change) && !mayDelete(actor, collection)) return notPermitted(`${collection}.delete`);
  const edits = changedFields(change).some((field) => field !== 'deleted');
  if (edits && !mayEdit(actor, collection)) return notPermitted(`${collection}.edit`);
  const grant = objectionToGrant(actor, change, directory);
  return grant === undefined ? [] : notPermitted(grant);
}

const notPermitted = (detail: string): Objection[] => [{ code: 'not-permitted', detail }];

/** Who ends his own account can only have meant something else. */
function objectionsToOwnEnd(
  { collection, stored, after }: ReferenceChange,
  { actor }: Knowledge,
): Objection[] {
  if (collection !== 'staff' || after.id !== actor.id || !stored) return [];
  return mayWork(stored) && !mayWork(after) ? [{ code: 'own-account' }] : [];
}

function objectionsToLockout(change: ReferenceChange, { directory, isComplete }: Knowledge): Objection[] {
  if (!isComplete || !endsManagement(change, directory)) return [];
  const { staff, roles } = directory;
  const remains =
    change.collection === 'roles'
      ? hasAdministrator(staff, withOther(roles, change.after))
      : hasAdministrator(withOther(staff, change.after as Staff), roles);
  return remains || !hasAdministrator(staff, roles) ? [] : [{ code: 'last-administrator' }];
}

/** Whether somebody ceases to be an administrator: nearly no change does that, and looking is dear. */
function endsManagement({ collection, stored, after }: ReferenceChange, { roles }: Directory): boolean {
  if (!stored) return false;
  if (collection === 'roles') return takesManagement(stored, after);
  if (collection !== 'staff') return false;
  return isAdministrator(stored, roles) && !isAdministrator(after, roles);
}

const withOther = <Doc extends { readonly id: string }>(all: Iterable<Doc>, one: Doc): Doc[] => [
  ...[...all].filter(({ id }) => id !== one.id),
  one,
];

/** What was wrong before is not held against whoever changes something else. */
function objectionsToContent(change: ReferenceChange, known: Knowledge): Objection[] {
  const before = change.stored ? faultsOf({ ...change, after: change.stored } as ReferenceChange, known) : [];
  const now = faultsOf(change, known);
  const isNew = (fault: Objection) => !before.some((other) => equalJson(other, fault));
  return [...now.filter(isNew), ...begunRates(change, known)];
}

function faultsOf(change: ReferenceChange, { directory, isGone }: Knowledge): Objection[] {
  const { collection, after } = change;
  return [
    ...faultsByKind(change),
    ...directory.clashes(collection, after).map((field): Objection => ({ code: 'not-unique', field })),
    ...(isGone ? referencesIn<ReferenceCollection>(collection, after as DocumentOf<ReferenceCollection>) : [])
      .filter((reference) => isGone?.(reference))
      .map(({ field, id }): Objection => ({ code: 'unknown-reference', detail: id, field })),
  ];
}

function faultsByKind(change: ReferenceChange): Objection[] {
  switch (change.collection) {
    case 'staff':
      return faultsInStaff(change.after);
    case 'vehicles':
      return isPlate(change.after.plate) ? [] : [{ code: 'invalid-plate', field: 'plate' }];
    case 'outlets':
      return (change.after.callSystemAddresses ?? [])
        .filter((address) => !isNetworkAddress(address))
        .map((detail) => ({ code: 'invalid-network-address', detail, field: 'callSystemAddresses' }));
    case 'customers':
      return faultsInRates(change.after.rateCards);
    case 'roles':
    case 'catalog':
      return [];
  }
}

function begunRates(change: ReferenceChange, { today }: Knowledge): Objection[] {
  if (change.collection !== 'customers') return [];
  return objectionsToRateChange(change.stored?.rateCards, change.after.rateCards, today);
}
