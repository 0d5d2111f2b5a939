// What a driver reports of a job, with a word on how it went.
import { createSignal } from 'solid-js';
import type { CommandPayload, CommandType } from '#schemas/orders/commands.ts';
import { useCodeText } from '../app/code-text.ts';
import { useCommands } from '../data/commands.ts';
import { useSync } from '../data/sync-state.ts';
import { useStrings } from '../i18n/strings.ts';
import { toast } from '../ui/toast.tsx';
import { driverStrings } from './strings.ts';

interface Done {
  readonly sent: string;
  /** There was no network. */
  readonly queued: string;
}

/** Sends a step and tells how it went. While one is under way, or its payload is, further taps do nothing. */
export function useReport(orderId: () => string, words?: () => Done) {
  const t = useStrings(driverStrings);
  const codeText = useCodeText();
  const commands = useCommands();
  const sync = useSync();
  const done = () => words?.() ?? t().done;
  const [busy, setBusy] = createSignal(false);
  const [error, setError] = createSignal<string>();
  const report = async <Kind extends CommandType>(
    type: Kind,
    payload: CommandPayload<Kind> | Promise<CommandPayload<Kind>>,
  ): Promise<boolean> => {
    if (busy()) return false;
    setBusy(true);
    setError();
    try {
      const issued = await commands.issue(type, orderId(), await payload);
      if (issued.ok) toast.success(sync.online() ? done().sent : done().queued);
      else {
        setError(codeText(issued.error.code));
        toast.error(codeText(issued.error.code));
      }
      return issued.ok;
    } finally {
      setBusy(false);
    }
  };
  return { busy, error, report };
}
