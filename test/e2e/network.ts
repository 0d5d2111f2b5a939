// A device's way to the server. Chromium forgets for a moment at each reload that it was told to be offline, and
// sends; so what `setOffline` says is kept by a proxy of the device's own, too.
import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import type { Browser, BrowserContext, BrowserContextOptions } from '@playwright/test';
import { passOn } from '../sync-ui/front.ts';

/** A browser of somebody's own. After `setOffline(true)` nothing leaves it and nothing reaches it. */
export async function newDevice(browser: Browser, options: BrowserContextOptions): Promise<BrowserContext> {
  let cut = false;
  const server = createServer((incoming, outgoing) => {
    if (cut) incoming.destroy();
    else passOn(incoming.url ?? '', incoming, outgoing);
  });
  server.on('connect', ({ url = '' }, socket: Socket) => tunnel(url, socket));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const proxy = { server: `http://127.0.0.1:${port}`, bypass: '<-loopback>' };
  const context = await browser.newContext({ ...options, proxy });
  const tellBrowser = context.setOffline.bind(context);
  context.setOffline = async (offline) => {
    // It tries at once when it hears that the network is back.
    if (!offline) cut = false;
    await tellBrowser(offline);
    cut = offline;
    if (offline) server.closeAllConnections();
  };
  context.once('close', () => close(server));
  return context;
}

/** For what a test itself sends in a page's name (`route.fetch`), network or not. */
function tunnel(address: string, client: Socket): void {
  const { hostname, port } = new URL(`http://${address}`);
  const server = connect(Number(port), hostname, () => {
    client.write('HTTP/1.1 200 Connection established\r\n\r\n');
    client.pipe(server).pipe(client);
  });
  server.on('error', () => client.destroy());
  client.on('error', () => server.destroy());
}

function close(server: Server): void {
  server.close();
  server.closeAllConnections();
}
