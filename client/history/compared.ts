// What is different between two values of a field, as a person looks for it: of lists what came and what went.
import { equalJson } from '#schemas/core/equal.ts';
import type { FieldChange } from '../data/history.ts';

export type Compared =
  | { readonly kind: 'value'; readonly before: unknown; readonly after: unknown }
  | { readonly kind: 'list'; readonly added: readonly unknown[]; readonly removed: readonly unknown[] };

export function compare({ before, after }: FieldChange): Compared {
  const isList = Array.isArray(before) || Array.isArray(after);
  const [was, is] = [listIn(before), listIn(after)];
  if (!isList || !was || !is) return { kind: 'value', before: before ?? null, after: after ?? null };
  const added = is.filter((item) => !was.some((other) => equalJson(other, item)));
  const removed = was.filter((item) => !is.some((other) => equalJson(other, item)));
  const isOrderAlone = added.length === 0 && removed.length === 0;
  return isOrderAlone ? { kind: 'value', before: was, after: is } : { kind: 'list', added, removed };
}

/** A list that is not there is an empty one, beside one that is. */
function listIn(value: unknown): readonly unknown[] | undefined {
  if (Array.isArray(value)) return value;
  return value === undefined ? [] : undefined;
}

/** A document in which a field is again as it was. */
export function restored<Doc extends object>(document: Doc, { field, before }: FieldChange): Doc {
  const others = Object.entries(document).filter(([name]) => name !== field);
  return Object.fromEntries(before === undefined ? others : [...others, [field, before]]) as Doc;
}
