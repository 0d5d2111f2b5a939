// A server that a test drives by hand: the wire protocol over documents in memory, with the accidents of real
// networks on demand.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { collections, collectionNames, isCollection, type Collection } from '#schemas/sync/collections.ts';
import { digestOf, type Held } from '#schemas/sync/digest.ts';
import type { Checkpoint, StreamMessage } from '#schemas/sync/protocol.ts';

type Doc = { readonly id: string; readonly version?: number; readonly _deleted?: boolean };
type Judge = (command: Record<string, unknown>) => { status: string; code?: string };

export class FakeServer {
  readonly url: string;
  /** Ids of the commands that had an effect, in order. */
  readonly applied: string[] = [];
  /** Sizes of the pushes that arrived. */
  readonly pushes: number[] = [];
  pulls = 0;
  /** How often checksums were asked for. */
  comparisons = 0;
  /** Ids of the documents that were asked for one by one. */
  readonly askedFor: string[] = [];
  status: number | undefined;
  /** The next so many pushes take effect, but their answer is lost. */
  loseAnswers = 0;
  judge: Judge = () => ({ status: 'applied' });
  version = 0;
  epoch = '1';
  private readonly server: Server;
  private readonly stored = new Map<Collection, Map<string, Doc & { version: number }>>();
  private readonly streams = new Set<ServerResponse>();
  private waiting: (() => void)[] = [];

  private constructor(server: Server, url: string) {
    this.server = server;
    this.url = url;
    for (const name of collectionNames) this.stored.set(name, new Map());
  }

  static async start(): Promise<FakeServer> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const fake = new FakeServer(server, `http://127.0.0.1:${port}`);
    server.on('request', (request, response) => void fake.answer(request, response));
    return fake;
  }

  async stop(): Promise<void> {
    for (const stream of this.streams) stream.destroy();
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  /** Stores documents, telling nobody. */
  put(collection: Collection, ...documents: Doc[]): StreamMessage {
    const previous = this.version;
    const numbered = documents.map((document) => ({ ...document, version: ++this.version }));
    for (const document of numbered) this.table(collection).set(document.id, document);
    return {
      collection,
      previous,
      documents: numbered.map((document) => ({ ...document, _deleted: document._deleted ?? false })),
      checkpoint: this.checkpoint,
    };
  }

  /** Tells all open streams. */
  tell(message: StreamMessage | 'RESYNC'): void {
    for (const stream of this.streams) stream.write(`data: ${JSON.stringify(message)}\n\n`);
  }

  cutStreams(): void {
    for (const stream of this.streams) stream.destroy();
    this.streams.clear();
  }

  get streamCount(): number {
    return this.streams.size;
  }

  /** Resolves when `condition` holds, looked at after every request. */
  async until(condition: () => boolean): Promise<void> {
    while (!condition()) await new Promise<void>((resolve) => this.waiting.push(resolve));
  }

  private get checkpoint(): Checkpoint {
    return { id: this.epoch, lwt: this.version };
  }

  private table(collection: Collection): Map<string, Doc & { version: number }> {
    const table = this.stored.get(collection);
    if (!table) throw new Error(`No collection ${collection}`);
    return table;
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', this.url);
    const [, , name = '', , action = ''] = url.pathname.split('/');
    if (this.status) this.problem(response, this.status);
    else if (name === 'stream') this.stream(response);
    else if (name === 'digests') this.digests(url.searchParams, response);
    else if (isCollection(name) && action === 'inventory')
      this.json(response, { held: Object.fromEntries(this.heldOf(name)) });
    else if (isCollection(name) && action === 'documents') await this.byIds(name, request, response);
    else if (isCollection(name) && action === 'pull') this.pull(name, url.searchParams, response);
    else if (isCollection(name) && action === 'push') await this.push(name, request, response);
    else this.problem(response, 404);
    for (const wake of this.waiting.splice(0)) wake();
  }

  private problem(response: ServerResponse, status: number): void {
    response.writeHead(status, { 'content-type': 'application/problem+json' });
    response.end(JSON.stringify({ status, code: 'not-signed-in' }));
  }

  private stream(response: ServerResponse): void {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.write('data: "RESYNC"\n\n');
    this.streams.add(response);
    response.on('close', () => this.streams.delete(response));
  }

  private pull(name: Collection, query: URLSearchParams, response: ServerResponse): void {
    this.pulls++;
    const after = query.get('id') === this.epoch ? Number(query.get('lwt')) : 0;
    const limit = Number(query.get('limit'));
    const all = [...this.table(name).values()].filter(({ version }) => version > after);
    const page = all.sort((a, b) => a.version - b.version).slice(0, limit);
    const lwt = page.length < limit ? this.version : (page.at(-1)?.version ?? 0);
    const documents = page.map((document) => ({ ...document, _deleted: document._deleted ?? false }));
    this.json(response, { documents, checkpoint: { id: this.epoch, lwt } });
  }

  private heldOf(name: Collection): Held[] {
    const present = [...this.table(name).values()].filter(({ _deleted }) => !_deleted);
    return present.map(({ id, version }) => [id, version]);
  }

  private digests(query: URLSearchParams, response: ServerResponse): void {
    this.comparisons++;
    const names = (query.get('collections') ?? '').split(',').map((word) => word.split(':')[0] ?? '');
    const digestOfOne = (name: Collection) => {
      const versions = [...this.table(name).values()].map(({ version }) => version);
      return { ...digestOf(this.heldOf(name)), last: Math.max(0, ...versions) };
    };
    const digests = names.filter(isCollection).map((name) => [name, digestOfOne(name)] as const);
    this.json(response, { digests: Object.fromEntries(digests) });
  }

  private async byIds(name: Collection, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { ids } = JSON.parse(await textOf(request)) as { ids: string[] };
    this.askedFor.push(...ids);
    const documents = ids.map((id) => {
      const found = this.table(name).get(id);
      if (found) return { ...found, _deleted: found._deleted ?? false };
      return { id, _deleted: true, ...(collections[name].flow !== 'down' && { unknown: true }) };
    });
    this.json(response, { documents });
  }

  /** As after a backup from before was restored: another epoch, and nothing of what came since. */
  restore(epoch: string, upTo: number): void {
    this.epoch = epoch;
    this.version = upTo;
    for (const table of this.stored.values())
      for (const [id, { version }] of table) if (version > upTo) table.delete(id);
  }

  private async push(name: Collection, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const rows = JSON.parse(await textOf(request)) as { newDocumentState: Doc & Record<string, unknown> }[];
    this.pushes.push(rows.length);
    const answers = rows.flatMap(({ newDocumentState }) => this.take(name, newDocumentState));
    if (this.loseAnswers > 0) {
      this.loseAnswers--;
      response.destroy();
    } else this.json(response, answers);
  }

  /** A refused command is answered with its verdict; an applied one's verdict follows by the pull. */
  private take(name: Collection, document: Doc & Record<string, unknown>): object[] {
    const known = this.table(name).get(document.id);
    if (!known) {
      this.tell(this.put(name, { ...document, ...{ verdict: this.judge(document), actorId: 'me' } }));
      this.applied.push(document.id);
    }
    const stored = this.table(name).get(document.id);
    const refused = stored && 'verdict' in stored && JSON.stringify(stored.verdict).includes('rejected');
    return refused ? [{ ...stored, _deleted: false }] : [];
  }

  private json(response: ServerResponse, body: unknown): void {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(body));
  }
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
