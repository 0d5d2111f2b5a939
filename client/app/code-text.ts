// Codes in words: why something was refused or flagged.
import type { AttentionCode, RejectionCode } from '#schemas/core/codes.ts';
import type { ProblemCode } from '#schemas/core/problem-codes.ts';
import { useStrings } from '../i18n/strings.ts';
import { codeStrings } from './code-strings.ts';

type KnownCode = RejectionCode | AttentionCode | ProblemCode | 'not-stored' | 'offline';

/** A code of a later version reads as unknown, with the code itself. */
export function useCodeText(): (code: string | undefined) => string {
  const t = useStrings(codeStrings);
  return (code) => {
    const texts: Readonly<Record<KnownCode | 'unknown', string>> = t();
    if (code === undefined) return texts.unknown;
    return isKnown(code, texts) ? texts[code] : `${texts.unknown} (${code})`;
  };
}

const isKnown = (code: string, texts: object): code is KnownCode => Object.hasOwn(texts, code);
