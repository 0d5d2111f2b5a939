// What the driver himself still holds, from the orders on his phone: also without a network.
import { A } from '@solidjs/router';
import { createMemo, For, Show, type JSX } from 'solid-js';
import { sumFen } from '#schemas/core/money.ts';
import { differenceOf } from '#schemas/finance/cash/cash.ts';
import { useOwnCash } from '../data/cash.ts';
import { useSync } from '../data/sync-state.ts';
import { useStrings } from '../i18n/strings.ts';
import { useFormat } from '../ui/formatting.tsx';
import css from './cash.module.css';
import { handoversOf, heldFenOf } from './days.ts';
import { cashStrings } from './strings.ts';

export function OwnCash(): JSX.Element {
  const t = useStrings(cashStrings);
  const format = useFormat();
  const sync = useSync();
  const orders = useOwnCash();
  const held = createMemo(() => orders().filter((order) => heldFenOf(order) !== 0));
  const last = createMemo(() => handoversOf(orders()).find(({ reversed }) => !reversed));
  return (
    <Show when={orders().length > 0}>
      <section class={css.mine} aria-label={t().mine.title}>
        <details>
          <summary>
            {t().mine.title}
            <strong>{format.money(sumFen(held().map(heldFenOf)))}</strong>
          </summary>
          <ul class={css.list}>
            <For each={held()}>
              {(order) => (
                <li class={css.item}>
                  <div class={css.line}>
                    <A href={`/jobs/${order.id}`}>{order.car.plate}</A>
                    <span class={css.muted}>{order.number}</span>
                    <span class={css.amount}>{format.money(heldFenOf(order))}</span>
                  </div>
                </li>
              )}
            </For>
          </ul>
        </details>
        <span class={css.muted}>
          {held().length > 0 ? t().mine.from(held().length) : t().mine.none}
          <Show when={held().length > 0 && !sync.online()}>{` · ${t().mine.unsent}`}</Show>
        </span>
        <Show when={last()}>
          {(handover) => (
            <span class={css.muted}>
              {[
                t().mine.last(format.short(handover().at), format.money(handover().countedFen)),
                differenceWords(differenceOf(handover())),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          )}
        </Show>
      </section>
    </Show>
  );

  function differenceWords(fen: number): string {
    if (fen === 0) return '';
    const amount = format.money(Math.abs(fen));
    return fen < 0 ? t().mine.short(amount) : t().mine.over(amount);
  }
}
