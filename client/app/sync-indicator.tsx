// Always in view: whether this device and the server are together, and how much waits: to be sent, or for a word
// of the person.
import { A } from '@solidjs/router';
import CircleCheck from 'lucide-solid/icons/circle-check';
import CloudOff from 'lucide-solid/icons/cloud-off';
import RefreshCw from 'lucide-solid/icons/refresh-cw';
import TriangleAlert from 'lucide-solid/icons/triangle-alert';
import { Show, type JSX } from 'solid-js';
import { Dynamic } from 'solid-js/web';
import type { SyncPhase, SyncState } from '../data/sync-state.ts';
import { useStrings } from '../i18n/strings.ts';
import { Counter } from '../ui/counter.tsx';
import type { IconComponent } from '../ui/icon.ts';
import { appStrings, type AppStrings } from './strings.ts';
import css from './sync-indicator.module.css';

interface Sign {
  readonly icon: IconComponent;
  readonly tone: 'quiet' | 'waiting' | 'alarm';
  readonly text: (t: AppStrings) => string;
}

const signs: Record<SyncPhase | 'offline', Sign> = {
  starting: { icon: RefreshCw, tone: 'quiet', text: (t) => t.starting },
  'catching-up': { icon: RefreshCw, tone: 'quiet', text: (t) => t.catchingUp },
  live: { icon: CircleCheck, tone: 'quiet', text: (t) => t.live },
  offline: { icon: CloudOff, tone: 'waiting', text: (t) => t.offline },
  waiting: { icon: CloudOff, tone: 'waiting', text: (t) => t.unreachable },
  'server-outdated': { icon: CloudOff, tone: 'waiting', text: (t) => t.serverOutdated },
  'signed-out': { icon: TriangleAlert, tone: 'alarm', text: (t) => t.signedOut },
  'account-disabled': { icon: TriangleAlert, tone: 'alarm', text: (t) => t.accountDisabled },
  'update-needed': { icon: TriangleAlert, tone: 'alarm', text: (t) => t.updateNeeded },
  'storage-failed': { icon: TriangleAlert, tone: 'alarm', text: (t) => t.storageFailed },
};

/** The connection stands, and something is still here: being sent, or refused and waiting for its person. */
const notAllSent: Sign = { icon: RefreshCw, tone: 'quiet', text: (t) => t.notAllSent };

/**
 * @param props.unsent what the server does not have yet
 * @param props.conflicts how many values of reference data wait for a choice of this person
 */
export function SyncIndicator(props: { sync: SyncState; unsent: number; conflicts: number }): JSX.Element {
  const t = useStrings(appStrings);
  const sign = () => {
    const state = shown(props.sync);
    return state === 'live' && props.unsent > 0 ? notAllSent : signs[state];
  };
  const refused = () => props.sync.refused().length + props.sync.refusedEdits().length;
  const asking = () =>
    [refused() && t().refused(refused()), props.conflicts && t().conflicts(props.conflicts)]
      .filter(Boolean)
      .join(t().listSeparator);
  return (
    <A href="/sync" class={css.indicator} data-tone={sign().tone}>
      <Dynamic component={sign().icon} size={16} aria-hidden="true" />
      <span class={css.text} aria-live="polite">
        {sign().text(t())}
      </span>
      <Show when={props.unsent}>
        {(count) => <Counter value={count()} tone="accent" label={t().unsent(count())} />}
      </Show>
      <Show when={refused() + props.conflicts}>
        {(count) => <Counter value={count()} tone="danger" label={asking()} />}
      </Show>
    </A>
  );
}

/** The state of sync in words. */
export function usePhaseText(): (sync: Pick<SyncState, 'phase' | 'online'>) => string {
  const t = useStrings(appStrings);
  return (sync) => signs[shown(sync)].text(t());
}

/** A device that knows it has no network says so, rather than that the server is away. */
function shown(sync: Pick<SyncState, 'phase' | 'online'>): SyncPhase | 'offline' {
  const phase = sync.phase();
  const aboutNetwork =
    phase === 'waiting' || phase === 'starting' || phase === 'catching-up' || phase === 'live';
  return aboutNetwork && !sync.online() ? 'offline' : phase;
}
