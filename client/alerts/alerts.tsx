// Draws eye and ear to what has just come: orders that somebody else has taken or a driver has handed back, and notices.
// Once, around all pages.
import { createEffect, on, type JSX } from 'solid-js';
import { awaitsDispatch } from '#schemas/orders/reservation.ts';
import { useNotices } from '../data/notices.ts';
import { useOpenOrders, type OrderList } from '../data/orders.ts';
import { useActor, useMay } from '../data/session.ts';
import { useSync } from '../data/sync-state.ts';
import { missedTargets } from '../orders/late.ts';
import { createArrivals, markFresh } from '../orders/fresh.ts';
import { useFormat } from '../ui/formatting.tsx';
import { chime, type Chime } from './chime.ts';
import { useSound } from './sound.ts';

/** For whoever dispatches or takes orders. */
export function Alerts(): JSX.Element {
  const may = useMay();
  const ring = useRinging();
  if (may('orders.dispatch')) {
    const open = useOpenOrders();
    watchOrders(ring, open);
    watchTargets(ring, open);
  }
  if (may('orders.create')) watchNotices(ring);
  return <></>;
}

/** Rings if this person wants to hear it. */
export function useRinging(): (kind: Chime) => void {
  const sound = useSound();
  return (kind) => {
    if (sound.isOn()) chime(kind);
  };
}

type Ring = ReturnType<typeof useRinging>;

/** What stood there when the app was opened, or came with the first load, is no news. */
function watchOrders(ring: Ring, open: OrderList): void {
  const format = useFormat();
  const sync = useSync();
  const arrivals = createArrivals(useActor().id);
  createEffect(() => {
    if (open.loading() || !sync.initialSyncDone()) return;
    const found = arrivals.in(open.orders(), format.now());
    if (found.length === 0) return;
    markFresh(found);
    ring('new');
  });
}

/** Rings for each target that is missed while the app is open. */
function watchTargets(ring: Ring, open: OrderList): void {
  const format = useFormat();
  const sync = useSync();
  let before: Set<string> | undefined;
  createEffect(() => {
    if (open.loading() || !sync.initialSyncDone()) return;
    const missed = missedTargets(
      open.orders().filter((order) => !awaitsDispatch(order)),
      format.now(),
    );
    if (before && missed.some((key) => !before?.has(key))) ring('late');
    before = new Set(missed);
  });
}

function watchNotices(ring: Ring): void {
  const sync = useSync();
  const notices = useNotices();
  const waiting = () => notices().filter(({ state }) => state === 'new').length;
  createEffect(
    on([waiting, sync.initialSyncDone], ([count], before) => {
      if (before?.[1] && count > before[0]) ring('new');
    }),
  );
}
