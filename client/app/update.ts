// Keeps the installed app current without ever interrupting: a new version waits until the person agrees, and
// until nothing is being edited.
import { createSignal, type Accessor } from 'solid-js';
import { Workbox } from 'workbox-window';
import { isEditing } from './editing.ts';

export interface Update {
  readonly ready: Accessor<boolean>;
  /** The new version is on its way in. */
  readonly applying: Accessor<boolean>;
  /** Takes the new version over and loads the page again. Does nothing while something is being edited. */
  apply(): void;
}

const checkEveryMs = 60 * 60_000;

/** Does nothing while developing and where the browser has no service workers (plain http). */
export function startUpdate(): Update {
  const [ready, setReady] = createSignal(false);
  const [applying, setApplying] = createSignal(false);
  // A page of a version that another tab has replaced meanwhile: its parts can no longer be loaded.
  window.addEventListener('vite:preloadError', () => navigator.onLine && setReady(true));
  const reload = (): void => {
    setApplying(false);
    if (!isEditing()) location.reload();
  };
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return { ready, applying, apply: reload };
  const workbox = new Workbox('/service-worker.js');
  workbox.addEventListener('waiting', () => setReady(true));
  // At a first visit nothing holds the next version back: it is there, and this page is of the one before.
  workbox.addEventListener('activated', ({ isExternal }) => isExternal && setReady(true));
  workbox.addEventListener('controlling', ({ isUpdate }) => {
    if (applying()) reload();
    else if (isUpdate) setReady(true);
  });
  const check = () => void workbox.update().catch(() => undefined);
  void workbox.register().catch(() => undefined);
  setInterval(check, checkEveryMs);
  const apply = async (): Promise<void> => {
    if (isEditing() || applying()) return;
    setApplying(true);
    if (await isWaiting()) workbox.messageSkipWaiting();
    else reload();
  };
  return { ready, applying, apply: () => void apply() };
}

/** Where nothing waits (another tab has taken it over already) loading again is enough. */
async function isWaiting(): Promise<boolean> {
  const registration = await navigator.serviceWorker.getRegistration();
  await registration?.update().catch(() => undefined);
  if (registration?.installing) await installed(registration.installing);
  return Boolean(registration?.waiting);
}

/** What was just found still loads; to reload now would bring the former version again. */
function installed(worker: ServiceWorker): Promise<void> {
  return new Promise((resolve) => {
    if (worker.state !== 'installing') return resolve();
    worker.addEventListener('statechange', () => resolve(), { once: true });
  });
}
