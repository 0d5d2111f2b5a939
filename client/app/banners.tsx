// What a person has to know wherever he is. The most pressing one stands alone; what asks for a reload may wait
// beside it, and waits for as long as something is being edited.
import { useNavigate } from '@solidjs/router';
import { Match, Show, Switch, type JSX } from 'solid-js';
import type { SyncPhase, SyncState } from '../data/sync-state.ts';
import { useStrings } from '../i18n/strings.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { Stack } from '../ui/page.tsx';
import { isEditing } from './editing.ts';
import { handingOver, type LeftHere } from './left-here.ts';
import type { Rights } from './rights.ts';
import { appStrings } from './strings.ts';
import type { Update } from './update.ts';

interface BannersProps {
  readonly sync: SyncState;
  readonly update: Update;
  readonly rights: Rights;
  readonly left: LeftHere;
}

const quietPhases: readonly SyncPhase[] = ['live', 'catching-up', 'starting'];

export function hasBanner({ sync, update, rights }: Omit<BannersProps, 'left'>): boolean {
  return !quietPhases.includes(sync.phase()) || !sync.online() || update.ready() || rights.changed();
}

export function Banners(props: BannersProps): JSX.Element {
  return (
    <Stack gap="small">
      <SyncBanner sync={props.sync} update={props.update} left={props.left} />
      <ReloadBanner {...props} />
    </Stack>
  );
}

function SyncBanner(props: Omit<BannersProps, 'rights'>): JSX.Element {
  const t = useStrings(appStrings);
  const navigate = useNavigate();
  const isIn = (phase: SyncPhase): boolean => props.sync.phase() === phase;
  const toSignIn = (label: string) => (
    <Button size="small" onClick={() => navigate('/sign-in')}>
      {label}
    </Button>
  );
  return (
    <Switch>
      <Match when={isIn('storage-failed')}>
        <Banner
          tone="danger"
          title={t().storageTitle}
          action={
            <Button size="small" onClick={() => props.sync.restart()}>
              {t().retry}
            </Button>
          }
        >
          {t().storageBanner}
        </Banner>
      </Match>
      <Match when={isIn('account-disabled')}>
        <Banner tone="danger" title={t().accountDisabledTitle} action={toSignIn(t().signInOther)}>
          {handingOver(props.left, t())}
        </Banner>
      </Match>
      <Match when={isIn('update-needed')}>
        <Banner tone="warning" action={<UpdateButton update={props.update} />}>
          {t().updateNeededBanner}
        </Banner>
      </Match>
      <Match when={isIn('signed-out')}>
        <Banner tone="warning" title={t().signedOutTitle} action={toSignIn(t().signInAgain)}>
          {t().signedOutBanner}
        </Banner>
      </Match>
      <Match when={!props.sync.online()}>
        <Banner tone="info">{t().offlineBanner}</Banner>
      </Match>
      <Match when={isIn('server-outdated')}>
        <Banner tone="warning">{t().serverOutdatedBanner}</Banner>
      </Match>
      <Match when={isIn('waiting')}>
        <Banner tone="info">{t().unreachableBanner}</Banner>
      </Match>
    </Switch>
  );
}

/** A new version brings the new rights along, so one of the two is enough. */
function ReloadBanner(props: Omit<BannersProps, 'left'>): JSX.Element {
  const t = useStrings(appStrings);
  const waiting = useWaiting();
  return (
    <Switch>
      <Match when={props.update.ready() && props.sync.phase() !== 'update-needed'}>
        <Banner tone="info" action={<UpdateButton update={props.update} />}>
          {t().updateReady}
          <WhileEditing />
        </Banner>
      </Match>
      <Match when={props.rights.changed()}>
        <Banner
          tone="info"
          action={
            <Button size="small" disabledReason={waiting()} onClick={() => props.rights.apply()}>
              {t().reload}
            </Button>
          }
        >
          {t().rightsChanged}
          <WhileEditing />
        </Banner>
      </Match>
    </Switch>
  );
}

function UpdateButton(props: { update: Update }): JSX.Element {
  const t = useStrings(appStrings);
  const waiting = useWaiting();
  return (
    <Button
      size="small"
      busy={props.update.applying()}
      disabledReason={waiting()}
      onClick={() => props.update.apply()}
    >
      {t().update}
    </Button>
  );
}

/** Said beside the button too: a tooltip is found by few. */
function WhileEditing(): JSX.Element {
  const t = useStrings(appStrings);
  return <Show when={isEditing()}>{t().whileEditing}</Show>;
}

function useWaiting(): () => string | undefined {
  const t = useStrings(appStrings);
  return () => (isEditing() ? t().waitsForEditing : undefined);
}
