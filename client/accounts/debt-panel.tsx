// What a customer owes, order by order: the sums of the list, taken apart.
import { A } from '@solidjs/router';
import { For, Show, type JSX } from 'solid-js';
import {
  ages,
  mostDebtOrders,
  owedOf,
  type Age,
  type Debt,
  type DebtOrders,
} from '#schemas/finance/accounts.ts';
import { sumFen } from '#schemas/core/money.ts';
import { KeptBanner } from '../app/offline-banner.tsx';
import { useKeptAnswer } from '../data/answer.ts';
import { useStrings } from '../i18n/strings.ts';
import { Banner } from '../ui/banner.tsx';
import { FigureTable } from '../ui/figure-table.tsx';
import { Time, useFormat } from '../ui/formatting.tsx';
import { Stack } from '../ui/page.tsx';
import { LoadingState } from '../ui/states.tsx';
import css from './accounts.module.css';
import { Failure } from './answer-parts.tsx';
import { accountStrings } from './strings.ts';

export function DebtPanel(props: { debt: Debt }): JSX.Element {
  const t = useStrings(accountStrings);
  const format = useFormat();
  // eslint-disable-next-line solid/reactivity -- another customer is another panel
  const answer = useKeptAnswer<DebtOrders>(`/api/finance/debts/${encodeURIComponent(props.debt.customerId)}`);
  return (
    <Stack>
      <KeptBanner at={answer.keptAt()} />
      <p class={css.line}>{t().owed(format.money(owedOf(props.debt)))}</p>
      <Show when={answer.value()} fallback={<Waiting answer={answer} />}>
        {(found) => (
          <>
            <Show when={found().count > found().orders.length}>
              <Banner tone="info">{t().oldestOnly(mostDebtOrders, found().count)}</Banner>
            </Show>
            <For each={ages.toReversed()}>{(age) => <OfAge age={age} orders={found().orders} />}</For>
          </>
        )}
      </Show>
    </Stack>
  );
}

function Waiting(props: { answer: ReturnType<typeof useKeptAnswer<DebtOrders>> }): JSX.Element {
  return (
    <Show when={props.answer.state() !== 'loading'} fallback={<LoadingState rows={4} />}>
      <Failure state={props.answer.state()} onRetry={() => props.answer.refresh()} />
    </Show>
  );
}

function OfAge(props: { age: Age; orders: DebtOrders['orders'] }): JSX.Element {
  const t = useStrings(accountStrings);
  const format = useFormat();
  const orders = () => props.orders.filter(({ age }) => age === props.age);
  return (
    <Show when={orders().length > 0}>
      <FigureTable caption={t().column[props.age]}>
        <thead>
          <tr>
            <th scope="col">{t().order}</th>
            <th scope="col">{t().ended}</th>
            <th scope="col">{t().column.part}</th>
            <th scope="col">{t().still}</th>
          </tr>
        </thead>
        <tbody>
          <For each={orders()}>
            {(order) => (
              <tr>
                <th scope="row">
                  <A href={`/orders/${order.orderId}`}>{order.number || order.orderId}</A>{' '}
                  <Show when={order.statementId}>
                    {(id) => (
                      <A class={css.muted} href={`/finance/statements/${id()}`}>
                        {t().onStatement}
                      </A>
                    )}
                  </Show>
                </th>
                <td>
                  <Time iso={order.endedAt} />
                </td>
                <td>{order.partFen ? format.money(order.partFen) : '—'}</td>
                <td>{format.money(order.fen)}</td>
              </tr>
            )}
          </For>
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t().month.orders(orders().length)}</th>
            <td />
            <td />
            <td>{format.money(sumFen(orders().map(({ fen }) => fen)))}</td>
          </tr>
        </tfoot>
      </FigureTable>
    </Show>
  );
}
