// Strings live beside what shows them, as objects typed by their zh-CN version. That version is in the
// bundle; the others are chunks which load when their language is first asked for.
import { createSignal, untrack } from 'solid-js';
import { locale as currentLocale, type Locale } from './locale.ts';

/** The shape every language must have: same keys, same arguments, any text. */
export type Strings<T> = T extends string
  ? string
  : T extends (...args: infer Args) => string
    ? (...args: Args) => string
    : { readonly [Key in keyof T]: Strings<T[Key]> };

export type OtherLocale = Exclude<Locale, 'zh-CN'>;
export type StringLoaders<T> = Record<OtherLocale, () => Promise<{ default: Strings<T> }>>;

/** What `defineStrings` returns: reads the object for a language, or the last one shown while it loads. */
export interface StringTable<T> {
  read(locale: Locale): Strings<T>;
  /** Resolves when the language is there (or could not be had). */
  load(locale: Locale): Promise<void>;
}

/**
 * Declares the strings of one component or domain. `zhCN` is at hand at once; `loaders` import a module
 * whose default export has the same keys.
 */
export function defineStrings<T extends object>(
  zhCN: Strings<T> & T,
  loaders: StringLoaders<T>,
): StringTable<T> {
  const loaded = new Map<Locale, Strings<T>>([['zh-CN', zhCN]]);
  const pending = new Map<Locale, Promise<void>>();
  const [version, setVersion] = createSignal(0);
  let shown: Strings<T> = zhCN;

  const load = (locale: Locale): Promise<void> => {
    if (locale === 'zh-CN' || loaded.has(locale)) return Promise.resolve();
    const running = pending.get(locale) ?? fetchInto(locale, loaders[locale]);
    pending.set(locale, running);
    return running;
  };

  const fetchInto = async (locale: Locale, loader: () => Promise<{ default: Strings<T> }>) => {
    try {
      loaded.set(locale, (await loader()).default);
      setVersion((n) => n + 1);
    } catch {
      // Without network the chunk can't come: the words on the screen stay, the next change tries again.
      pending.delete(locale);
    }
  };

  const read = (locale: Locale): Strings<T> => {
    version();
    const wanted = loaded.get(locale);
    if (wanted) shown = wanted;
    else void load(locale);
    return shown;
  };

  return { read, load };
}

/** `const t = useStrings(uiStrings)`; `t().close` follows the language. Works outside components too. */
export function useStrings<T>(table: StringTable<T>): () => Strings<T> {
  // What is only said once something was pressed has to be there by then.
  void table.load(untrack(currentLocale));
  return () => table.read(currentLocale());
}
