// 入賬方式: how the money comes.
import type { JSX } from 'solid-js';
import { useStrings } from '../i18n/strings.ts';
import { useCatalogOptions } from '../records/options.ts';
import { Select } from '../ui/select.tsx';
import { financeStrings } from './strings.ts';

export function MethodSelect(props: {
  value: string | null;
  onChange: (value: string | null) => void;
  tried: boolean;
}): JSX.Element {
  const t = useStrings(financeStrings);
  const methods = useCatalogOptions('settlement-method');
  return (
    <Select
      label={t().method}
      required
      value={props.value}
      options={methods()}
      placeholder={t().chooseMethod}
      error={props.tried && !props.value ? t().chooseMethod : undefined}
      onChange={(value) => props.onChange(value)}
    />
  );
}
