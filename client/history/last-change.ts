// Who changed a record last, and when, for the head of its page. The server knows it: without a network nothing is said.
import { createEffect, on, type Accessor } from 'solid-js';
import { useHistory } from '../data/history.ts';
import { useSync } from '../data/sync-state.ts';
import type { HistoryRecord } from './history-panel.tsx';
import { useHistoryWords } from './words.ts';

export interface LastChange {
  /** A name. */
  readonly by: string;
  readonly at: string;
}

/** Asked for again with each version that the server gives. */
export function useLastChange(record: HistoryRecord): Accessor<LastChange | undefined> {
  const sync = useSync();
  const history = useHistory(record.collection, record.id);
  const words = useHistoryWords();
  createEffect(
    on([() => record.document()?.version, sync.online], ([version, isOnline]) => {
      if (version !== undefined && isOnline) history.refresh();
    }),
  );
  return () => {
    const latest = history.entries().find(({ part }) => part === 'document');
    // What came with the company was changed by nobody.
    return latest && latest.by !== 'server' ? { by: words.author(latest), at: latest.at } : undefined;
  };
}
