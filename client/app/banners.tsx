// What a person has to know wherever he is. The most pressing one stands alone; a new version may wait beside.
import { useNavigate } from '@solidjs/router';
import { Match, Show, Switch, type JSX } from 'solid-js';
import type { SyncState } from '../data/sync-state.ts';
import { useStrings } from '../i18n/strings.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { appStrings } from './strings.ts';
import type { Update } from './update.ts';

interface BannersProps {
  readonly sync: SyncState;
  readonly update: Update;
}

export function hasBanner(sync: SyncState, update: Update): boolean {
  const quiet = sync.phase() === 'live' || sync.phase() === 'catching-up' || sync.phase() === 'starting';
  return !quiet || !sync.online() || update.ready();
}

export function Banners(props: BannersProps): JSX.Element {
  const t = useStrings(appStrings);
  const navigate = useNavigate();
  const small = (label: string, onClick: () => void) => (
    <Button size="small" onClick={onClick}>
      {label}
    </Button>
  );
  return (
    <>
      <Switch>
        <Match when={props.sync.phase() === 'storage-failed'}>
          <Banner
            tone="danger"
            title={t().storageTitle}
            action={small(t().retry, () => props.sync.restart())}
          >
            {t().storageBanner}
          </Banner>
        </Match>
        <Match when={props.sync.phase() === 'update-needed'}>
          <Banner tone="warning" action={small(t().update, () => props.update.apply())}>
            {t().updateNeededBanner}
          </Banner>
        </Match>
        <Match when={props.sync.phase() === 'signed-out'}>
          <Banner
            tone="warning"
            title={t().signedOutTitle}
            action={small(t().signInAgain, () => navigate('/sign-in'))}
          >
            {t().signedOutBanner}
          </Banner>
        </Match>
        <Match when={!props.sync.online()}>
          <Banner tone="info">{t().offlineBanner}</Banner>
        </Match>
        <Match when={props.sync.phase() === 'waiting'}>
          <Banner tone="info">{t().unreachableBanner}</Banner>
        </Match>
      </Switch>
      <Show when={props.update.ready() && props.sync.phase() !== 'update-needed'}>
        <Banner tone="info" action={small(t().update, () => props.update.apply())}>
          {t().updateReady}
        </Banner>
      </Show>
    </>
  );
}
