// What becomes of a reference document over time: who changed which field, from what to what.
import { equalJson } from '../core/equal.ts';

export interface FieldChange {
  readonly field: string;
  /** Left out: the field was empty. */
  readonly before?: unknown;
  /** Left out: the field is empty from then on. */
  readonly after?: unknown;
}

export interface HistoryEntry {
  /** Rises with time; what to ask the next page with. */
  readonly id: number;
  readonly kind: 'created' | 'changed' | 'deleted';
  /** `private`: of the data that only some may see. */
  readonly part: 'document' | 'private';
  /** The version that came of it. */
  readonly version: number;
  /** ISO instant. */
  readonly at: string;
  /** Id of a staff document, or `server`. */
  readonly by: string;
  /** Where the asker may see that person. */
  readonly byName?: string;
  readonly deviceId?: string;
  /** Of a creation every field that was filled. */
  readonly changes: readonly FieldChange[];
}

/** Newest first. */
export interface HistoryPage {
  readonly entries: readonly HistoryEntry[];
  readonly hasMore: boolean;
}

/** What nobody has entered himself, or what says only who has. */
const unsaid = new Set(['id', 'version', 'edit', 'conflicts']);

export function fieldChanges(stored: object | undefined, after: object): FieldChange[] {
  const before: Readonly<Record<string, unknown>> = { ...stored };
  const now: Readonly<Record<string, unknown>> = { ...after };
  return [...new Set([...Object.keys(before), ...Object.keys(now)])]
    .filter((field) => !unsaid.has(field) && !equalJson(before[field], now[field]))
    .map((field) => ({
      field,
      ...(before[field] !== undefined && { before: before[field] }),
      ...(now[field] !== undefined && { after: now[field] }),
    }));
}

export const kindOf = (isNew: boolean, changes: readonly FieldChange[]): HistoryEntry['kind'] => {
  if (isNew) return 'created';
  return changes.some(({ field, after }) => field === 'deleted' && after === true) ? 'deleted' : 'changed';
};
