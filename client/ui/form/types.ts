// What a page gives to a form and gets from it.
import type { Accessor } from 'solid-js';
import type { Static, TSchema } from 'typebox';
import type { FieldProps, OtherValue } from '../field.tsx';
import type { Entered, PathTo, ValueAt } from './paths.ts';

export interface FormOptions<Schema extends TSchema> {
  schema: Schema;
  /**
   * The document as it is now, or a blank one. Reactive: when it changes underneath, fields that were not touched
   * follow, and fields that were show the other value beside their own.
   */
  initial: Accessor<Entered<Static<Schema>>>;
  /** What the schema cannot say, in words, by path. Reactive. Runs on the cleaned document. */
  problems?: (document: Entered<Static<Schema>>) => FieldWords<Static<Schema>>;
  /** What to write where the schema has a pattern of its own, by path. Reactive. */
  patternHints?: () => FieldWords<Static<Schema>>;
  /** Given: what is entered lies on the device under this name (of person and document) until it is saved. */
  draftKey?: string | undefined;
  /** Paths such as a password: never kept in a draft, and spaces around them count. */
  secret?: readonly PathTo<Static<Schema>, string>[];
  /** Fields of the form alone: the document has none of them, which says nothing about what is entered. */
  apart?: readonly (keyof Static<Schema> & string)[];
  /**
   * Called with a document that fits the schema. Gives why it was refused, in words, or what is wrong with single
   * fields; undefined: it is saved.
   */
  onSubmit: (document: Static<Schema>) => Promise<Refusal<Static<Schema>> | undefined>;
  /** It is saved and nothing is dirty any more: the place to leave the page or to say so. */
  onSaved?: (document: Static<Schema>) => void;
}

/** Words by path; a row's path has its index, as in `rates.0.startFen`. */
export type FieldWords<Doc> = { readonly [Path in PathTo<Doc, unknown>]?: string | undefined };

export type Refusal<Doc> = string | FieldWords<Doc>;

/** Of every field: spread on a field of the kit. */
export interface Bound extends Pick<FieldProps, 'label'> {
  readonly path: string;
  readonly error: string | undefined;
  readonly required: boolean;
  readonly other: OtherValue | undefined;
  readonly onBlur: () => void;
}

export interface BoundText extends Bound {
  readonly value: string;
  readonly onInput: (value: string) => void;
}

export interface BoundValue<Value> extends Bound {
  readonly value: Value | null;
  readonly onChange: (value: Value | null, problem?: unknown) => void;
}

export interface BoundList<Item> extends Bound {
  readonly value: readonly Item[];
  readonly onChange: (value: readonly Item[], problem?: unknown) => void;
}

export interface BoundCheck extends Bound {
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

export interface Rows<Item> {
  /** For `<For>`; a row keeps its identity while its fields change. */
  readonly items: Accessor<readonly Item[]>;
  add(item: Item): void;
  remove(index: number): void;
  move(from: number, to: number): void;
  /** What is wrong with the list itself, e.g. too few rows. */
  readonly error: Accessor<string | undefined>;
  /** Somebody else changed the list while it was changed here. */
  readonly other: Accessor<OtherValue | undefined>;
}

type Scalar = string | number;
type ItemOf<List> = List extends readonly (infer Item)[] ? Item : never;

export interface Form<Doc> extends FormState {
  /** What stands in the fields. A store: read single fields in JSX. */
  readonly values: Entered<Doc>;
  set<Path extends PathTo<Doc, unknown>>(path: Path, value: Entered<ValueAt<Doc, Path>> | undefined): void;

  /** For TextField, TextArea, PhoneField, PlateField, PasswordField, SuggestField. */
  text(path: PathTo<Doc, string>, label: string): BoundText;
  /** For Select, Combobox, RadioGroup, NumberField, MoneyField, PercentField, DateField, TimeField … */
  value<Path extends PathTo<Doc, Scalar>>(path: Path, label: string): BoundValue<ValueAt<Doc, Path>>;
  /** For MultiSelect, CheckboxGroup, TextListField. The order of its items does not count. */
  list<Path extends PathTo<Doc, readonly Scalar[]>>(
    path: Path,
    label: string,
  ): BoundList<ItemOf<ValueAt<Doc, Path>>>;
  /** For Checkbox and Switch. */
  check(path: PathTo<Doc, boolean>, label: string): BoundCheck;
  /** A list of objects, each a few fields of its own: `form.value(`rates.${index()}.startFen`, …)`. */
  rows<Path extends PathTo<Doc, readonly object[]>>(path: Path): Rows<Entered<ItemOf<ValueAt<Doc, Path>>>>;
  /** For a field of one's own: its problem in words, once it is time to say it. */
  error(path: PathTo<Doc, unknown>): string | undefined;
}

/** What the parts around the fields need: a frame, a footer, a guard. */
export interface FormState {
  /** Something differs from the document; entered and taken back again is no difference. */
  readonly dirty: Accessor<boolean>;
  readonly busy: Accessor<boolean>;
  /** Why the last try was refused, in words. */
  readonly refusal: Accessor<string | undefined>;
  /** Since a try to submit: everything that is wrong, in the order of the fields on the page. */
  readonly wrong: Accessor<readonly WrongField[]>;
  /** Fields that were changed here and elsewhere, and about which nobody has decided. */
  readonly undecided: Accessor<number>;
  /** When what stands here was typed, if it was taken up from a draft. */
  readonly restoredFrom: Accessor<string | undefined>;
  /** What is entered lies on the device. */
  readonly isKept: boolean;

  /** Saves, or leads to the first wrong field. True: saved. */
  submit(): Promise<boolean>;
  /** Back to the document; the draft is gone. */
  reset(): void;
  focus(path: string): void;
  /** Where the form's fields are; `FormView` says it. */
  attach(element: HTMLElement): void;
  /** Another number after each reset: fields with text of their own are made anew. */
  readonly generation: Accessor<number>;
}

export interface WrongField {
  readonly path: string;
  readonly label: string;
  readonly text: string;
}
