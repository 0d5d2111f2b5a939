// Stands before a server like a proxy, and can pretend that a new version of the app was deployed there.
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pipeline } from 'node:stream';

export interface Front {
  readonly url: string;
  /** From now on the service worker differs by one byte, which is how a browser knows a new version. */
  releaseNewVersion(): void;
  close(): Promise<void>;
}

export async function updatableFront(target: string): Promise<Front> {
  let released = false;
  const server = createServer((incoming, outgoing) => {
    if (released && incoming.url === '/service-worker.js') void sendChanged(target, outgoing);
    else passOn(target, incoming, outgoing);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    releaseNewVersion: () => void (released = true),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function sendChanged(target: string, outgoing: ServerResponse): Promise<void> {
  const script = await (await fetch(`${target}/service-worker.js`)).text();
  outgoing.setHeader('content-type', 'text/javascript').end(`${script}\n// the next version`);
}

export function passOn(target: string, incoming: IncomingMessage, outgoing: ServerResponse): void {
  const { method = 'GET', url = '/', headers } = incoming;
  const onward = request(new URL(url, target), { method, headers }, (answer) => {
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
    // A server that is gone in the middle of its answer has broken this one off, too.
    pipeline(answer, outgoing, () => undefined);
  });
  onward.on('error', () => outgoing.destroy());
  outgoing.on('close', () => onward.destroy());
  incoming.pipe(onward);
}
