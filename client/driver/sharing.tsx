// A driver's phone shares its position with dispatch while he works: with an open job, or in his hours. He is told so.
import MapPinned from 'lucide-solid/icons/map-pinned';
import { createEffect, createMemo, createSignal, on, onCleanup, Show, type JSX } from 'solid-js';
import { isOpen } from '#schemas/orders/order.ts';
import { isOnDuty } from '#schemas/staff/duty.ts';
import { useDeps } from '../app/deps.tsx';
import { useMyJobs } from '../data/orders.ts';
import { createPositionReports } from '../data/position-reports.ts';
import { useReferenceMap } from '../data/reference.ts';
import { useActor } from '../data/session.ts';
import { useSync } from '../data/sync-state.ts';
import { useStrings } from '../i18n/strings.ts';
import { useFormat } from '../ui/formatting.tsx';
import css from './driver.module.css';
import { createPositionSharing } from './position-sharing.ts';
import { useWatchedPosition } from './position.ts';
import { driverStrings } from './strings.ts';

/** When the server was last told, ISO; undefined: it is not shared. */
const [sharedAt, setSharedAt] = createSignal<string>();

/** Once, around the pages of whoever drives. */
export function PositionSharing(): JSX.Element {
  const isWorking = useIsWorking();
  return (
    <Show when={isWorking()}>
      <Sharing />
    </Show>
  );
}

function useIsWorking(): () => boolean {
  const actor = useActor();
  const jobs = useMyJobs();
  const staff = useReferenceMap('staff');
  const format = useFormat();
  const { phase } = useSync();
  const isWorking = createMemo(() => {
    if (phase() === 'signed-out' || phase() === 'account-disabled') return false;
    const self = staff().get(actor.id);
    if (self && isOnDuty(self, format.now(), format.zone())) return true;
    return jobs
      .orders()
      .some(({ status, assignment }) => isOpen(status) && assignment?.driverId === actor.id);
  });
  return isWorking;
}

function Sharing(): JSX.Element {
  const { http } = useDeps();
  const { online } = useSync();
  const report = createPositionReports(http);
  const sharing = createPositionSharing({
    send: async (told) => {
      const isTaken = await report(told);
      if (isTaken) setSharedAt(told.sentAt);
      return isTaken;
    },
    now: Date.now,
  });
  useWatchedPosition((position) => sharing.heard(position));
  createEffect(on(online, (isOnline) => isOnline && sharing.retry(), { defer: true }));
  onCleanup(() => {
    sharing.stop();
    setSharedAt(undefined);
  });
  return null;
}

/** For the driver to see. */
export function SharedNote(): JSX.Element {
  const t = useStrings(driverStrings);
  const format = useFormat();
  return (
    <Show when={sharedAt()}>
      {(at) => (
        <p class={css.shared}>
          <MapPinned size={14} aria-hidden="true" />
          {t().shared(format.relative(at()))}
        </p>
      )}
    </Show>
  );
}
