// What is seen of a reservation in the list, and as a card on a phone.
import { createMemo, type Accessor, type JSX } from 'solid-js';
import { dueOf, type Due } from '#schemas/orders/reservation.ts';
import type { ProjectedOrder } from '../data/orders.ts';
import { useStrings } from '../i18n/strings.ts';
import { AttentionMark, DeclineNote, Lines, OrderNumber, UnsentMark } from '../orders/marks.tsx';
import { useNames } from '../orders/names.ts';
import css from '../orders/orders.module.css';
import { useSharedColumns } from '../orders/shared-columns.tsx';
import { StatusBadge, type Tone } from '../ui/badge.tsx';
import type { Column } from '../ui/data-table.tsx';
import { Time, useFormat } from '../ui/formatting.tsx';
import { instant } from '../ui/spreadsheet/cell.ts';
import { useReminderLead } from './lead.ts';
import { reservationStrings } from './strings.ts';
import { whenOf } from './when.ts';

const tones: Record<Due, Tone> = { overdue: 'danger', soon: 'warning', later: 'neutral' };

export function DueBadge(props: { order: ProjectedOrder }): JSX.Element {
  const t = useStrings(reservationStrings);
  const format = useFormat();
  const lead = useReminderLead();
  const due = () => dueOf(props.order, format.now(), lead.minutes());
  const text = () => (due() === 'soon' ? t().soon : t().when[whenOf(props.order, format)]);
  return <StatusBadge tone={tones[due()]}>{text()}</StatusBadge>;
}

export function useReservationColumns(): Accessor<readonly Column<ProjectedOrder>[]> {
  const time = useTimeColumns();
  const shared = useSharedColumns();
  const rest = useOtherColumns();
  return createMemo((): readonly Column<ProjectedOrder>[] => {
    const { car, service, pickup, contact, outlet } = shared();
    return [
      ...time(),
      { ...car, sort: true },
      service,
      pickup,
      { ...contact, roomy: true },
      { ...outlet, roomy: true, sort: true },
      ...rest(),
    ];
  });
}

function useTimeColumns(): () => readonly Column<ProjectedOrder>[] {
  const t = useStrings(reservationStrings);
  return () => [
    {
      id: 'scheduled',
      header: t().column.scheduled,
      width: 112,
      sort: true,
      value: ({ scheduledAt }) => instant(scheduledAt),
      cell: (order) => (
        <Lines
          first={<Time iso={order.scheduledAt} />}
          second={<Time iso={order.scheduledAt} as="relative" />}
        />
      ),
    },
    { id: 'due', header: t().column.due, width: 108, cell: (order) => <DueBadge order={order} /> },
    {
      id: 'number',
      header: t().column.number,
      width: 118,
      sort: true,
      value: ({ number }) => number,
      cell: (order) => (
        <Lines
          first={<OrderNumber number={order.number} />}
          second={
            <>
              <UnsentMark unsent={order.unsent} />
              <AttentionMark attention={order.attention} />
            </>
          }
        />
      ),
    },
  ];
}

function useOtherColumns(): () => readonly Column<ProjectedOrder>[] {
  const t = useStrings(reservationStrings);
  return () => [
    { id: 'note', header: t().column.note, width: 140, hidden: true, value: ({ note }) => note },
    {
      id: 'created',
      header: t().column.created,
      width: 100,
      hidden: true,
      sort: true,
      value: ({ createdAt }) => instant(createdAt),
      cell: (order) => <Time iso={order.createdAt} />,
    },
  ];
}

export function ReservationCard(props: { order: ProjectedOrder }): JSX.Element {
  const names = useNames();
  return (
    <div class={css.card}>
      <div class={css.cardHead}>
        <DueBadge order={props.order} />
        <Time iso={props.order.scheduledAt} />
        <span class={css.cardTime}>
          <Time iso={props.order.scheduledAt} as="relative" />
        </span>
      </div>
      <div class={css.cardMain}>
        <span>{props.order.car.plate}</span>
        <span>{names.catalog(props.order.serviceId)}</span>
      </div>
      <div class={css.cardPlace}>{props.order.pickup.address}</div>
      <div class={css.cardFoot}>
        <OrderNumber number={props.order.number} />
        <AttentionMark attention={props.order.attention} />
        <DeclineNote order={props.order} />
        <UnsentMark unsent={props.order.unsent} />
      </div>
    </div>
  );
}
