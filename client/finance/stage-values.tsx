// Four values side by side: what the driver took, what was verified, approved and posted, each with who, when and why;
// under them the kilometres by every witness there is. What differs stands out.
import { For, Show, type JSX } from 'solid-js';
import { disagree, kmKnown, kmWitnesses } from '#schemas/finance/pricing/kilometres.ts';
import { placeOf } from '#schemas/finance/standing.ts';
import { valuesOf, type StageValue, type ValueStage } from '#schemas/finance/values.ts';
import type { Order } from '#schemas/orders/order.ts';
import { useReferenceMap } from '../data/reference.ts';
import { useStrings } from '../i18n/strings.ts';
import { useNames } from '../orders/names.ts';
import { StatusBadge } from '../ui/badge.tsx';
import { Time, useFormat } from '../ui/formatting.tsx';
import { EmptyRunProof } from './empty-run-proof.tsx';
import css from './stage-values.module.css';
import { financeStrings } from './strings.ts';

export function StageValues(props: { order: Order }): JSX.Element {
  const t = useStrings(financeStrings);
  const isNext = (stage: ValueStage): boolean =>
    stage !== 'reported' && placeOf(stage) === placeOf(props.order.finance.stage) + 1;
  return (
    <section class={css.values} aria-label={t().values}>
      <ol class={css.stages}>
        <For each={valuesOf(props.order)}>
          {(value) => (
            <li class={css.stage} aria-current={isNext(value.stage) ? 'step' : undefined}>
              <Value value={value} />
            </li>
          )}
        </For>
      </ol>
      <Kilometres order={props.order} />
      <EmptyRunProof order={props.order} />
    </section>
  );
}

function Value(props: { value: StageValue }): JSX.Element {
  const t = useStrings(financeStrings);
  const names = useNames();
  const format = useFormat();
  const amount = () => (props.value.fen === undefined ? '—' : format.money(props.value.fen));
  const difference = (fen: number) => `${fen > 0 ? '+' : '−'}${format.money(Math.abs(fen))}`;
  return (
    <>
      <span class={css.name}>{t().value[props.value.stage]}</span>
      <strong class={css.amount}>{amount()}</strong>
      <Show when={props.value.differsFen}>
        {(fen) => <StatusBadge tone="warning">{difference(fen())}</StatusBadge>}
      </Show>
      <Show when={props.value.entry} fallback={<span class={css.said}>{t().notYet}</span>}>
        {(entry) => (
          <>
            <span class={css.said}>
              {names.staff(entry().by)} <Time iso={entry().recordedAt} />
            </span>
            <Show when={entry().note ?? entry().reason}>{(why) => <q class={css.note}>{why()}</q>}</Show>
          </>
        )}
      </Show>
    </>
  );
}

function Kilometres(props: { order: Order }): JSX.Element {
  const t = useStrings(financeStrings);
  const services = useReferenceMap('catalog');
  const outlets = useReferenceMap('outlets');
  const known = () =>
    kmKnown(props.order, services().get(props.order.serviceId), outlets().get(props.order.outletId));
  const told = () => kmWitnesses.filter((witness) => known()[witness] !== undefined);
  return (
    <Show when={told().length > 0}>
      <div class={css.kilometres}>
        <span class={css.name}>{t().column.mileage}</span>
        <ul>
          <For each={told()}>
            {(witness) => (
              <li>
                {t().witness[witness]} <strong>{known()[witness]}</strong>
              </li>
            )}
          </For>
        </ul>
        <Show when={disagree(known())}>
          <StatusBadge tone="warning">{t().disagree}</StatusBadge>
        </Show>
      </div>
    </Show>
  );
}
