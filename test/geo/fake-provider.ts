// A provider's server that a test drives by hand: it answers what it was told to, and shows what it was asked.
import { createServer, type RequestListener } from 'node:http';

export interface FakeProvider {
  readonly url: string;
  /** The next answers, in turn; an answer of none hangs until the asker gives up. */
  answer(...answers: Reply[]): void;
  readonly asked: readonly URL[];
  close(): Promise<void>;
}

export type Reply = { readonly status?: number; readonly body: string } | 'hang' | 'break';

export const json = (value: unknown, status = 200): Reply => ({ status, body: JSON.stringify(value) });

export async function startFakeProvider(): Promise<FakeProvider> {
  const replies: Reply[] = [];
  const asked: URL[] = [];
  const listener: RequestListener = (request, response) => {
    asked.push(new URL(request.url ?? '/', 'http://provider'));
    const reply = replies.shift() ?? { status: 500, body: 'nobody said what to answer' };
    if (reply === 'hang') return;
    if (reply === 'break') return void response.destroy();
    response.writeHead(reply.status ?? 200, { 'Content-Type': 'application/json' });
    response.end(reply.body);
  };
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    answer: (...more) => void replies.push(...more),
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
