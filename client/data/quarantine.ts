// What the server holds back of employees' work, read from the server as a manager looks at it. It is not
// replicated: it is rarely looked at, and only where there is a network.
import { createEffect, createSignal, on, type Accessor } from 'solid-js';
import { fail, ok, type Result } from '#schemas/core/result.ts';
import type { QuarantineEntry, Resolution } from '#schemas/sync/quarantine.ts';
import { useDeps } from '../app/deps.tsx';
import { codeOf } from './answer.ts';
import type { RequestFailure } from './http.ts';

export type { QuarantineEntry } from '#schemas/sync/quarantine.ts';

export interface Quarantine {
  /** Newest first. */
  readonly entries: Accessor<readonly QuarantineEntry[]>;
  readonly state: Accessor<'loading' | 'ready' | 'offline' | 'failed'>;
  readonly hasMore: Accessor<boolean>;
  loadMore(): void;
  refresh(): void;
  /** What is settled leaves the list of what is open. */
  resolve(
    id: number,
    resolution: Resolution['resolution'],
    note?: string,
  ): Promise<Result<void, { readonly code: string }>>;
}

/** @param handled those that were settled, instead of those that wait */
export function useQuarantine(handled: Accessor<boolean>): Quarantine {
  const { http } = useDeps();
  const [entries, setEntries] = createSignal<readonly QuarantineEntry[]>([]);
  const [state, setState] = createSignal<ReturnType<Quarantine['state']>>('loading');
  const [hasMore, setHasMore] = createSignal(false);
  let asked = 0;
  const load = async (before: number | undefined) => {
    const mine = ++asked;
    setState('loading');
    const after = before === undefined ? '' : `&before=${before}`;
    const answer = await http.getJson(`/api/quarantine?handled=${handled() ? 1 : 0}${after}`);
    if (mine !== asked) return;
    const page = answer.ok ? pageOf(answer.value) : undefined;
    if (!page) return void setState(answer.ok ? 'failed' : stateOf(answer.error));
    setEntries((shown) => (before === undefined ? page.entries : [...shown, ...page.entries]));
    setHasMore(page.hasMore);
    setState('ready');
  };
  createEffect(
    on(handled, () => {
      setEntries([]);
      void load(undefined);
    }),
  );
  return {
    ...{ entries, state, hasMore },
    loadMore: () => void load(entries().at(-1)?.id),
    refresh: () => void load(undefined),
    resolve: async (id, resolution, note) => {
      const answer = await http.postJson(`/api/quarantine/${id}`, { resolution, ...(note && { note }) });
      if (!answer.ok) return fail({ code: codeOf(answer.error) });
      setEntries((shown) => shown.filter((entry) => entry.id !== id));
      return ok(undefined);
    },
  };
}

const stateOf = (failure: RequestFailure) => (failure.kind === 'unreachable' ? 'offline' : 'failed');

function pageOf(value: unknown): { entries: QuarantineEntry[]; hasMore: boolean } | undefined {
  if (typeof value !== 'object' || value === null || !('entries' in value)) return undefined;
  if (!Array.isArray(value.entries)) return undefined;
  return { entries: value.entries, hasMore: 'hasMore' in value && value.hasMore === true };
}
