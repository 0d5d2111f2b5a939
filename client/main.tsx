// The composition root: opens the data of whoever is signed in on this device and puts the app around it.
// First, so that a component's own rules win over the reset.
import './ui/tokens.css';
import './ui/base.css';
import './ui/print.css';
import {
  createEffect,
  createResource,
  createRoot,
  lazy,
  Match,
  Show,
  Suspense,
  Switch,
  type JSX,
} from 'solid-js';
import { render } from 'solid-js/web';
import type { Actor } from '#schemas/staff/permissions.ts';
import { DepsContext, useDeps, type Deps } from './app/deps.tsx';
import { isEditing } from './app/editing.ts';
import { Maps } from './app/maps.tsx';
import { AppRoutes, GuestRoutes } from './app/routes.tsx';
import { appStrings } from './app/strings.ts';
import { startUpdate } from './app/update.ts';
import { openClientData, type ClientData } from './data/client-data.ts';
import { DataContext } from './data/context.ts';
import { createHttp } from './data/http.ts';
import { createSession } from './data/session.ts';
import { startLocale } from './i18n/locale.ts';
import { useStrings } from './i18n/strings.ts';
import { startAppearance } from './ui/appearance.ts';
import { FormatProvider } from './ui/formatting.tsx';
import { ErrorState } from './ui/states.tsx';
import { ToastRegion } from './ui/toast.tsx';

const MustChangePage = lazy(() => import('./staff/must-change-page.tsx'));

/** The trade works by the clock of China wherever a device was bought. */
const zone = 'Asia/Shanghai';

function main(): void {
  startLocale();
  startAppearance();
  const http = createHttp();
  const session = createSession(http);
  session.onChange(reloadWhenFree);
  const deps: Deps = { http, session, update: startUpdate() };
  const root = document.getElementById('root');
  if (!root) throw new Error('index.html has no #root');
  render(
    () => (
      <DepsContext.Provider value={deps}>
        <FormatProvider zone={zone}>
          <App />
          <ToastRegion />
        </FormatProvider>
      </DepsContext.Provider>
    ),
    root,
  );
}

function App(): JSX.Element {
  const { session } = useDeps();
  return (
    <Show when={session.actor} fallback={<GuestRoutes />}>
      {(actor) => (
        <Show when={actor().mustChangePassword} fallback={<SignedIn actor={actor()} />}>
          <Suspense>
            <MustChangePage actor={actor()} />
          </Suspense>
        </Show>
      )}
    </Show>
  );
}

function SignedIn(props: { actor: Actor }): JSX.Element {
  const t = useStrings(appStrings);
  const deps = useDeps();
  const [data, { refetch }] = createResource(
    () => props.actor,
    (actor) => open(actor, deps),
  );
  return (
    <Switch>
      <Match when={data.error}>
        <ErrorState page title={t().openFailed} hint={t().openFailedHint} onRetry={() => void refetch()} />
      </Match>
      <Match when={data()}>
        {(opened) => (
          <DataContext.Provider value={opened()}>
            <Maps>
              <AppRoutes />
            </Maps>
          </DataContext.Provider>
        )}
      </Match>
    </Switch>
  );
}

/** Another tab signed somebody else in or out: nothing of this tab is sent any more, so a form can be left first. */
function reloadWhenFree(): void {
  createRoot((dispose) =>
    createEffect(() => {
      if (isEditing()) return;
      dispose();
      location.reload();
    }),
  );
}

async function open(actor: Actor, { http, session }: Deps): Promise<ClientData> {
  const data = await openClientData(actor, { http, isSignedIn: () => session.isOf(actor) });
  // Without it the browser may clear what is not sent yet when it needs space.
  void navigator.storage?.persist?.().catch(() => false);
  wakeWith(data);
  return data;
}

function wakeWith({ sync }: ClientData): void {
  window.addEventListener('online', () => sync.networkIsBack());
  window.addEventListener('pageshow', ({ persisted }) => persisted && sync.networkIsBack());
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') sync.wake();
  });
}

main();
