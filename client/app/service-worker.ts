// Lets the app open with the server gone: the whole build is kept on the device, and every page address is
// answered with it. What the server says itself is never kept here.
import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';

interface Worker {
  readonly __WB_MANIFEST: Parameters<typeof precacheAndRoute>[0];
  skipWaiting(): Promise<void>;
  readonly clients: { claim(): Promise<void> };
  addEventListener(type: 'message', react: (event: MessageEvent<unknown>) => void): void;
  addEventListener(type: 'activate', react: (event: { waitUntil(work: Promise<void>): void }) => void): void;
}

declare const self: Worker;

cleanupOutdatedCaches();
precacheAndRoute(self.__WB_MANIFEST);
registerRoute(
  new NavigationRoute(createHandlerBoundToURL('index.html'), {
    denylist: [/^\/(api|replication|health|hooks|r|s)(\/|$)/],
  }),
);

/** At a first visit the page that is open gets its parts from here as well, when the network goes. */
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

/** The page asks when the person has agreed to the new version. */
self.addEventListener('message', ({ data }) => {
  if (typeof data === 'object' && data && 'type' in data && data.type === 'SKIP_WAITING') {
    void self.skipWaiting();
  }
});
