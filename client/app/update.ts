// Keeps the installed app current without ever interrupting: a new version waits until the person agrees.
import { createSignal, type Accessor } from 'solid-js';
import { Workbox } from 'workbox-window';

export interface Update {
  readonly ready: Accessor<boolean>;
  /** Takes the new version over and loads the page again. */
  apply(): void;
}

const checkEveryMs = 60 * 60_000;

/** Does nothing while developing and where the browser has no service workers (plain http). */
export function startUpdate(): Update {
  const [ready, setReady] = createSignal(false);
  // A page of a version that another tab has replaced meanwhile: its parts can no longer be loaded.
  window.addEventListener('vite:preloadError', () => setReady(true));
  const reload = () => location.reload();
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return { ready, apply: reload };
  const workbox = new Workbox('/service-worker.js');
  let wanted = false;
  workbox.addEventListener('waiting', () => setReady(true));
  workbox.addEventListener('controlling', ({ isUpdate }) => {
    if (wanted) reload();
    else if (isUpdate) setReady(true);
  });
  const check = () => void workbox.update().catch(() => undefined);
  void workbox.register().catch(() => undefined);
  setInterval(check, checkEveryMs);
  return { ready, apply: () => void apply(workbox, () => (wanted = true), reload) };
}

/** Where nothing waits (another tab has taken it over already) loading again is enough. */
async function apply(workbox: Workbox, want: () => void, reload: () => void): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration();
  await registration?.update().catch(() => undefined);
  if (!registration?.waiting) return reload();
  want();
  workbox.messageSkipWaiting();
}
