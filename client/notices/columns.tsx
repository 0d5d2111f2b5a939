// What is seen of a notice in the list, and as a card on a phone.
import { createMemo, Show, type Accessor, type JSX } from 'solid-js';
import type { ShownNotice } from '../data/notices.ts';
import { useStrings } from '../i18n/strings.ts';
import { shortAddress } from '../orders/board-layout.ts';
import { Lines } from '../orders/marks.tsx';
import { useNames } from '../orders/names.ts';
import css from '../orders/orders.module.css';
import { Badge, StatusBadge, type Tone } from '../ui/badge.tsx';
import type { Column } from '../ui/data-table.tsx';
import { Time, useFormat } from '../ui/formatting.tsx';
import { noticeStrings } from './strings.ts';

const tones: Record<ShownNotice['state'], Tone> = {
  new: 'warning',
  converted: 'success',
  refused: 'neutral',
};

export function NoticeBadge(props: { notice: ShownNotice }): JSX.Element {
  const t = useStrings(noticeStrings);
  return (
    <>
      <StatusBadge tone={tones[props.notice.state]}>{t().state[props.notice.state]}</StatusBadge>
      <Show when={props.notice.unsent}>
        <Badge tone="warning">{t().unsent}</Badge>
      </Show>
    </>
  );
}

export function useNoticeColumns(): Accessor<readonly Column<ShownNotice>[]> {
  const t = useStrings(noticeStrings);
  const names = useNames();
  const format = useFormat();
  return createMemo((): readonly Column<ShownNotice>[] => [
    {
      id: 'received',
      header: t().column.received,
      width: 96,
      sort: ({ receivedAt }) => receivedAt,
      value: ({ receivedAt }) => ({ kind: 'instant', at: receivedAt, precision: 'minute' }),
      cell: (row) => (
        <Lines first={<Time iso={row.receivedAt} />} second={<Time iso={row.receivedAt} as="relative" />} />
      ),
    },
    {
      id: 'state',
      header: t().column.state,
      width: 100,
      sort: ({ state }) => state,
      value: ({ state }) => t().state[state],
      cell: (row) => <NoticeBadge notice={row} />,
    },
    {
      id: 'sender',
      header: t().column.sender,
      width: 150,
      sort: true,
      value: ({ senderName, senderNumber }) => `${senderName} ${senderNumber}`,
      cell: (row) => <Lines first={row.senderName} second={row.senderNumber} />,
    },
    {
      id: 'service',
      header: t().column.service,
      width: 130,
      value: (row) => names.catalog(row.serviceId) || row.service,
      cell: (row) => (
        <Lines first={names.catalog(row.serviceId) || row.service} second={names.customer(row.customerId)} />
      ),
    },
    {
      id: 'car',
      header: t().column.car,
      width: 110,
      sort: true,
      value: ({ car }) => car.plate,
      cell: (row) => (
        <Lines
          first={<span class={css.plate}>{row.car.plate}</span>}
          second={[row.car.color, row.car.model].filter(Boolean).join(' ')}
        />
      ),
    },
    {
      id: 'contact',
      header: t().column.contact,
      width: 124,
      roomy: true,
      value: ({ contact }) => `${contact.name} ${contact.phone}`,
      cell: (row) => <Lines first={row.contact.name} second={format.phone(row.contact.phone)} />,
    },
    {
      id: 'pickup',
      header: t().column.pickup,
      width: 160,
      grow: true,
      value: ({ pickup }) => pickup.address,
      cell: (row) => (
        <Lines
          first={shortAddress(row.pickup.address)}
          second={row.destination ? `→ ${shortAddress(row.destination.address)}` : row.fault}
          title={row.pickup.address}
        />
      ),
    },
    {
      id: 'decided',
      header: t().column.decided,
      width: 100,
      roomy: true,
      value: ({ decidedBy }) => names.staff(decidedBy),
      cell: (row) => <Lines first={names.staff(row.decidedBy)} second={<Time iso={row.decidedAt} />} />,
    },
  ]);
}

export function NoticeCard(props: { notice: ShownNotice }): JSX.Element {
  const names = useNames();
  return (
    <div class={css.card}>
      <div class={css.cardHead}>
        <NoticeBadge notice={props.notice} />
        <span>{props.notice.senderName}</span>
        <span class={css.cardTime}>
          <Time iso={props.notice.receivedAt} as="relative" />
        </span>
      </div>
      <div class={css.cardMain}>
        <span>{props.notice.car.plate}</span>
        <span>{names.catalog(props.notice.serviceId) || props.notice.service}</span>
      </div>
      <div class={css.cardPlace}>{props.notice.pickup.address}</div>
    </div>
  );
}
