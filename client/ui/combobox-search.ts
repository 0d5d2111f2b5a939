// Where a combobox gets its options: a list at hand, or a function that is asked while one types.
import { createEffect, createMemo, createSignal, on, onCleanup, type Accessor } from 'solid-js';
import { matchOptions, type ComboOption } from './combobox-match.ts';

/** Asked with the text typed so far; the signal says when the answer is no longer wanted. */
export type OptionSearch = (query: string, signal: AbortSignal) => Promise<readonly ComboOption[]>;
export type OptionSource = readonly ComboOption[] | OptionSearch;

export interface Found {
  readonly state: 'ready' | 'loading' | 'failed';
  readonly options: readonly ComboOption[];
}

const debounceMs = 180;

/** While `open`, what the source has for `query`. Earlier results stay on view while newer ones come. */
export function createOptionSearch(
  source: Accessor<OptionSource>,
  query: Accessor<string>,
  open: Accessor<boolean>,
): { found: Accessor<Found>; retry: () => void } {
  const [asked, setAsked] = createSignal<Found>({ state: 'loading', options: [] });
  const [attempt, setAttempt] = createSignal(0);

  createEffect(
    on([source, query, open, attempt], ([from, text, isOpen]) => {
      if (typeof from !== 'function' || !isOpen) return;
      const stale = new AbortController();
      setAsked(({ options }) => ({ state: 'loading', options }));
      const timer = setTimeout(() => void ask(from, text, stale.signal), text === '' ? 0 : debounceMs);
      onCleanup(() => {
        clearTimeout(timer);
        stale.abort();
      });
    }),
  );

  const ask = async (search: OptionSearch, text: string, signal: AbortSignal): Promise<void> => {
    try {
      const options = await search(text, signal);
      if (!signal.aborted) setAsked({ state: 'ready', options });
    } catch {
      if (!signal.aborted) setAsked({ state: 'failed', options: [] });
    }
  };

  const found = createMemo((): Found => {
    const from = source();
    if (typeof from === 'function') return asked();
    return { state: 'ready', options: open() ? matchOptions(from, query()) : [] };
  });
  return { found, retry: () => setAttempt((n) => n + 1) };
}
