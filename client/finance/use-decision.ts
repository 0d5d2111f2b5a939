// Sends a command of finance and tells how it went. What was entered stays when it did not go through.
import { createSignal } from 'solid-js';
import type { OnlineType } from '#schemas/finance/online.ts';
import type { CommandPayload } from '#schemas/orders/commands.ts';
import { useCodeText } from '../app/code-text.ts';
import { useCommands } from '../data/commands.ts';
import { useSync } from '../data/sync-state.ts';
import { useStrings } from '../i18n/strings.ts';
import { toast } from '../ui/toast.tsx';
import { financeStrings } from './strings.ts';

/** @param subjectId the order's, or the statement's */
export function useDecision(subjectId: () => string) {
  const t = useStrings(financeStrings);
  const codeText = useCodeText();
  const commands = useCommands();
  const sync = useSync();
  const [busy, setBusy] = createSignal(false);
  const [error, setError] = createSignal<string>();

  const decide = async <Kind extends OnlineType>(
    type: Kind,
    payload: CommandPayload<Kind>,
    done: string,
  ): Promise<boolean> => {
    if (busy()) return false;
    setBusy(true);
    setError();
    try {
      const verdict = await commands.decideOnline(type, subjectId(), payload);
      if (verdict.status === 'offline') setError(t().tryAgain);
      else if (verdict.status === 'rejected') setError(withDetail(codeText(verdict.code), verdict));
      else toast.success(done);
      return verdict.status === 'applied' || verdict.status === 'flagged';
    } finally {
      setBusy(false);
    }
  };
  const offlineReason = () => (sync.online() ? undefined : t().needsServer);
  return { busy, error, decide, offlineReason, clear: () => setError() };
}

export type Decide = ReturnType<typeof useDecision>;

/** Which orders it is about, where the refusal names them. */
function withDetail(text: string, { code, detail }: Refused): string {
  return detail && (code === 'line-stale' || code === 'dispute-open') ? `${text} (${detail})` : text;
}

interface Refused {
  readonly code?: string | undefined;
  readonly detail?: string | undefined;
}
