// The history of one reference document, asked of the server while somebody looks at it. It is not replicated: it is
// long, rarely looked at, and only where there is a network.
import { createSignal, type Accessor } from 'solid-js';
import type { HistoryEntry, HistoryPage } from '#schemas/reference/history.ts';
import type { ReferenceCollection } from '#schemas/sync/collections.ts';
import { useDeps } from '../app/deps.tsx';
import { stateAfter } from './answer.ts';

export type { FieldChange, HistoryEntry } from '#schemas/reference/history.ts';

export interface History {
  /** Newest first. */
  readonly entries: Accessor<readonly HistoryEntry[]>;
  /** `refused`: it is not for this person. */
  readonly state: Accessor<'loading' | 'ready' | 'offline' | 'refused'>;
  readonly hasMore: Accessor<boolean>;
  loadMore(): void;
  /** What is shown stays until the answer is there. */
  refresh(): void;
}

/** Asks for nothing before the first `refresh`. */
export function useHistory(collection: ReferenceCollection, id: string): History {
  const { http } = useDeps();
  const [entries, setEntries] = createSignal<readonly HistoryEntry[]>([]);
  const [state, setState] = createSignal<ReturnType<History['state']>>('loading');
  const [hasMore, setHasMore] = createSignal(false);
  let asked = 0;
  const load = async (before: number | undefined): Promise<void> => {
    const mine = ++asked;
    setState('loading');
    const query = before === undefined ? '' : `?before=${before}`;
    const answer = await http.getJson(`/api/history/${collection}/${encodeURIComponent(id)}${query}`);
    if (mine !== asked) return;
    const page = answer.ok ? pageOf(answer.value) : undefined;
    if (!page) return void setState(answer.ok ? 'refused' : stateAfter(answer.error));
    setEntries((shown) => (before === undefined ? page.entries : [...shown, ...page.entries]));
    setHasMore(page.hasMore);
    setState('ready');
  };
  return {
    ...{ entries, state, hasMore },
    loadMore: () => void load(entries().at(-1)?.id),
    refresh: () => void load(undefined),
  };
}

function pageOf(value: unknown): HistoryPage | undefined {
  if (typeof value !== 'object' || value === null || !('entries' in value)) return undefined;
  if (!Array.isArray(value.entries)) return undefined;
  return { entries: value.entries, hasMore: 'hasMore' in value && value.hasMore === true };
}
