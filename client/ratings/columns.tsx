// What is seen of a rating in the list, and as a card on a phone.
import { createMemo, type Accessor, type JSX } from 'solid-js';
import type { ProjectedOrder } from '../data/orders.ts';
import { useStrings } from '../i18n/strings.ts';
import { Lines, OrderNumber } from '../orders/marks.tsx';
import { useNames } from '../orders/names.ts';
import css from '../orders/orders.module.css';
import { useSharedColumns } from '../orders/shared-columns.tsx';
import { Stars } from '../orders/stars.tsx';
import type { Column } from '../ui/data-table.tsx';
import { Time } from '../ui/formatting.tsx';
import { ratingStrings } from './strings.ts';

export const ratedAt = ({ rating, createdAt }: ProjectedOrder): string => rating?.at ?? createdAt;

/** Low ones first, of the same stars the latest. */
const byStars = (order: ProjectedOrder): string =>
  `${order.rating?.stars ?? 0}-${9_999_999_999_999 - Date.parse(ratedAt(order))}`;

export function useRatingColumns(): Accessor<readonly Column<ProjectedOrder>[]> {
  const t = useStrings(ratingStrings);
  const names = useNames();
  const shared = useSharedColumns();
  return createMemo((): readonly Column<ProjectedOrder>[] => [
    {
      id: 'stars',
      header: t().column.stars,
      width: 100,
      sort: byStars,
      value: ({ rating }) => rating?.stars,
      cell: (order) => <Stars count={order.rating?.stars ?? 0} />,
    },
    {
      id: 'comment',
      header: t().column.comment,
      width: 220,
      grow: true,
      value: ({ rating }) => rating?.comment,
    },
    {
      id: 'at',
      header: t().column.at,
      width: 104,
      sort: ratedAt,
      value: (order) => ({ kind: 'instant', at: ratedAt(order), precision: 'minute' }),
      cell: (order) => <Time iso={ratedAt(order)} />,
    },
    {
      id: 'number',
      header: t().column.number,
      width: 122,
      sort: true,
      value: ({ number }) => number,
      cell: (order) => <Lines first={<OrderNumber number={order.number} />} second={order.car.plate} />,
    },
    {
      id: 'driver',
      header: t().column.driver,
      width: 110,
      sort: ({ assignment }) => names.staff(assignment?.driverId),
      value: ({ assignment }) => names.staff(assignment?.driverId),
      cell: (order) => (
        <Lines
          first={names.vehicle(order.assignment?.vehicleId)}
          second={names.staff(order.assignment?.driverId)}
        />
      ),
    },
    { ...shared().service, roomy: true },
    { ...shared().contact, header: t().column.contact, roomy: true },
    { ...shared().outlet, roomy: true, sort: true },
  ]);
}

export function RatingCard(props: { order: ProjectedOrder }): JSX.Element {
  const names = useNames();
  return (
    <div class={css.card}>
      <div class={css.cardHead}>
        <Stars count={props.order.rating?.stars ?? 0} />
        <OrderNumber number={props.order.number} />
        <span class={css.cardTime}>
          <Time iso={ratedAt(props.order)} as="relative" />
        </span>
      </div>
      <div>{props.order.rating?.comment}</div>
      <div class={css.cardFoot}>
        <span>{names.staff(props.order.assignment?.driverId)}</span>
        <span>{names.catalog(props.order.serviceId)}</span>
      </div>
    </div>
  );
}
