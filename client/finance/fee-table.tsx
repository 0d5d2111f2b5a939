// Every kilometre and fee as often as somebody spoke of it: reported, verified, approved, posted. What differs from the
// word before it stands out.
import { createMemo, For, Show, type JSX } from 'solid-js';
import { feesOf, type Fee, type FeeRow, type Reported } from '#schemas/finance/fees.ts';
import { decidedStages, placeOf, type DecidedStage } from '#schemas/finance/standing.ts';
import { valuesOf } from '#schemas/finance/values.ts';
import type { ProjectedOrder } from '../data/orders.ts';
import { useStrings } from '../i18n/strings.ts';
import { useNames } from '../orders/names.ts';
import { FigureTable } from '../ui/figure-table.tsx';
import { useFormat } from '../ui/formatting.tsx';
import css from './fee-table.module.css';
import { LineReason } from './line-reason.tsx';
import { useProposal } from './proposal.ts';
import { financeStrings } from './strings.ts';

/** Nothing before the order was verified: until then what was reported stands in the form. */
export function FeeTable(props: { order: ProjectedOrder }): JSX.Element {
  const t = useStrings(financeStrings);
  const names = useNames();
  const format = useFormat();
  const known = useProposal(() => props.order);
  const rows = createMemo(() => feesOf(props.order, known()?.reported));
  const reached = () => placeOf(props.order.finance.stage);
  const stages = () => decidedStages.filter((stage) => placeOf(stage) <= reached());
  const totals = createMemo(() => new Map(valuesOf(props.order).map(({ stage, fen }) => [stage, fen])));
  return (
    <Show when={stages().length > 0}>
      <FigureTable caption={t().lines}>
        <thead>
          <tr>
            <th scope="col">{t().item}</th>
            <th scope="col">{t().feeReported}</th>
            <For each={stages()}>{(stage) => <th scope="col">{t().value[stage]}</th>}</For>
          </tr>
        </thead>
        <tbody>
          <For each={rows()}>
            {(row) => (
              <tr>
                <th scope="row">
                  {row.item === undefined ? t().besideLines : names.catalog(row.item)}
                  <LineReason reason={row.reason} />
                </th>
                <td>
                  <Show when={row.reported}>{(told) => <Told told={told()} />}</Show>
                </td>
                <For each={stages()}>{(stage) => <FeeCell row={row} stage={stage} />}</For>
              </tr>
            )}
          </For>
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t().total}</th>
            <td />
            <For each={stages()}>{(stage) => <td>{format.money(totals().get(stage) ?? 0)}</td>}</For>
          </tr>
        </tfoot>
      </FigureTable>
    </Show>
  );
}

function FeeCell(props: { row: FeeRow; stage: DecidedStage }): JSX.Element {
  const t = useStrings(financeStrings);
  const differs = () => props.row.differs.includes(props.stage);
  return (
    <td classList={{ [css.differs ?? '']: differs() }}>
      <Show when={props.row.fees[props.stage]} fallback={differs() ? t().leftOut : '—'}>
        {(fee) => <Amount fee={fee()} />}
      </Show>
      <Show when={differs()}>
        <span class={css.mark}>{t().feeDiffers}</span>
      </Show>
    </td>
  );
}

/** As it was counted: 6.9 × ¥8.00. */
function Amount(props: { fee: Fee }): JSX.Element {
  const format = useFormat();
  const counted = () => {
    const { quantity, unitFen } = props.fee;
    return quantity === 1 || unitFen === undefined ? undefined : `${quantity} × ${format.money(unitFen)}`;
  };
  return (
    <>
      {format.money(props.fee.amountFen)}
      <Show when={counted()}>{(text) => <span class={css.small}>{text()}</span>}</Show>
    </>
  );
}

function Told(props: { told: Reported }): JSX.Element {
  const t = useStrings(financeStrings);
  const format = useFormat();
  const text = () => {
    const { what, value } = props.told;
    return what === 'fen' ? format.money(value) : t().told[what](value);
  };
  return (
    <>
      {text()}
      <Show when={props.told.source}>
        {(source) => <span class={css.small}>{t().kmFrom[source()]}</span>}
      </Show>
    </>
  );
}
