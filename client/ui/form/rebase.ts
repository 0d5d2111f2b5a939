// The document changed underneath while somebody edits it: what he has not touched follows, what he has touched
// stays, and where both changed the same field he is shown the other value. Pure.
import { equalJson } from '#schemas/core/equal.ts';
import { isTree } from './paths.ts';

export interface Rebased {
  /** By path, the values that follow; undefined takes a field away. */
  readonly follow: ReadonlyMap<string, unknown>;
  /** By path, what somebody else made of a field that was changed here too. */
  readonly theirs: ReadonlyMap<string, unknown>;
}

/**
 * Objects are compared field by field, lists as a whole.
 * @param base what the editing began with
 * @param next what the document is now
 * @param mine what stands in the form
 */
export function rebase(base: unknown, next: unknown, mine: unknown): Rebased {
  const follow = new Map<string, unknown>();
  const theirs = new Map<string, unknown>();
  const walk = (path: string, [was, now, own]: readonly unknown[]): void => {
    if (equalJson(was, now) || equalJson(now, own)) return;
    if (equalJson(was, own)) follow.set(path, now);
    else if (isTree(now) && isTree(own)) each(path, [was, now, own]);
    else theirs.set(path, now);
  };
  const each = (path: string, [was, now, own]: readonly unknown[]): void => {
    const fields = [was, now, own].map((value) => (isTree(value) ? value : {}));
    for (const key of new Set(fields.flatMap((value) => Object.keys(value))))
      walk(
        path === '' ? key : `${path}.${key}`,
        fields.map((value) => value[key]),
      );
  };
  each('', [base, next, mine]);
  return { follow, theirs };
}
