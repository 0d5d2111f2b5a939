// Values and people of a history in words.
import type { RateCard } from '#schemas/finance/rate-card.ts';
import type { HistoryEntry } from '../data/history.ts';
import { useStrings } from '../i18n/strings.ts';
import { useNames } from '../orders/names.ts';
import { isRecord } from '../sync/entered-fields.ts';
import { useWords } from '../sync/words.ts';
import { useFormat } from '../ui/formatting.tsx';
import { historyStrings } from './strings.ts';

export interface HistoryWords {
  field(field: string): string;
  value(field: string, value: unknown): string;
  author(entry: HistoryEntry): string;
}

export function useHistoryWords(): HistoryWords {
  const t = useStrings(historyStrings);
  const words = useWords();
  const rate = useRateWords();
  const value = (field: string, of: unknown): string => {
    if (Array.isArray(of) && field === 'rateCards' && of.length > 0)
      return of.map((each) => value(field, each)).join('; ');
    return field === 'rateCards' && isRecord(of) ? rate(of) : words.value(field, of);
  };
  return {
    field: (field) => words.field(field),
    value,
    author: ({ by, byName }) =>
      byName ?? words.person(by) ?? (by === 'server' ? t().server : t().unknownPerson),
  };
}

/** Of a rate what tells it from the others. */
function useRateWords() {
  const t = useStrings(historyStrings);
  const names = useNames();
  const format = useFormat();
  return (card: Partial<RateCard>): string => {
    const services = (card.serviceIds ?? []).map((id) => names.catalog(id)).join(' ');
    const price = format.money(card.startFen ?? 0);
    return t().rate(services || t().otherServices, card.version ?? 1, card.validFrom ?? '', price);
  };
}
