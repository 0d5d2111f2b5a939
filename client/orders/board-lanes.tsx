// The board in columns, one for each status: who waits longest stands on top.
import { createMemo, For, Show, type JSX } from 'solid-js';
import type { OrderStatus } from '#schemas/orders/order.ts';
import type { ProjectedOrder } from '../data/orders.ts';
import { useStrings } from '../i18n/strings.ts';
import { useFormat } from '../ui/formatting.tsx';
import { OrderCard } from './board-columns.tsx';
import { boardStrings } from './board-strings.ts';
import css from './board.module.css';
import { toneOf } from './board-tone.ts';
import { orderStrings } from './strings.ts';

interface Props {
  orders: readonly ProjectedOrder[];
  statuses: readonly OrderStatus[];
  openId: string | undefined;
  onOpen: (order: ProjectedOrder) => void;
}

export function BoardLanes(props: Props): JSX.Element {
  const t = useStrings(boardStrings);
  return (
    <div class={css.lanes} role="group" aria-label={t().lanes}>
      <For each={props.statuses}>{(status) => <Lane status={status} board={props} />}</For>
    </div>
  );
}

function Lane(props: { status: OrderStatus; board: Props }): JSX.Element {
  const t = useStrings(boardStrings);
  const words = useStrings(orderStrings);
  const format = useFormat();
  const orders = createMemo(() =>
    props.board.orders.filter(({ status }) => status === props.status).reverse(),
  );
  return (
    <section
      class={css.lane}
      data-empty={orders().length === 0 ? '' : undefined}
      aria-label={words().status[props.status]}
    >
      <header class={css.laneHead}>
        <h2>{words().status[props.status]}</h2>
        <span class={css.laneCount}>{orders().length}</span>
      </header>
      <Show when={orders().length > 0} fallback={<p class={css.laneEmpty}>{t().laneEmpty}</p>}>
        <ul class={css.laneList}>
          <For each={orders()}>
            {(order) => (
              <li>
                <button
                  type="button"
                  class={css.laneCard}
                  aria-current={order.id === props.board.openId}
                  data-tone={toneOf(order, format.now())}
                  onClick={() => props.board.onOpen(order)}
                >
                  <OrderCard order={order} inLane />
                </button>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </section>
  );
}
