// References as people write them: a sheet names an outlet or a driver by its words, a document by its id.
import type { CatalogType } from '#schemas/catalog/catalog.ts';
import { fail, ok, type Result } from '#schemas/core/result.ts';
import type { Lookups } from '../data/references.ts';
import type { Locale } from '../i18n/locale.ts';
import { itemName } from '../orders/names.ts';
import type { CellProblem } from './kind.ts';
import { fold, nearest } from './near.ts';

/** What can be named. */
export type WordList = 'outlets' | 'roles' | 'drivers' | CatalogType;

interface Named {
  readonly id: string;
  /** The first one is how it is written; all are understood. */
  readonly words: readonly string[];
}

export interface Words {
  readonly locale: Locale;
  /** The ids of whatever is called so: one, where all is well. */
  called(list: WordList, word: string): readonly string[];
  /** The id that a word stands for. */
  find(list: WordList, word: string): Result<string, CellProblem>;
  nameOf(list: WordList, id: string): string;
  /** Everything that can be chosen. */
  all(list: WordList): readonly string[];
}

type Sources = { readonly [Name in keyof Lookups]: { readonly value: Lookups[Name]['value'] } };

/** @param lookups as they are now: what comes later is not known to it */
export function wordsOf(lookups: Sources, locale: Locale): Words {
  const lists = new Map<WordList, WordIndex>();
  const listOf = (list: WordList): WordIndex => {
    const known = lists.get(list) ?? indexOf(namedIn(list, lookups, locale));
    lists.set(list, known);
    return known;
  };
  return {
    locale,
    called: (list, word) => listOf(list).byWord.get(fold(word)) ?? [],
    find: (list, word) => {
      const { byWord, names } = listOf(list);
      const [id, ...others] = byWord.get(fold(word)) ?? [];
      if (id === undefined) return fail({ kind: 'unknown', word, near: nearest(word, names) });
      if (others.length === 0) return ok(id);
      const near = [id, ...others].flatMap((each) => listOf(list).byId.get(each)?.words.at(1) ?? []);
      return fail({ kind: 'ambiguous', word, near });
    },
    nameOf: (list, id) => listOf(list).byId.get(id)?.words[0] ?? nameOfAny(lookups, list, id, locale),
    all: (list) => listOf(list).names,
  };
}

interface WordIndex {
  readonly byId: ReadonlyMap<string, Named>;
  readonly byWord: ReadonlyMap<string, readonly string[]>;
  readonly names: readonly string[];
}

function indexOf(named: readonly Named[]): WordIndex {
  const byWord = new Map<string, string[]>();
  for (const { id, words } of named) {
    for (const word of new Set(words.map(fold))) byWord.set(word, [...(byWord.get(word) ?? []), id]);
  }
  return {
    byId: new Map(named.map((each) => [each.id, each])),
    byWord,
    names: named.flatMap(({ words }) => words[0] ?? []),
  };
}

function namedIn(list: WordList, lookups: Sources, locale: Locale): Named[] {
  if (list === 'outlets' || list === 'roles')
    return [...lookups[list].value.values()]
      .filter(({ disabled }) => !disabled)
      .map(({ id, name }) => ({ id, words: [name] }));
  if (list === 'drivers') return driversIn(lookups);
  return [...lookups.catalog.value.values()]
    .filter(({ type, disabled }) => type === list && !disabled)
    .map((item) => ({
      id: item.id,
      words: [itemName(item, locale), item.name, ...Object.values(item.translations ?? {}), item.code].filter(
        Boolean,
      ),
    }));
}

/** Two of the same name are told apart by their user names. */
function driversIn({ staff, roles }: Sources): Named[] {
  const drivers = [...staff.value.values()].filter(
    ({ disabled, employment, roleIds }) =>
      !disabled &&
      employment !== 'left' &&
      roleIds.some((id) => roles.value.get(id)?.permissions.includes('jobs.work')),
  );
  const bearers = new Map<string, number>();
  for (const { name } of drivers) bearers.set(fold(name), (bearers.get(fold(name)) ?? 0) + 1);
  return drivers.map(({ id, name, username }) => ({
    id,
    words: (bearers.get(fold(name)) ?? 0) > 1 ? [username, username, name] : [name, username],
  }));
}

/** Something disabled, or a driver who has left, is written by its name all the same. */
function nameOfAny({ outlets, roles, staff, catalog }: Sources, list: WordList, id: string, locale: Locale) {
  if (list === 'outlets') return outlets.value.get(id)?.name ?? '';
  if (list === 'roles') return roles.value.get(id)?.name ?? '';
  if (list === 'drivers') return staff.value.get(id)?.name ?? '';
  const item = catalog.value.get(id);
  return item ? itemName(item, locale) : '';
}
