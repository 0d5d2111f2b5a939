// What is around every page: the menu, the state of sync, who is signed in, and what has to be said.
import { createMemo, ErrorBoundary, onMount, Show, Suspense, type JSX } from 'solid-js';
import { Alerts } from '../alerts/alerts.tsx';
import { useKeptPhotos } from '../data/photos.ts';
import { useReferenceConflicts } from '../data/reference-editing.ts';
import { useActor } from '../data/session.ts';
import { useSync } from '../data/sync-state.ts';
import { useUnsentEdits } from '../data/unsent-edits.ts';
import { useStrings } from '../i18n/strings.ts';
import { useNewNotices } from '../notices/new-count.ts';
import { PositionSharing } from '../driver/sharing.tsx';
import { LostDispatches, useLostDispatches } from '../orders/lost-dispatches.tsx';
import { useOpenCount } from '../quarantine/open-count.ts';
import { Reminders, useDueReservations } from '../reservations/reminders.tsx';
import { useSetup } from '../setup/setup.ts';
import { may } from '#schemas/staff/permissions.ts';
import { AccountMenu } from '../staff/account-menu.tsx';
import { useSuperseding } from '../sync/change.ts';
import { useRefusalNews } from '../sync/refusal-news.ts';
import { Button } from '../ui/button.tsx';
import { createMedia, phoneQuery } from '../ui/media.ts';
import { PaperProvider } from '../ui/paper.tsx';
import { PersonProvider } from '../ui/person.tsx';
import { Shell } from '../ui/shell.tsx';
import { EmptyState, LoadingState } from '../ui/states.tsx';
import { Brand } from './brand.tsx';
import { Banners, hasBanner } from './banners.tsx';
import { useDeps } from './deps.tsx';
import css from './frame.module.css';
import { leftHere } from './left-here.ts';
import { menuOf } from './menu.ts';
import { PaletteButton } from './palette/palette-button.tsx';
import { useRights } from './rights.ts';
import { appStrings } from './strings.ts';
import { SyncIndicator } from './sync-indicator.tsx';

export function Frame(props: { children: JSX.Element }): JSX.Element {
  const t = useStrings(appStrings);
  const actor = useActor();
  const sync = useSync();
  const { session, update } = useDeps();
  const rights = useRights(session, sync.phase);
  const conflicts = useReferenceConflicts();
  const edits = useUnsentEdits();
  const photos = useKeptPhotos();
  const left = createMemo(() => leftHere(sync.unsent(), edits(), photos()));
  const unsent = () => left().entries + left().photos;
  const heldBack = useOpenCount(sync.phase);
  const newNotices = useNewNotices();
  const dueReservations = useDueReservations();
  const setup = useSetup();
  const stepsLeft = () => setup.steps().length - setup.done();
  const isNewCompany = createMemo(() => setup.isWanted());
  const nav = createMemo(() =>
    menuOf(actor, t(), {
      heldBack,
      notices: newNotices,
      reservations: () => dueReservations().length,
      ...(isNewCompany() && { stepsLeft }),
    }),
  );
  const lost = useLostDispatches(sync);
  // On a phone it leaves no room for the page, and scrolls with it.
  const phone = createMedia(phoneQuery);
  const lostOnTop = () => (phone() ? [] : lost());
  useSuperseding(sync);
  useRefusalNews(sync);
  return (
    <PersonProvider id={actor.id}>
      <PaperProvider owner={session.companyName()}>
        <Reminders due={dueReservations()} />
        <Alerts />
        <Show when={may(actor, 'jobs.work')}>
          <PositionSharing />
        </Show>
        <Shell
          brand={<Brand company={session.companyName()} />}
          nav={nav()}
          search={<PaletteButton pages={nav()} />}
          status={<SyncIndicator sync={sync} unsent={unsent()} conflicts={conflicts().length} />}
          account={<AccountMenu unsent={unsent()} />}
          banner={
            <Show when={hasBanner({ sync, update, rights }) || lostOnTop().length > 0}>
              <Banners sync={sync} update={update} rights={rights} left={left()} />
              <LostDispatches lost={lostOnTop()} sync={sync} />
            </Show>
          }
        >
          <Show when={phone() && lost().length > 0}>
            <div class={css.lost}>
              <LostDispatches lost={lost()} sync={sync} />
            </div>
          </Show>
          <ErrorBoundary fallback={(error, reset) => <PageFailed error={error} onReset={reset} />}>
            <Suspense fallback={<LoadingState />}>{props.children}</Suspense>
          </ErrorBoundary>
        </Shell>
      </PaperProvider>
    </PersonProvider>
  );
}

function PageFailed(props: { error: unknown; onReset: () => void }): JSX.Element {
  const t = useStrings(appStrings);
  onMount(() => console.error('Towline: a page failed', props.error));
  return (
    <EmptyState
      page
      title={t().pageFailed}
      hint={t().pageFailedHint}
      action={
        <>
          <Button onClick={() => props.onReset()}>{t().retry}</Button>
          <Button onClick={() => location.reload()}>{t().reload}</Button>
        </>
      }
    />
  );
}
