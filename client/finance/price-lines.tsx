// The lines under a price, to read.
import { For, type JSX } from 'solid-js';
import type { PriceLine } from '#schemas/finance/lines.ts';
import { totalFen } from '#schemas/core/money.ts';
import { useStrings } from '../i18n/strings.ts';
import { useNames } from '../orders/names.ts';
import { useFormat } from '../ui/formatting.tsx';
import { LineReason } from './line-reason.tsx';
import { financeStrings } from './strings.ts';
import css from './finance.module.css';

export function PriceLines(props: { lines: readonly PriceLine[] }): JSX.Element {
  const t = useStrings(financeStrings);
  const names = useNames();
  const format = useFormat();
  return (
    <table class={css.lines}>
      <caption>{t().lines}</caption>
      <thead>
        <tr>
          <th scope="col">{t().item}</th>
          <th scope="col">{t().quantity}</th>
          <th scope="col">{t().unitPrice}</th>
          <th scope="col">{t().lineAmount}</th>
        </tr>
      </thead>
      <tbody>
        <For each={props.lines}>
          {(line) => (
            <tr>
              <th scope="row">
                {names.catalog(line.item)}
                <LineReason reason={line.reason} />
              </th>
              <td>{line.quantity}</td>
              <td>{format.money(line.unitFen)}</td>
              <td>{format.money(line.amountFen)}</td>
            </tr>
          )}
        </For>
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t().total}</th>
          <td colspan="3">{format.money(totalFen(props.lines))}</td>
        </tr>
      </tfoot>
    </table>
  );
}
