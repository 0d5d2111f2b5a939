// How the money at the car was paid: cash is held by the driver until he hands it over, all else is the company's at once.
import { Show, type JSX } from 'solid-js';
import { useCatalog } from '../data/reference.ts';
import { locale } from '../i18n/locale.ts';
import { useStrings } from '../i18n/strings.ts';
import { itemName } from '../orders/names.ts';
import { Select } from '../ui/select.tsx';
import { cashStrings } from './strings.ts';

/** Methods by which somebody pays at the car. */
const onTheSpot: readonly string[] = ['cash', 'wechat', 'alipay', 'transfer', 'cheque'];

export function PaidBy(props: {
  /** Nothing was paid: nothing is asked. */
  fen: number | null;
  /** null: in cash. */
  value: string | null;
  onChange: (method: string | null) => void;
}): JSX.Element {
  const t = useStrings(cashStrings);
  const methods = useCatalog('settlement-method');
  const options = () => methods().filter(({ code }) => onTheSpot.includes(code));
  const cash = () => options().find(({ code }) => code === 'cash')?.id ?? null;
  return (
    <Show when={props.fen}>
      <Select
        label={t().paidBy}
        description={t().paidByHint}
        value={props.value ?? cash()}
        options={options().map((item) => ({ value: item.id, label: itemName(item, locale()) }))}
        onChange={(value) => props.onChange(value)}
      />
    </Show>
  );
}

/** What a command says of it. */
export const paidBy = (fen: number | null, method: string | null) => ({
  ...(fen !== null && { collectedFen: fen }),
  ...(fen !== null && method !== null && { collectedMethod: method }),
});
