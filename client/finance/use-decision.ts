// Sends a finance command and tells how it went. What was entered stays when it did not go through.
import { createSignal } from 'solid-js';
import type { CommandPayload } from '#schemas/orders/commands.ts';
import type { FinanceCommand } from '#schemas/finance/decide.ts';
import { useCodeText } from '../app/code-text.ts';
import { useCommands } from '../data/commands.ts';
import { useSync } from '../data/sync-state.ts';
import { useStrings } from '../i18n/strings.ts';
import { toast } from '../ui/toast.tsx';
import { financeStrings } from './strings.ts';

type FinanceType = FinanceCommand['type'];

export function useDecision(orderId: () => string) {
  const t = useStrings(financeStrings);
  const codeText = useCodeText();
  const commands = useCommands();
  const sync = useSync();
  const [busy, setBusy] = createSignal(false);
  const [error, setError] = createSignal<string>();

  const decide = async <Kind extends FinanceType>(
    type: Kind,
    payload: CommandPayload<Kind>,
    done: string,
  ): Promise<boolean> => {
    if (busy()) return false;
    setBusy(true);
    setError();
    try {
      const verdict = await commands.decideOnline(type, orderId(), payload);
      if (verdict.status === 'offline') setError(t().tryAgain);
      else if (verdict.status === 'rejected') setError(codeText(verdict.code));
      else toast.success(done);
      return verdict.status === 'applied' || verdict.status === 'flagged';
    } finally {
      setBusy(false);
    }
  };
  const offlineReason = () => (sync.online() ? undefined : t().needsServer);
  return { busy, error, decide, offlineReason };
}
