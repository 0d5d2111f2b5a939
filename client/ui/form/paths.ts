// Where a value lies within a document: `settlement.day`, `rates.0.startFen`. The types let no other path pass.

type Defined<T> = NonNullable<T>;

/** The paths within `T` that lead to a `V`. */
export type PathTo<T, V> = T extends readonly (infer Item)[]
  ? Item extends object
    ? `${number}.${PathTo<Item, V>}`
    : never
  : { [Key in keyof T & string]: Step<Key, Defined<T[Key]>, V> }[keyof T & string];

type Step<Key extends string, T, V> =
  (T extends V ? Key : never) | (T extends object ? `${Key}.${PathTo<T, V>}` : never);

/** What lies at a path. */
export type ValueAt<T, Path extends string> = Path extends `${infer Key}.${infer Rest}`
  ? ValueAt<Part<T, Key>, Rest>
  : Part<T, Path>;

type Part<T, Key> = T extends readonly (infer Item)[] ? Item : Key extends keyof T ? Defined<T[Key]> : never;

/** A document while it is entered: anything may still be missing. */
export type Entered<T> = T extends readonly (infer Item)[]
  ? Entered<Item>[]
  : T extends object
    ? { [Key in keyof T]?: Entered<T[Key]> | undefined }
    : T;

export type Tree = Record<string, unknown>;

export const isTree = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Undefined where nothing is. */
export function read(from: unknown, path: string): unknown {
  let value = from;
  for (const key of path.split('.')) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Tree)[key];
  }
  return value;
}

/** Changes `into`. Objects on the way that are missing are made; undefined takes the field away. */
export function write(into: Tree, path: string, value: unknown): void {
  const keys = path.split('.');
  const last = keys.pop() ?? path;
  let parent = into;
  for (const key of keys) {
    if (typeof parent[key] !== 'object' || parent[key] === null) parent[key] = {};
    parent = parent[key] as Tree;
  }
  if (value === undefined) delete parent[last];
  else parent[last] = value;
}

/**
 * Where a path leads after rows of the list at `list` have changed places.
 * @param placeOf a row's new index, undefined when it is gone
 * @returns undefined when the path's row is gone
 */
export function pathAfterMove(
  path: string,
  list: string,
  placeOf: (index: number) => number | undefined,
): string | undefined {
  if (!path.startsWith(`${list}.`)) return path;
  const [row = '', ...rest] = path.slice(list.length + 1).split('.');
  const place = placeOf(Number(row));
  return place === undefined ? undefined : [list, place, ...rest].join('.');
}
