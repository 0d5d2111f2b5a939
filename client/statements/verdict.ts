// The server's word on one order of a batch, in the person's words.
import { useCodeText } from '../app/code-text.ts';
import type { OnlineVerdict } from '../data/commands.ts';
import { useStrings } from '../i18n/strings.ts';
import type { BatchVerdict } from '../ui/batch.ts';
import { statementStrings } from './strings.ts';

export function useVerdictText(): (verdict: OnlineVerdict) => BatchVerdict {
  const t = useStrings(statementStrings);
  const codeText = useCodeText();
  return (verdict) => {
    if (verdict.status === 'offline') return { failed: t().tryAgain };
    if (verdict.status !== 'rejected') return 'done';
    const text = codeText(verdict.code);
    return {
      failed: verdict.code === 'on-statement' && verdict.detail ? `${text} (${verdict.detail})` : text,
    };
  };
}
