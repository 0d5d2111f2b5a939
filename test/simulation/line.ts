// The way between one device and the servers.
import { Agent, request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Random } from './chance.ts';

export interface LineOptions {
  readonly chance: Random;
  readonly servers: () => readonly string[];
  readonly isCalm: () => boolean;
  readonly healed: AbortSignal;
  readonly count: (what: string) => void;
  readonly onSurprise: (what: string) => void;
}

export interface Call {
  readonly method: string;
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly body: Buffer;
}

export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: Buffer;
  /** What uploads of photos answer by. */
  readonly upload: Readonly<Record<string, string>>;
}

export class Line {
  readonly chance: Random;
  readonly count: LineOptions['count'];
  readonly shown = new Set<string>();
  readonly streams = new Set<ServerResponse>();
  private readonly options: LineOptions;
  private readonly agent = new Agent({ keepAlive: true });
  private downUntil = 0;

  constructor(options: LineOptions) {
    this.options = options;
    this.chance = options.chance;
    this.count = options.count;
  }

  get isDown(): boolean {
    return !this.options.isCalm() && Date.now() < this.downUntil;
  }

  cut(ms: number): void {
    this.downUntil = Date.now() + ms;
    for (const stream of this.streams) stream.destroy();
  }

  close(): void {
    this.agent.destroy();
  }

  /** Nothing happens while the network is calm. */
  choose<What extends string>(weights: Readonly<Record<What, number>>, nothing: NoInfer<What>): What {
    const choice = Object.entries(weights) as [What, number][];
    return this.options.isCalm() ? nothing : this.chance.weighted(choice);
  }

  /** Ends early when the network heals. */
  pause(ms: number): Promise<void> {
    const { healed } = this.options;
    if (healed.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const end = () => {
        clearTimeout(timer);
        healed.removeEventListener('abort', end);
        resolve();
      };
      const timer = setTimeout(end, ms);
      healed.addEventListener('abort', end);
    });
  }

  /** Any of the servers that run; undefined while there is none. */
  target(): string | undefined {
    const all = this.options.servers();
    return all.length > 0 ? this.chance.pick(all) : undefined;
  }

  /** @throws when there is no server, or when it dies on it */
  async exchange(call: Call): Promise<Answer> {
    const server = this.target();
    if (!server) throw new Error('There is no server');
    const answer = await ask(server, call, this.agent);
    if (answer.status < 400) this.note(call.path, answer);
    else if (!isOfUpload(call.path, answer))
      this.options.onSurprise(`${answer.status} to ${call.method} ${call.path}: ${String(answer.body)}`);
    return answer;
  }

  private note(path: string, { body }: Answer): void {
    const collection = /^\/replication\/([a-z]+)\/\d+\/(?:pull|push|documents)\b/.exec(path)?.[1];
    if (collection) this.noteDocuments(collection, JSON.parse(String(body)));
  }

  /** @param answer a page, or the answer to a push */
  noteDocuments(collection: string, answer: object): void {
    const documents: unknown = 'documents' in answer ? answer.documents : answer;
    for (const document of Array.isArray(documents) ? documents : [])
      if (isShown(document)) this.shown.add(`${collection} ${document.id} ${document.version}`);
  }
}

/** Not begun yet; complete already, or somewhere else, when it comes twice; its first sending is not over. */
const isOfUpload = (path: string, { status }: Answer): boolean =>
  path.startsWith('/api/photos/') && [404, 409, 410, 423].includes(status);

const isShown = (document: unknown): document is { id: string; version: number } =>
  typeof document === 'object' && document !== null && 'version' in document && 'id' in document;

function ask(server: string, { method, path, headers, body }: Call, agent: Agent): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const length = { 'content-length': String(body.length) };
    const options = { method, agent, headers: { ...headers, ...length } };
    const request = httpRequest(server + path, options, (answer) => resolve(answerOf(answer)));
    request.on('error', reject);
    request.end(body);
  });
}

async function answerOf(message: IncomingMessage): Promise<Answer> {
  const body = await bodyOf(message);
  const offset = message.headers['upload-offset'];
  return {
    ...{ status: message.statusCode ?? 0, type: message.headers['content-type'] ?? '', body },
    upload: typeof offset === 'string' ? { 'upload-offset': offset } : {},
  };
}

/** @throws when it breaks off */
export async function bodyOf(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

const ofThisConnection = ['host', 'connection', 'content-length', 'transfer-encoding', 'keep-alive'];

/** Nothing is compressed, so that it can be read, and cut in its middle. */
export function headersOf({ headers }: IncomingMessage): Record<string, string> {
  const dropped = [...ofThisConnection, 'accept-encoding'];
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      typeof value === 'string' && !dropped.includes(name) ? [[name, value]] : [],
    ),
  );
}
