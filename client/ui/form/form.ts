// A form over a document and its schema. It knows no page and no network: what it is put together from lies
// beside it, and `client/app/edit-form.tsx` puts it into a page.
import { batch, createSignal, mergeProps } from 'solid-js';
import type { Static, TSchema } from 'typebox';
import { createChecked, type Checked, type CheckedOptions, type Words } from './checked.ts';
import { createEdited, type Edited, type EditedOptions } from './edited.ts';
import { fieldAt, focusField, inPageOrder } from './focus.ts';
import { pathAfterMove, read, type Tree } from './paths.ts';
import { isRequired } from './problems.ts';
import type { Bound, Form, FormOptions, Rows, WrongField } from './types.ts';

export type { Form, FormOptions, FormState, Refusal, Rows, WrongField } from './types.ts';
export type { Entered } from './paths.ts';

/** Call it in a component, anew for each document (`<Show keyed>`). */
export function createForm<Schema extends TSchema>(options: FormOptions<Schema>): Form<Static<Schema>> {
  // Paths are checked where a page writes them; in here they are plain text.
  return makeForm(options as unknown as LooseOptions) as unknown as Form<Static<Schema>>;
}

interface LooseOptions extends EditedOptions, CheckedOptions {
  onSubmit: (document: Tree) => Promise<string | Words | undefined>;
  onSaved?: ((document: Tree) => void) | undefined;
}

function makeForm(options: LooseOptions) {
  const edited = createEdited(options);
  const checked = createChecked(options, edited);
  const labels = new Map<string, string>();
  const [element, attach] = createSignal<HTMLElement>();
  const [busy, setBusy] = createSignal(false);
  const [refusal, setRefusal] = createSignal<string>();
  const [generation, setGeneration] = createSignal(1);

  const wrong = () => {
    if (!checked.tried()) return [];
    const all = checked.all();
    const field = (path: string) => ({ path, label: labelOf(path), text: all.get(path) ?? '' });
    return inPageOrder(element(), [...all.keys()])
      .map(field)
      .filter(isOfItsOwn);
  };
  /** Two parts that one field of the page stands for, such as a point's, are one thing to mend. */
  const isOfItsOwn = ({ path, label }: WrongField, _: number, all: readonly WrongField[]): boolean =>
    fieldAt(element(), path) !== undefined ||
    !all.some((other) => other.path !== path && other.label === label);
  const labelOf = (path: string): string =>
    (labels.get(path) ?? labels.get(parentOf(path)) ?? '') + rowNumberIn(path);
  const focus = (path: string): void => focusField(element(), path);
  const tryAgain = (): false => {
    checked.setTried(true);
    const [first] = wrong();
    if (first) focus(first.path);
    return false;
  };
  const submit = async (): Promise<boolean> => {
    if (busy()) return false;
    setRefusal(undefined);
    checked.forgetUnreadable((path) => !fieldAt(element(), path));
    if (checked.all().size > 0) return tryAgain();
    const [base, document] = [edited.base(), edited.document()];
    setBusy(true);
    try {
      const refused = await options.onSubmit(document);
      if (typeof refused === 'string') return (setRefusal(refused), false);
      if (refused) return (checked.setRefused(refused), tryAgain());
    } finally {
      setBusy(false);
    }
    batch(() => (edited.saved(base, document), checked.reset()));
    options.onSaved?.(document);
    return true;
  };
  const reset = (): void =>
    batch(() => {
      edited.reset();
      checked.reset();
      setRefusal(undefined);
      setGeneration((count) => count + 1);
    });

  return {
    get values() {
      return edited.values;
    },
    set: edited.set,
    ...createBindings({ schema: options.schema, edited, checked, labels }),
    error: checked.error,
    dirty: edited.dirty,
    ...{ busy, refusal, wrong, generation, submit, reset, focus, attach },
    undecided: () => edited.theirs().size,
    restoredFrom: edited.restoredFrom,
    isKept: options.draftKey !== undefined,
  };
}

interface Parts {
  readonly schema: TSchema;
  readonly edited: Edited;
  readonly checked: Checked;
  readonly labels: Map<string, string>;
}

function createBindings(parts: Parts) {
  const { edited, checked } = parts;
  const at = (path: string): unknown => read(edited.values, path);
  const change = (path: string) => (value: unknown, problem?: unknown) =>
    batch(() => {
      // A combobox tells the chosen option there; a problem is words.
      checked.setUnreadable(path, typeof problem === 'string' ? problem : undefined);
      edited.set(path, value ?? undefined);
    });
  return {
    text: (path: string, label: string) =>
      mergeProps(bound(parts, path, label), {
        get value() {
          return (at(path) as string | undefined) ?? '';
        },
        onInput: (value: string) => edited.set(path, value),
      }),
    value: (path: string, label: string) =>
      mergeProps(bound(parts, path, label), {
        get value() {
          return at(path) === '' ? null : (at(path) ?? null);
        },
        onChange: change(path),
      }),
    list: (path: string, label: string) =>
      mergeProps(bound(parts, path, label), {
        get value() {
          return at(path) ?? [];
        },
        get error() {
          return checked.listError(path);
        },
        onChange: (value: readonly unknown[], problem?: unknown) =>
          change(path)(inOrderOf(read(edited.base(), path), value), problem),
      }),
    check: (path: string, label: string) =>
      mergeProps(bound(parts, path, label), {
        get checked() {
          return at(path) === true;
        },
        onChange: change(path),
      }),
    rows: (path: string) => rowsAt(parts, path),
  };
}

function bound({ schema, edited, checked, labels }: Parts, path: string, label: string): Bound {
  labels.set(path, label);
  return {
    label,
    path,
    get error() {
      return checked.error(path);
    },
    get required() {
      return isRequired(schema, path, edited.document());
    },
    get other() {
      return edited.other(path);
    },
    onBlur: () => checked.leave(path),
  };
}

function rowsAt({ edited, checked }: Parts, path: string): Rows<object> {
  const items = (): readonly object[] => (read(edited.values, path) as object[] | undefined) ?? [];
  const arrange = (order: readonly number[]): void =>
    batch(() => {
      checked.movePaths((each) => pathAfterMove(each, path, (index) => placeIn(order, index)));
      edited.set(
        path,
        order.flatMap((index) => items()[index] ?? []),
      );
    });
  const indexes = (): number[] => items().map((_, index) => index);
  return {
    items,
    add: (item) => edited.set(path, [...items(), item]),
    remove: (index) => arrange(indexes().filter((each) => each !== index)),
    move: (from, to) => {
      const rest = indexes().filter((each) => each !== from);
      arrange(rest.toSpliced(to, 0, from));
    },
    error: () => checked.error(path),
    other: () => edited.other(path),
  };
}

function placeIn(order: readonly number[], index: number): number | undefined {
  const place = order.indexOf(index);
  return place < 0 ? undefined : place;
}

/** A choice undone is no change: the same members stand in the order that they had. */
function inOrderOf(before: unknown, now: readonly unknown[]): readonly unknown[] {
  if (!Array.isArray(before) || before.length !== now.length) return now;
  const isSame = now.every((item) => before.includes(item));
  return isSame ? [...(before as unknown[])] : now;
}

const parentOf = (path: string): string => path.split('.').slice(0, -1).join('.');

/** Fields of rows have the same label in each row. */
function rowNumberIn(path: string): string {
  const index = path.split('.').find((key) => /^\d+$/.test(key));
  return index === undefined ? '' : ` ${Number(index) + 1}`;
}
