// A request and its answer on their way through the network.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { bodyOf, headersOf, type Answer, type Line } from './line.ts';

/** What can happen to a request, and how often compared with the others. */
const accidents = {
  none: 60,
  'slow to arrive': 8,
  'slow to be answered': 6,
  'never arrives': 5,
  'answer lost': 6,
  'answer cut': 4,
  'sent twice at once': 4,
  'sent again later': 3,
  'given up, arrives later': 3,
  'bad gateway': 2,
  'captive portal': 1,
  overloaded: 1,
} as const;

type Accident = keyof typeof accidents;

export async function carryRequest(
  line: Line,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const accident = line.choose(accidents, 'none');
  line.count(accident);
  try {
    const call = {
      ...{ method: request.method ?? 'GET', path },
      ...{ headers: headersOf(request), body: await bodyOf(request) },
    };
    await carriers[accident](line, () => line.exchange(call), response);
  } catch {
    // The server died, or is not there: a proxy says so, or nobody does.
    if (line.chance.chance(0.5)) give(response, page(502, 'Bad Gateway'));
    else response.destroy();
  }
}

type Carry = (line: Line, send: () => Promise<Answer>, response: ServerResponse) => Promise<void>;

const carriers: Record<Accident, Carry> = {
  none: async (_line, send, response) => give(response, await send()),
  'slow to arrive': async (line, send, response) => {
    await aMoment(line);
    give(response, await send());
  },
  'slow to be answered': async (line, send, response) => {
    const answer = await send();
    await aMoment(line);
    give(response, answer);
  },
  'never arrives': async (_line, _send, response) => void response.destroy(),
  'answer lost': async (_line, send, response) => {
    await send();
    response.destroy();
  },
  'answer cut': async (_line, send, response) => cutShort(response, await send()),
  'sent twice at once': async (line, send, response) => {
    const answers = await Promise.all([send(), send()]);
    give(response, line.chance.pick(answers));
  },
  'sent again later': async (line, send, response) => {
    give(response, await send());
    await aWhile(line);
    await send();
  },
  'given up, arrives later': async (line, send, response) => {
    response.destroy();
    await aWhile(line);
    await send();
  },
  'bad gateway': async (_line, _send, response) => give(response, page(502, 'Bad Gateway')),
  'captive portal': async (_line, _send, response) => give(response, page(200, 'Free Wi-Fi')),
  overloaded: async (_line, _send, response) => give(response, page(503, 'Try again')),
};

const aMoment = (line: Line) => line.pause(line.chance.between(20, 500));
const aWhile = (line: Line) => line.pause(line.chance.between(0, 1_500));

const page = (status: number, title: string): Answer => ({
  ...{ status, type: 'text/html' },
  body: Buffer.from(`<h1>${title}</h1>`),
  upload: {},
});

function give(response: ServerResponse, { status, type, body, upload }: Answer): void {
  if (response.destroyed || response.headersSent) return;
  response.writeHead(status, { ...upload, 'content-type': type, 'content-length': body.length });
  response.end(body);
}

function cutShort(response: ServerResponse, { status, type, body }: Answer): void {
  if (response.destroyed) return;
  response.writeHead(status, { 'content-type': type, 'content-length': body.length });
  response.write(body.subarray(0, Math.floor(body.length / 2)), () => response.destroy());
}
