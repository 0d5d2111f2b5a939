// What an import changed in a record that was there before, field by field, and how that is put back.
import { equalJson } from '#schemas/core/equal.ts';
import { isTree, read, write, type Tree } from '../ui/form/paths.ts';
import type { ImportDocument } from './kind.ts';

/** A value that is missing was not there. */
export interface FieldChange {
  readonly path: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

export interface RecordChange {
  readonly id: string;
  readonly fields: readonly FieldChange[];
}

/** Objects are compared field by field, lists as a whole. */
export function changesBetween(before: unknown, after: unknown, path = ''): readonly FieldChange[] {
  if (equalJson(before, after)) return [];
  if (!isTree(before) || !isTree(after))
    return [{ path, ...(before !== undefined && { before }), ...(after !== undefined && { after }) }];
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key) =>
    changesBetween(before[key], after[key], path === '' ? key : `${path}.${key}`),
  );
}

const isStanding = (current: unknown, { path, after }: FieldChange): boolean =>
  equalJson(read(current, path), after);

/** Whether anything is still as the import left it. */
export const hasStanding = (current: ImportDocument, { fields }: RecordChange): boolean =>
  fields.some((field) => isStanding(current, field));

export interface PutBack {
  readonly document: ImportDocument;
  readonly isChanged: boolean;
  /** The fields that somebody has changed since: they stay as they are. */
  readonly overtaken: readonly string[];
}

export function putBack(current: ImportDocument, { fields }: RecordChange): PutBack {
  const document = structuredClone(current) as unknown as Tree;
  const standing = fields.filter((field) => isStanding(current, field));
  const overtaken = fields.filter(
    (field) => !standing.includes(field) && !equalJson(read(current, field.path), field.before),
  );
  for (const { path, before } of standing) write(document, path, before);
  return {
    document: document as unknown as ImportDocument,
    isChanged: standing.length > 0,
    overtaken: overtaken.map(({ path }) => path),
  };
}
