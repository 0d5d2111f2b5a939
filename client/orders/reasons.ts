// Why an order is voided or was driven for nothing: what the catalog offers, and what somebody writes.
import { useCatalog } from '../data/reference.ts';
import { locale } from '../i18n/locale.ts';
import { useStrings } from '../i18n/strings.ts';
import type { Confirmation } from '../ui/confirm-dialog.tsx';
import { itemName } from './names.ts';
import { orderStrings } from './strings.ts';

const other = 'other';

/** The catalog's reasons for it, and one for everything else. */
export function useReasons(use: 'void' | 'empty-run') {
  const t = useStrings(orderStrings);
  const reasons = useCatalog('reason');
  const options = () => [
    ...reasons()
      .filter(({ reasonFor }) => reasonFor?.includes(use))
      .map((item) => ({ value: item.id, label: itemName(item, locale()) })),
    { value: other, label: t().confirm.otherReason },
  ];
  // By its one name, in which reports count it, whatever language it was picked in.
  const textOf = ({ reason, note }: Confirmation): string => {
    const label = reasons().find(({ id }) => id === reason)?.name ?? t().confirm.otherReason;
    if (!note) return label;
    const text = reason === other ? note : t().confirm.reasonAndNote(label, note);
    return text.slice(0, 500);
  };
  return { options, textOf };
}
