// The document that is being edited: what stands in the fields, what it is compared with, what others make of it
// meanwhile, and the draft on the device.
import { batch, createEffect, createMemo, createSignal, on, untrack, type Accessor } from 'solid-js';
import { createStore, produce } from 'solid-js/store';
import type { TSchema } from 'typebox';
import { equalJson } from '#schemas/core/equal.ts';
import type { OtherValue } from '../field.tsx';
import { cleaned } from './cleaned.ts';
import { dropDraft, keepDraft, readDraft } from './draft.ts';
import { read, write, type Tree } from './paths.ts';
import { rebase } from './rebase.ts';

export interface EditedOptions {
  schema: TSchema;
  initial: Accessor<Tree>;
  draftKey?: string | undefined;
  secret?: readonly string[];
  apart?: readonly string[];
}

export interface Edited {
  readonly values: Tree;
  set(path: string, value: unknown): void;
  /** What was entered, as the schema wants it. */
  readonly document: Accessor<Tree>;
  readonly base: Accessor<Tree>;
  readonly dirty: Accessor<boolean>;
  /** By path, what somebody else made of fields that were changed here too. */
  readonly theirs: Accessor<ReadonlyMap<string, unknown>>;
  other(path: string): OtherValue | undefined;
  readonly restoredFrom: Accessor<string | undefined>;
  /** What was sent is saved; others may have changed more since. */
  saved(from: Tree, sent: Tree): void;
  reset(): void;
}

export function createEdited({ schema, initial, draftKey, secret = [], apart = [] }: EditedOptions): Edited {
  const clean = (value: unknown): Tree => cleaned(schema, value, secret);
  const start = untrack(() => clean(initial()));
  const draft = draftKey === undefined ? undefined : readDraft(draftKey, schema, new Date().toISOString());
  const [base, setBase] = createSignal(draft?.base ?? start);
  const [store, setStore] = createStore({ values: clean(draft?.values ?? start) });
  const [theirs, setTheirs] = createSignal<ReadonlyMap<string, unknown>>(new Map());
  const [restoredFrom, setRestoredFrom] = createSignal(draft?.at);
  const entered = createMemo(() => clean(store.values));
  const dirty = createMemo(() => !equalJson(entered(), base()));

  const settle = (path: string): void => {
    if (untrack(theirs).has(path)) setTheirs((all) => without(all, path));
  };
  const set = (path: string, value: unknown): void =>
    batch(() => {
      setStore(produce(({ values }) => write(values, path, value)));
      if (equalJson(untrack(theirs).get(path), value)) settle(path);
    });
  const follow = (document: Tree): void => {
    const next = withFieldsOf(base(), apart, document);
    const found = rebase(base(), next, entered());
    batch(() => {
      for (const [path, value] of found.follow) set(path, copy(value));
      setTheirs((all) => stillOpen(new Map([...all, ...found.theirs]), entered()));
      setBase(next);
    });
  };
  if (draft) untrack(() => follow(start));
  createEffect(on(() => clean(initial()), follow, { defer: true }));
  const reset = (): void =>
    batch(() => {
      setStore(produce((state) => void (state.values = clean(base()))));
      setTheirs(new Map());
      setRestoredFrom(undefined);
    });
  if (draftKey !== undefined) keepWhileDirty(draftKey, { document: entered, base, dirty, secret });

  return {
    get values() {
      return store.values;
    },
    ...{ set, document: entered, base, dirty, theirs, restoredFrom, reset },
    other: (path) => {
      if (!theirs().has(path)) return undefined;
      const value = theirs().get(path);
      const take = (): void => batch(() => (settle(path), set(path, copy(value))));
      return { value, take, keep: () => settle(path) };
    },
    saved: (from, sent) =>
      batch(() => {
        const next = copy(base()) as Tree;
        for (const [path, value] of rebase(from, sent, base()).follow) write(next, path, copy(value));
        setBase(next);
        setRestoredFrom(undefined);
      }),
  };
}

type Kept = Pick<Edited, 'document' | 'base' | 'dirty'> & { secret: readonly string[] };

/** When nothing differs there is nothing to keep, also right after a draft was found to hold nothing new. */
function keepWhileDirty(key: string, { document, base, dirty, secret }: Kept): void {
  if (!untrack(dirty)) dropDraft(key);
  const keep = (): void => {
    if (!dirty()) return dropDraft(key);
    keepDraft(key, { at: new Date().toISOString(), base: base(), values: document() }, secret);
  };
  createEffect(on([document, base], keep, { defer: true }));
}

function without<Value>(all: ReadonlyMap<string, Value>, path: string): ReadonlyMap<string, Value> {
  return new Map([...all].filter(([key]) => key !== path));
}

const stillOpen = (theirs: ReadonlyMap<string, unknown>, mine: Tree): ReadonlyMap<string, unknown> =>
  new Map([...theirs].filter(([path, value]) => !equalJson(read(mine, path), value)));

function withFieldsOf(other: Tree, fields: readonly string[], document: Tree): Tree {
  const kept = fields.filter((field) => Object.hasOwn(other, field)).map((field) => [field, other[field]]);
  return { ...document, ...(Object.fromEntries(kept) as Tree) };
}

const copy = (value: unknown): unknown => (value === undefined ? undefined : structuredClone(value));
