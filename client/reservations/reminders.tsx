// Reminds whoever sends vehicles of reservations that come due, on whatever page he is.
import { useNavigate } from '@solidjs/router';
import { createEffect, createMemo, type Accessor, type JSX } from 'solid-js';
import { useRinging } from '../alerts/alerts.tsx';
import { useOrders, type ProjectedOrder } from '../data/orders.ts';
import { useMay } from '../data/session.ts';
import { useStrings } from '../i18n/strings.ts';
import { recall, remember } from '../ui/appearance.ts';
import { useFormat } from '../ui/formatting.tsx';
import { usePersonalKey } from '../ui/person.tsx';
import { toast } from '../ui/toast.tsx';
import { useReminderLead } from './lead.ts';
import { reservationStrings } from './strings.ts';
import { remindersOf, type Reminder } from './when.ts';

type Due = Reminder<ProjectedOrder>;

/** Of all outlets that he sees; nothing for whoever sends nobody. */
export function useDueReservations(): Accessor<readonly Due[]> {
  if (!useMay()('orders.dispatch')) return () => [];
  const format = useFormat();
  const lead = useReminderLead();
  const list = useOrders(() => ({ statuses: ['pending'], reserved: true }), { limit: 500, later: true });
  return createMemo(() => remindersOf(list.orders(), format.now(), lead.minutes()));
}

/** Once, around all pages: each reminder is told once to a person on a device. */
export function Reminders(props: { due: readonly Due[] }): JSX.Element {
  const key = usePersonalKey('reminded');
  const tell = useTelling();
  const ring = useRinging();
  createEffect(() => {
    const told = new Set(recall(key)?.split('\n'));
    const news = props.due.filter((reminder) => !told.has(reminder.key));
    if (news.length === 0) return;
    tell(news.filter((reminder) => reminder.due === 'overdue'));
    tell(news.filter((reminder) => reminder.due === 'soon'));
    ring('late');
    remember(key, props.due.map((reminder) => reminder.key).join('\n'));
  });
  return <></>;
}

function useTelling(): (news: readonly Due[]) => void {
  const t = useStrings(reservationStrings);
  const format = useFormat();
  const navigate = useNavigate();
  return (news) => {
    const [first] = news;
    if (!first) return;
    const { order, due } = first;
    const one = t().news[due](format.short(order.scheduledAt));
    const show = due === 'overdue' ? toast.error : toast.info;
    show(news.length === 1 ? one : t().manyNews[due](news.length), {
      detail: `${order.car.plate} ${order.pickup.address}`,
      action: {
        label: t().look,
        onSelect: () => navigate(news.length === 1 ? `/reservations?order=${order.id}` : '/reservations'),
      },
    });
  };
}
