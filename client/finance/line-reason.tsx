// Why a line of a price is what it is, in small print under its item.
import { Show, type JSX } from 'solid-js';
import type { LineReason as Reason } from '#schemas/finance/lines.ts';
import { useStrings } from '../i18n/strings.ts';
import { useFormat, type Format } from '../ui/formatting.tsx';
import css from './finance.module.css';
import { financeStrings, type FinanceStrings } from './strings.ts';

export function LineReason(props: { reason: Reason | undefined }): JSX.Element {
  const t = useStrings(financeStrings);
  const format = useFormat();
  return (
    <Show when={props.reason}>
      {(reason) => <span class={css.reason}>{reasonText(reason(), t(), format)}</span>}
    </Show>
  );
}

function reasonText({ rule, rate, inputs = {} }: Reason, t: FinanceStrings, format: Format): string {
  const input = (name: string) => inputs[name] ?? 0;
  const money = (name: string) => format.money(input(name));
  const worked: Record<Reason['rule'], () => string> = {
    start: () => t.basis.start(input('includedKm')),
    kilometres: () => t.basis.kilometres(input('km'), input('includedKm')),
    waiting: () => t.basis.waiting(input('minutes'), input('freeMinutes')),
    night: () => t.basis.percent(money('baseFen'), input('percent')),
    holiday: () => t.basis.percent(money('baseFen'), input('percent')),
    minimum: () => t.basis.minimum(money('minimumFen')),
    maximum: () => t.basis.maximum(money('maximumFen')),
    extra: () => (inputs['reported'] === undefined ? '' : t.basis.reported(input('reported'))),
    outlay: () => t.basis.outlay,
    'empty-run': () => '',
  };
  // What was paid has no usual price.
  const usual = rule === 'outlay' ? '' : t.basis.usual;
  const source = rate ? t.basis.agreed(rate.version) : usual;
  return [worked[rule](), source].filter(Boolean).join(' · ');
}
