// A device's way to a real server, with the accidents of real networks on demand: answers that get lost or come
// late, stream messages that get lost, no network at all. It keeps what was pushed, for a test to look at.
import { createEventParser } from '../../client/data/sse.ts';
import { createHttp, type Http } from '../../client/data/http.ts';
import { parseEvent } from '../../client/data/stream.ts';
import type { StreamMessage } from '#schemas/sync/protocol.ts';

export interface Sent {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
}

export interface Exchange extends Sent {
  /** What the server said, whether or not the device ever heard it. */
  readonly answer: unknown;
}

/** Does to a request what it wants; `forward` lets the server handle it, every time it is called. */
type Accident = (sent: Sent, forward: () => Promise<Response>) => Promise<Response>;
type Matches = (sent: Sent) => boolean;

export const isPush =
  (collection: string): Matches =>
  ({ method, path }) =>
    method === 'POST' && path.startsWith(`/replication/${collection}/`) && path.includes('/push');

export const isPull =
  (collection: string): Matches =>
  ({ path }) =>
    path.startsWith(`/replication/${collection}/`) && path.includes('/pull?');

/** The comparison with the server by which a device mends what other rules have let slip. */
export const isHealing: Matches = ({ path }) => path.startsWith('/replication/digests');

export class Network {
  /** Every POST that the server answered, in the order of the answers. */
  readonly posted: Exchange[] = [];
  /** Every request that was made, in order. */
  readonly requests: Sent[] = [];
  /** Every message that the stream brought to the device. */
  readonly heard: StreamMessage[] = [];
  readonly http: Http;
  readonly #url: string;
  readonly #token: string;
  readonly #open = new Set<AbortController>();
  #accidents: Accident[] = [];
  #losesMessage: (message: StreamMessage) => boolean = () => false;
  #isDown = false;

  constructor(url: string, token: string) {
    this.#url = url;
    this.#token = token;
    this.http = createHttp('', (path, init) => this.#request(path, init));
  }

  /** No request gets through, and what is open breaks off. */
  readonly cut = (): void => {
    this.#isDown = true;
    for (const connection of this.#open) connection.abort();
  };

  mend(): void {
    this.#isDown = false;
  }

  /** The server handles the next matching request, and its answer gets lost. */
  loseAnswer(matches: Matches): void {
    this.#meetOnce(matches, async (_, forward) => {
      await forward();
      throw new TypeError('The connection was reset');
    });
  }

  /** The server handles the next matching request, and its answer waits until it is let go. */
  holdAnswer(matches: Matches): Held {
    const held = new Held();
    this.#meetOnce(matches, async (_, forward) => {
      const response = await forward();
      await held.wait();
      return response;
    });
    return held;
  }

  /** The next matching request is on its way until it is let go; only then the server sees it. */
  holdRequest(matches: Matches): Held {
    const held = new Held();
    this.#meetOnce(matches, async (_, forward) => {
      await held.wait();
      return forward();
    });
    return held;
  }

  /** The next matching message of the stream gets lost. @returns when it was lost */
  loseMessage(matches: (message: StreamMessage) => boolean): Promise<void> {
    return new Promise((resolve) => {
      this.#losesMessage = (message) => {
        if (!matches(message)) return false;
        this.#losesMessage = () => false;
        resolve();
        return true;
      };
    });
  }

  /** Sends what was sent before once more, as a proxy or a dying connection may. @returns the answer */
  async repeat({ path, body }: Exchange): Promise<unknown> {
    const headers = { authorization: `Bearer ${this.#token}`, 'content-type': 'application/json' };
    const init = { method: 'POST', headers, body: JSON.stringify(body) };
    return (await fetch(this.#url + path, init)).json();
  }

  #meetOnce(matches: Matches, accident: Accident): void {
    const once: Accident = (sent, forward) => {
      if (!matches(sent)) return forward();
      this.#accidents = this.#accidents.filter((each) => each !== once);
      return accident(sent, forward);
    };
    this.#accidents.push(once);
  }

  async #request(path: string, init: RequestInit): Promise<Response> {
    const method = init.method ?? 'GET';
    const text = typeof init.body === 'string' ? init.body : undefined;
    const sent: Sent = { method, path, body: text === undefined ? undefined : JSON.parse(text) };
    this.requests.push(sent);
    const forward = () => this.#forward(sent, init);
    const steps = this.#accidents.reduceRight<() => Promise<Response>>(
      (next, accident) => () => accident(sent, next),
      forward,
    );
    return steps();
  }

  async #forward(sent: Sent, init: RequestInit): Promise<Response> {
    if (this.#isDown) throw new TypeError('There is no network');
    const connection = new AbortController();
    this.#open.add(connection);
    const headers = { ...init.headers, authorization: `Bearer ${this.#token}` };
    const signals = [connection.signal, ...(init.signal ? [init.signal] : [])];
    const response = await fetch(this.#url + sent.path, {
      ...init,
      headers,
      signal: AbortSignal.any(signals),
    });
    if (sent.method === 'POST') this.posted.push({ ...sent, answer: await response.clone().json() });
    return sent.path.startsWith('/replication/stream') && response.ok ? this.#stream(response) : response;
  }

  #stream(response: Response): Response {
    const parse = createEventParser();
    const events = new TransformStream<string, string>({
      transform: (piece, controller) => {
        const kept = parse(piece).filter((data) => this.#passes(data));
        controller.enqueue([': alive', ...kept.map((data) => `data: ${data}`), ''].join('\n\n'));
      },
    });
    const body = response.body?.pipeThrough(new TextDecoderStream()).pipeThrough(events);
    return new Response(body?.pipeThrough(new TextEncoderStream()) ?? null, {
      status: response.status,
      headers: response.headers,
    });
  }

  #passes(data: string): boolean {
    const message = parseEvent(data);
    if (!message || message === 'RESYNC') return true;
    if (this.#losesMessage(message)) return false;
    this.heard.push(message);
    return true;
  }
}

/** Something on its way that is held up. */
export class Held {
  /** Resolves when it has come to where it is held. */
  readonly arrived: Promise<void>;
  letGo: () => void = () => undefined;
  readonly #gone: Promise<void>;
  #arrive: () => void = () => undefined;

  constructor() {
    this.arrived = new Promise((resolve) => (this.#arrive = resolve));
    this.#gone = new Promise((resolve) => (this.letGo = resolve));
  }

  wait(): Promise<void> {
    this.#arrive();
    return this.#gone;
  }
}
