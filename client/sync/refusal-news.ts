// Says at once that the server did not take what was just entered, and takes off the list what was done over.
import { useNavigate } from '@solidjs/router';
import { createEffect, on } from 'solid-js';
import { collectionNames, isReference } from '#schemas/sync/collections.ts';
import { useCodeText } from '../app/code-text.ts';
import { useData } from '../data/context.ts';
import { useReferenceMap } from '../data/reference.ts';
import type { RefusedEdit } from '../data/refused-edits.ts';
import type { SyncState } from '../data/sync-state.ts';
import { useStrings } from '../i18n/strings.ts';
import { toast } from '../ui/toast.tsx';
import { forgetReentering, reenteredKeys } from './reentering.ts';
import { syncStrings } from './strings.ts';

type Sync = Pick<SyncState, 'refusedEdits' | 'dismissEdit'>;

/** Once, around all pages. */
export function useRefusalNews(sync: Sync): void {
  useToast(sync);
  useReentering(sync);
}

/** What was there when the app was opened is no news. */
function useToast(sync: Sync): void {
  const t = useStrings(syncStrings);
  const codeText = useCodeText();
  const navigate = useNavigate();
  const opened = new Date().toISOString();
  const tell = (news: readonly RefusedEdit[]): void => {
    const [first] = news;
    if (!first) return;
    const name = String(first.newDocumentState['name'] ?? '');
    const text = news.length === 1 ? t().refused.news(name) : t().refused.manyNews(news.length);
    const action = { label: t().refused.look, onSelect: () => navigate('/sync') };
    toast.error(text, { action, ...(news.length === 1 && { detail: codeText(first.code) }) });
  };
  createEffect(
    on(sync.refusedEdits, (edits, before = []) => {
      const known = new Set(before.map(({ key }) => key));
      tell(edits.filter(({ key, refusedAt }) => !known.has(key) && refusedAt >= opened));
    }),
  );
}

function useReentering(sync: Sync): void {
  const { references, deviceId } = useData();
  const watched = collectionNames.filter(isReference).map((name) => useReferenceMap(name));
  createEffect(() => {
    for (const read of watched) read();
    for (const key of reenteredKeys((name) => references.lookups[name].value.values(), deviceId)) {
      forgetReentering(key);
      void sync.dismissEdit(key);
    }
  });
}
