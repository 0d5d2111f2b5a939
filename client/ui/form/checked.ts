// What is wrong with an edited document, in words, and when that is said: after a field was left, and everything
// after a try to submit. What is merely not there yet is no mistake before one submits.
import { batch, createMemo, createSignal, type Accessor } from 'solid-js';
import type { TSchema } from 'typebox';
import { equalJson } from '#schemas/core/equal.ts';
import { useStrings } from '../../i18n/strings.ts';
import type { Edited } from './edited.ts';
import { messageOf } from './messages.ts';
import { read, type Tree } from './paths.ts';
import { problemsOf } from './problems.ts';
import { formKitStrings } from './strings.ts';

export type Words = Readonly<Record<string, string | undefined>>;

export interface CheckedOptions {
  schema: TSchema;
  problems?: ((document: Tree) => Words) | undefined;
  patternHints?: (() => Words) | undefined;
}

export interface Checked {
  /** By path, everything that is wrong. */
  readonly all: Accessor<ReadonlyMap<string, string>>;
  /** By path, once it is time to say it. */
  error(path: string): string | undefined;
  /** Also what is wrong with its items. */
  listError(path: string): string | undefined;
  readonly tried: Accessor<boolean>;
  setTried(tried: boolean): void;
  leave(path: string): void;
  /** What a field could not read; undefined: it can now. */
  setUnreadable(path: string, text: string | undefined): void;
  forgetUnreadable(isGone: (path: string) => boolean): void;
  /** The server's objections to single fields hold until these are changed. */
  setRefused(words: Words): void;
  /** After rows have changed places; undefined drops what is known of a path. */
  movePaths(to: (path: string) => string | undefined): void;
  reset(): void;
}

interface Objection {
  readonly text: string;
  readonly to: unknown;
}

export function createChecked(options: CheckedOptions, edited: Edited): Checked {
  const t = useStrings(formKitStrings);
  const [left, setLeft] = createSignal<ReadonlySet<string>>(new Set());
  const [tried, setTried] = createSignal(false);
  const [unreadable, setUnreadable] = createSignal<ReadonlyMap<string, string>>(new Map());
  const [refused, setRefused] = createSignal<ReadonlyMap<string, Objection>>(new Map());

  const bySchema = createMemo(() => problemsOf(options.schema, edited.document()));
  const all = createMemo(() => {
    const hints = options.patternHints?.() ?? {};
    const found = new Map<string, string>();
    const note = (path: string, text: string | undefined) =>
      text && !found.has(path) && found.set(path, text);
    for (const path of edited.theirs().keys()) note(path, t().problem.decide);
    for (const [path, text] of unreadable()) note(path, text);
    for (const [path, problem] of bySchema()) note(path, messageOf(problem, t(), hints[path]));
    for (const [path, text] of Object.entries(options.problems?.(edited.document()) ?? {})) note(path, text);
    for (const [path, { text, to }] of refused())
      if (equalJson(read(edited.document(), path), to)) note(path, text);
    return found;
  });
  const isMissing = (path: string): boolean =>
    !unreadable().has(path) && ['missing', 'choose'].includes(bySchema().get(path)?.code ?? '');
  const isDue = (path: string): boolean =>
    tried() || edited.theirs().has(path) || refused().has(path) || (left().has(path) && !isMissing(path));

  return {
    all,
    error: (path) => (isDue(path) ? all().get(path) : undefined),
    listError: (path) => {
      const at = all().has(path) ? path : [...all().keys()].find((each) => each.startsWith(`${path}.`));
      return at !== undefined && isDue(path) ? all().get(at) : undefined;
    },
    tried,
    setTried,
    leave: (path) => void setLeft((before) => (before.has(path) ? before : new Set([...before, path]))),
    setUnreadable: (path, text) => {
      if (unreadable().get(path) === text) return;
      const rest = [...unreadable()].filter(([each]) => each !== path);
      setUnreadable(new Map(text === undefined ? rest : [...rest, [path, text]]));
    },
    forgetUnreadable: (isGone) => {
      if ([...unreadable().keys()].some(isGone))
        setUnreadable((texts) => new Map([...texts].filter(([path]) => !isGone(path))));
    },
    setRefused: (words) => {
      const said = Object.entries(words).filter((entry): entry is [string, string] => Boolean(entry[1]));
      setRefused(new Map(said.map(([path, text]) => [path, { text, to: read(edited.document(), path) }])));
    },
    movePaths: (to) =>
      batch(() => {
        setLeft((paths) => new Set([...paths].flatMap((path) => to(path) ?? [])));
        setUnreadable((texts) => moved(texts, to));
        setRefused((objections) => moved(objections, to));
      }),
    reset: () =>
      batch(() => {
        setLeft(new Set<string>());
        setTried(false);
        setUnreadable(new Map());
        setRefused(new Map());
      }),
  };
}

function moved<Value>(map: ReadonlyMap<string, Value>, to: (path: string) => string | undefined) {
  const entries = [...map].map(([path, value]) => [to(path), value] as const);
  return new Map(entries.filter((entry): entry is readonly [string, Value] => entry[0] !== undefined));
}
