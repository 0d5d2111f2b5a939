// One driver's day: its orders, what was handed over of them, and the counting of what he still holds.
import { A } from '@solidjs/router';
import { createSignal, For, Show, type JSX } from 'solid-js';
import { differenceOf, type Handover } from '#schemas/finance/cash/cash.ts';
import { cashPermission } from '#schemas/finance/cash/decide.ts';
import type { Order } from '#schemas/orders/order.ts';
import { may } from '#schemas/staff/permissions.ts';
import { useActor } from '../data/session.ts';
import { useDecision } from '../finance/use-decision.ts';
import { useStrings } from '../i18n/strings.ts';
import { useNames } from '../orders/names.ts';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { useFormat } from '../ui/formatting.tsx';
import { Stack } from '../ui/page.tsx';
import css from './cash.module.css';
import { CountDialog } from './count-dialog.tsx';
import { collectedFenOf, handoversOf, heldFenOf, type CashDay } from './days.ts';
import { cashStrings } from './strings.ts';

export function CashPanel(props: { row: CashDay; days: readonly CashDay[] }): JSX.Element {
  const t = useStrings(cashStrings);
  const actor = useActor();
  const [counting, setCounting] = createSignal(false);
  return (
    <Stack>
      <Show when={may(actor, cashPermission['count-cash'])}>
        <Button
          variant="primary"
          disabledReason={props.row.heldFen === 0 ? t().handover.nothing : undefined}
          onClick={() => setCounting(true)}
        >
          {t().handover.action}
        </Button>
      </Show>
      <h3 class={css.heading}>{t().ofDay}</h3>
      <ul class={css.list}>
        <For each={props.row.orders}>{(order) => <OrderRow order={order} />}</For>
      </ul>
      <h3 class={css.heading}>{t().handovers}</h3>
      <Handovers orders={props.row.orders} />
      <Show when={counting()}>
        <CountDialog row={props.row} days={props.days} onClose={() => setCounting(false)} />
      </Show>
    </Stack>
  );
}

function OrderRow(props: { order: Order }): JSX.Element {
  const t = useStrings(cashStrings);
  const names = useNames();
  const format = useFormat();
  return (
    <li class={css.item}>
      <div class={css.line}>
        <A href={`/orders/${props.order.id}`}>{props.order.number}</A>
        <span class={css.muted}>{props.order.car.plate}</span>
        <span class={css.amount}>{format.money(collectedFenOf(props.order))}</span>
      </div>
      <div class={css.line}>
        <span class={css.muted}>{names.customer(props.order.customerId)}</span>
        <Show when={heldFenOf(props.order) !== 0}>
          <Badge tone="warning">{`${t().state.held} ${format.money(heldFenOf(props.order))}`}</Badge>
        </Show>
      </div>
    </li>
  );
}

function Handovers(props: { orders: readonly Order[] }): JSX.Element {
  const t = useStrings(cashStrings);
  const [reversing, setReversing] = createSignal<string>();
  const decision = useDecision(() => reversing() ?? '');
  const reverse = async (reason: string): Promise<void> => {
    if (await decision.decide('reverse-cash-count', { reason }, t().handover.undone)) setReversing();
  };
  return (
    <>
      <ul class={css.list}>
        <For each={handoversOf(props.orders)} fallback={<li class={css.muted}>{t().noHandovers}</li>}>
          {(handover) => (
            <HandoverRow
              handover={handover}
              offlineReason={decision.offlineReason()}
              onReverse={() => (decision.clear(), setReversing(handover.id))}
            />
          )}
        </For>
      </ul>
      <ConfirmDialog
        open={reversing() !== undefined}
        tone="danger"
        title={t().handover.reverse}
        message={t().handover.reverseHint}
        confirmLabel={t().handover.reverse}
        note="required"
        noteLabel={t().handover.why}
        error={decision.error()}
        disabledReason={decision.offlineReason()}
        onConfirm={({ note }) => reverse(note)}
        onCancel={() => setReversing()}
      />
    </>
  );
}

function HandoverRow(props: {
  handover: Handover;
  offlineReason: string | undefined;
  onReverse: () => void;
}): JSX.Element {
  const t = useStrings(cashStrings);
  const actor = useActor();
  const names = useNames();
  const format = useFormat();
  const difference = () => differenceOf(props.handover);
  const mayReverse = () => !props.handover.reversed && may(actor, cashPermission['reverse-cash-count']);
  return (
    <li class={css.item}>
      <div class={css.line}>
        <span classList={{ [css.reversed ?? '']: props.handover.reversed !== undefined }}>
          {t().handover.counts(
            format.money(props.handover.countedFen),
            format.money(props.handover.expectedFen),
          )}
        </span>
        <Show
          when={!props.handover.reversed}
          fallback={<Badge tone="warning">{t().handover.reversed}</Badge>}
        >
          <Show when={difference() !== 0}>
            <Badge tone={difference() < 0 ? 'danger' : 'info'}>
              {difference() < 0
                ? t().short(format.money(-difference()))
                : t().over(format.money(difference()))}
            </Badge>
          </Show>
        </Show>
        <Show when={mayReverse()}>
          <span class={css.amount}>
            <Button
              size="small"
              variant="ghost"
              disabledReason={props.offlineReason}
              onClick={() => props.onReverse()}
            >
              {t().handover.reverse}
            </Button>
          </span>
        </Show>
      </div>
      <div class={css.muted}>
        {[
          format.dateTime(props.handover.at),
          names.staff(props.handover.by),
          names.catalog(props.handover.method),
        ].join(' · ')}
      </div>
      <For each={[props.handover.reason, props.handover.reversed?.reason].filter(Boolean)}>
        {(words) => <div class={css.muted}>{words}</div>}
      </For>
    </li>
  );
}
