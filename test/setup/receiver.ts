// Somebody else's server, driven by hand: it holds each request until the test says how it is answered.
import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Received {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  answer(status: number, body?: string): void;
  /** Gives no answer at all. */
  breakOff(): void;
}

export interface Receiver {
  readonly url: string;
  readonly port: number;
  /** Everything that came, in order. */
  readonly received: readonly Received[];
  /** The next request that this was not asked for yet. */
  next(): Promise<Received>;
  /** From now on everything is answered at once; `undefined`: by hand again. */
  answerAll(status: number | undefined): void;
  stop(): Promise<void>;
}

/** @param port any free one when not given */
export async function startReceiver(port = 0): Promise<Receiver> {
  const received: Received[] = [];
  const waiting: ((request: Received) => void)[] = [];
  let taken = 0;
  let always: number | undefined;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString('utf8');
      const one = receivedOf(request.url ?? '', request.headers, body, response);
      received.push(one);
      if (always !== undefined) one.answer(always);
      const first = waiting.shift();
      if (!first) return;
      taken++;
      first(one);
    });
  });
  await listening(server, port);
  const bound = (server.address() as AddressInfo).port;
  return {
    url: `http://127.0.0.1:${bound}`,
    port: bound,
    received,
    next: () => {
      const here = received[taken];
      if (!here) return new Promise((resolve) => waiting.push(resolve));
      taken++;
      return Promise.resolve(here);
    },
    answerAll: (status) => {
      always = status;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function receivedOf(
  path: string,
  headers: IncomingHttpHeaders,
  body: string,
  response: ServerResponse,
): Received {
  return {
    ...{ path, headers, body },
    answer: (status, text = '') => void response.writeHead(status).end(text),
    breakOff: () => response.destroy(),
  };
}

const listening = (server: Server, port: number) =>
  new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
