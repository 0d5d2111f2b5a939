// A reference document before and after an edit: what every rule about it is asked with.
import { equalJson } from '../core/equal.ts';
import type { DocumentOf, ReferenceCollection } from '../sync/collections.ts';

/** `stored` is undefined for a new document. */
export type ReferenceChange = {
  [Name in ReferenceCollection]: {
    readonly collection: Name;
    readonly stored: DocumentOf<Name> | undefined;
    readonly after: DocumentOf<Name>;
  };
}[ReferenceCollection];

/** Fields that belong to the protocol, not to a person. */
const ownFields = new Set(['id', 'version', 'edit']);

/** The fields that a person has changed; of a new document all that are filled. */
export function changedFields({ stored, after }: ReferenceChange): string[] {
  const before: Readonly<Record<string, unknown>> = { ...stored };
  const now: Readonly<Record<string, unknown>> = { ...after };
  return [...new Set([...Object.keys(before), ...Object.keys(now)])].filter(
    (field) => !ownFields.has(field) && !field.startsWith('_') && !equalJson(before[field], now[field]),
  );
}

export const isDeletion = ({ stored, after }: ReferenceChange): boolean =>
  after.deleted === true && stored?.deleted !== true;
