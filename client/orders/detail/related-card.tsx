// What the order came from, and what else there was with the same car.
import { A } from '@solidjs/router';
import { createMemo, For, Show, type JSX } from 'solid-js';
import { normaliseSearch } from '#schemas/orders/filter.ts';
import { useNotices } from '../../data/notices.ts';
import { useOrder, useOrders, type ProjectedOrder } from '../../data/orders.ts';
import { useStrings } from '../../i18n/strings.ts';
import { Card } from '../../ui/card.tsx';
import { Time } from '../../ui/formatting.tsx';
import { OrderStatusBadge } from '../marks.tsx';
import { useNames } from '../names.ts';
import css from './detail.module.css';
import { detailStrings } from './strings.ts';

export function RelatedCard(props: { order: ProjectedOrder }): JSX.Element {
  const t = useStrings(detailStrings);
  return (
    <Card title={t().related}>
      <div class={css.related}>
        <FromNotice id={props.order.noticeId} />
        <CopiedFrom id={props.order.copiedFrom} />
        <SameCar order={props.order} />
      </div>
    </Card>
  );
}

function FromNotice(props: { id: string | undefined }): JSX.Element {
  const t = useStrings(detailStrings);
  const notices = useNotices();
  const noticeName = createMemo(() => {
    const notice = notices().find(({ id }) => id === props.id);
    return notice ? `${notice.senderName} ${notice.senderNumber}` : '';
  });
  return (
    <Show when={props.id}>
      {(id) => (
        <p>
          <A href={`/notices?notice=${id()}`}>{t().fromNotice(noticeName())}</A>
        </p>
      )}
    </Show>
  );
}

function CopiedFrom(props: { id: string | undefined }): JSX.Element {
  const t = useStrings(detailStrings);
  const original = useOrder(() => props.id);
  return (
    <Show when={props.id}>
      {(id) => (
        <p>
          <A href={`/orders/${id()}`}>{t().copiedFrom(original.order()?.number ?? '')}</A>
        </p>
      )}
    </Show>
  );
}

/** Those of the last weeks, from this device; the way to all others leads to the server. */
function SameCar(props: { order: ProjectedOrder }): JSX.Element {
  const t = useStrings(detailStrings);
  const names = useNames();
  const plate = () => props.order.car.plate;
  const list = useOrders(() => ({ text: plate() }), { limit: 8 });
  const others = createMemo(() =>
    list
      .orders()
      .filter(
        ({ id, car }) => id !== props.order.id && normaliseSearch(car.plate) === normaliseSearch(plate()),
      ),
  );
  return (
    <section class={css.sameCar}>
      <h3>{t().sameCar(plate())}</h3>
      <ul>
        <For each={others()} fallback={<li class={css.none}>{t().noneHere}</li>}>
          {(order) => (
            <li>
              <A href={`/orders/${order.id}`}>{order.number || t().unnumbered}</A>
              <OrderStatusBadge status={order.status} />
              <span>{names.catalog(order.serviceId)}</span>
              <Time iso={order.createdAt} />
            </li>
          )}
        </For>
      </ul>
      <A href={`/orders/history?q=${encodeURIComponent(plate())}`}>{t().allOfCar}</A>
    </section>
  );
}
