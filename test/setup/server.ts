// A server on a free port, composed as in main.ts, with the small company founded and everybody able to sign in.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { company, companyDocuments, command, type Who } from './company.ts';
import { companyRoutes } from '../../sync-server/company/routes.ts';
import { foundCompany } from '../../sync-server/company/found.ts';
import type { Database } from '../../sync-server/database/database.ts';
import { geocodeRoutes } from '../../sync-server/geo/geocode-routes.ts';
import { routeRoutes } from '../../sync-server/geo/route-routes.ts';
import { mapRoutes } from '../../sync-server/geo/map-routes.ts';
import { createApp } from '../../sync-server/http/app.ts';
import { currentActor, handingInAllowed, signInRequired } from '../../sync-server/http/authenticate.ts';
import { createCommandExecutor } from '../../sync-server/orders/executor.ts';
import { commandRoutes } from '../../sync-server/orders/routes.ts';
import { orderSearchRoutes } from '../../sync-server/orders/search-routes.ts';
import { openOutside } from '../../sync-server/outside.ts';
import { photoRoutes } from '../../sync-server/photos/routes.ts';
import { positionRoutes } from '../../sync-server/positions/routes.ts';
import { quarantineRoutes } from '../../sync-server/quarantine/routes.ts';
import type { Outbox } from '../../sync-server/outbox/outbox.ts';
import { financeRoutes } from '../../sync-server/finance/routes.ts';
import { referenceRoutes } from '../../sync-server/reference/routes.ts';
import { reportRoutes } from '../../sync-server/reports/routes.ts';
import { createHub } from '../../sync-server/replication/hub.ts';
import { replicationRoutes, type ReplicationDeps } from '../../sync-server/replication/routes.ts';
import { hashPassword } from '../../sync-server/staff/passwords.ts';
import { privateRoutes } from '../../sync-server/staff/private-routes.ts';
import { staffRoutes } from '../../sync-server/staff/routes.ts';
import { createSessions } from '../../sync-server/staff/sessions.ts';
import type { CommandPayload, CommandType, Verdict } from '#schemas/orders/commands.ts';
import type { Collection } from '#schemas/sync/collections.ts';
import type { Checkpoint, Page } from '#schemas/sync/protocol.ts';

export const testPassword = 'towline-test';

export interface Answer<Body> {
  readonly status: number;
  readonly body: Body;
}

export interface EventsRead {
  /** The data of every message so far, parsed. */
  readonly messages: readonly unknown[];
  /** Resolves when either side has ended the stream. */
  readonly ended: Promise<void>;
  close(): void;
}

export interface SignedInClient {
  readonly token: string;
  get<Body>(path: string): Promise<Answer<Body>>;
  /** A body that is text goes out as it is. */
  post<Body>(path: string, body: unknown): Promise<Answer<Body>>;
  put<Body>(path: string, body: unknown): Promise<Answer<Body>>;
  delete(path: string): Promise<number>;
  /** Opens server-sent events; resolves once the first message has come. */
  stream(path: string): Promise<EventsRead>;
}

export interface TestServer {
  readonly url: string;
  readonly outbox: Outbox;
  /** A new session. */
  signIn(username: string): Promise<SignedInClient>;
  /** Whoever holds this token. */
  with(token: string): SignedInClient;
  /** The same session for the same person every time. */
  as(username: Who): Promise<SignedInClient>;
  /** Sends one command and returns its verdict. */
  say<Kind extends CommandType>(
    who: Who,
    type: Kind,
    orderId: string,
    payload: CommandPayload<Kind>,
  ): Promise<Verdict>;
  /** Stops listening; the database is the caller's to close. */
  stop(): Promise<void>;
}

export interface TestServerOptions {
  readonly clock?: () => Date;
  readonly heartbeatMs?: number;
  /** Of a routing service that the test drives. */
  readonly router?: { readonly url: string };
  /** A folder of its own for those that send photos. */
  readonly photosDir?: string;
  readonly versions?: ReplicationDeps['versions'];
}

/** Founds the company unless there is one: a second server on the same database joins the first. */
export async function startServer(database: Database, options: TestServerOptions = {}): Promise<TestServer> {
  await foundSmallCompany(database);
  const { server, outbox, close } = await compose(database, options);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const signIn = async (username: string) => clientOf(url, await tokenFor(url, username));
  const clients = new Map<Who, Promise<SignedInClient>>();
  const as = (username: Who) => {
    const client = clients.get(username) ?? signIn(username);
    clients.set(username, client);
    return client;
  };
  return { url, outbox, signIn, with: (token) => clientOf(url, token), as, say: sayWith(as), stop: close };
}

/** The company's row, documents and sign-ins, once per database. */
export async function foundSmallCompany(database: Database): Promise<void> {
  const passwordHash = await hashOfTestPassword();
  const logins = companyDocuments.flatMap((filed) =>
    filed.collection === 'staff'
      ? [{ staffId: filed.document.id, username: filed.document.username, passwordHash }]
      : [],
  );
  await database.transaction(async (tx) => {
    const [founded] = await tx.query('select 1 from companies where company_id = $1', [company.id]);
    if (!founded) await foundCompany(tx, company, companyDocuments, logins, new Date());
  });
}

let hashed: Promise<string> | undefined;
const hashOfTestPassword = () => (hashed ??= hashPassword(testPassword));

export const pullPath = (
  collection: Collection,
  { id, lwt }: Checkpoint = { id: '', lwt: 0 },
  limit = 1000,
): string => `/replication/${collection}/0/pull?id=${encodeURIComponent(id)}&lwt=${lwt}&limit=${limit}`;

/** Pulls pages until one is shorter than the limit, as a device does. */
export async function pullAll(
  client: SignedInClient,
  collection: Collection,
  start: Checkpoint = { id: '', lwt: 0 },
  limit = 1000,
): Promise<Page> {
  const documents: Page['documents'][number][] = [];
  for (let checkpoint = start; ;) {
    const { body } = await client.get<Page>(pullPath(collection, checkpoint, limit));
    documents.push(...body.documents);
    checkpoint = body.checkpoint;
    if (body.documents.length < limit) return { documents, checkpoint };
  }
}

const outlineMap = { basemap: { kind: 'outline' }, file: undefined, geocoder: undefined } as const;

async function compose(database: Database, options: TestServerOptions) {
  const { clock = () => new Date(), heartbeatMs, versions } = options;
  const folder = options.photosDir ?? join(tmpdir(), 'towline-no-photos');
  const log = pino({ level: 'silent' });
  const sessions = createSessions({ database, clock });
  const executor = createCommandExecutor({ database, clock, log });
  const hub = await createHub(database, log);
  const signedIn = signInRequired(sessions);
  const outside = await openOutside({
    ...{ database, clock, log, signedIn, executor },
    config: {
      secretKey: 'a key of the tests, long enough for it',
      allowLoopback: true,
      publicUrl: 'https://towline.test',
    },
  });
  const authenticate: ReplicationDeps['authenticate'] = (request) => currentActor(sessions, request);
  const deps = {
    database,
    executor,
    hub,
    clock,
    log,
    signedIn,
    handingIn: handingInAllowed(sessions),
    authenticate,
    ...(versions && { versions }),
    ...(heartbeatMs && { heartbeatMs }),
  };
  const app = createApp({
    database,
    sessions,
    log,
    version: 'test',
    clientDir: undefined,
    config: { trustProxy: false },
    mountRaw: outside.mountRaw,
    mount: (app) => {
      outside.mount(app);
      app.use('/api', commandRoutes(executor, signedIn));
      app.use('/api', orderSearchRoutes(database, signedIn));
      app.use('/api', photoRoutes({ database, folder, log, signedIn, handingIn: deps.handingIn }));
      app.use('/api', quarantineRoutes({ database, folder, log, signedIn }));
      app.use('/api', mapRoutes(outlineMap, signedIn));
      app.use('/api', geocodeRoutes({ geocoder: undefined, log, signedIn }));
      app.use('/api', routeRoutes({ router: options.router, log, signedIn, waitMs: 500 }));
      app.use('/api', positionRoutes({ database, clock, signedIn }));
      app.use('/api', referenceRoutes(database, signedIn));
      app.use('/api', financeRoutes({ database, clock, signedIn }));
      app.use('/api', reportRoutes({ database, clock, signedIn }));
      app.use('/api', staffRoutes({ database, sessions, signedIn }));
      app.use('/api', companyRoutes({ sessions, signedIn }));
      app.use('/api', privateRoutes({ database, clock, signedIn }));
      app.use('/replication', replicationRoutes(deps));
    },
  });
  const server = createServer(app);
  // The embedded database works in this process: while it does, a client may write to a connection just given up.
  server.keepAliveTimeout = 120_000;
  const close = async () => {
    await closed(server);
    await outside.stop();
    await hub.close();
  };
  return { server, outbox: outside.outbox, close };
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

async function tokenFor(url: string, username: string): Promise<string> {
  const response = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password: testPassword }),
  });
  if (response.status !== 201) throw new Error(`${username} cannot sign in: ${await response.text()}`);
  const { token }: { token: string } = await response.json();
  return token;
}

function clientOf(url: string, token: string): SignedInClient {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const ask = (path: string, init: RequestInit = {}) => fetch(url + path, { headers, ...init });
  return {
    token,
    get: async (path) => answerOf(await ask(path)),
    post: async (path, body) => answerOf(await ask(path, { method: 'POST', body: textOf(body) })),
    put: async (path, body) => answerOf(await ask(path, { method: 'PUT', body: textOf(body) })),
    delete: async (path) => (await ask(path, { method: 'DELETE' })).status,
    stream: (path) => readEvents((signal) => ask(path, { signal })),
  };
}

const textOf = (body: unknown) => (typeof body === 'string' ? body : JSON.stringify(body));

async function answerOf<Body>(response: Response): Promise<Answer<Body>> {
  const text = await response.text();
  return { status: response.status, body: JSON.parse(text || 'null') };
}

async function readEvents(open: (signal: AbortSignal) => Promise<Response>): Promise<EventsRead> {
  const messages: unknown[] = [];
  const abort = new AbortController();
  const response = await open(abort.signal);
  if (response.status !== 200 || !response.body) throw new Error(`No stream: ${response.status}`);
  const { promise: first, resolve: came } = deferred();
  const ended = collect(response.body, (data) => {
    messages.push(data);
    came();
  });
  await Promise.race([first, ended]);
  return { messages, ended, close: () => abort.abort() };
}

async function collect(body: ReadableStream<Uint8Array>, onData: (data: unknown) => void): Promise<void> {
  const decoder = new TextDecoder();
  let text = '';
  try {
    for await (const chunk of body) {
      text += decoder.decode(chunk, { stream: true });
      const events = text.split('\n\n');
      text = events.pop() ?? '';
      for (const line of events.flatMap((event) => event.split('\n')))
        if (line.startsWith('data: ')) onData(JSON.parse(line.slice(6)));
    }
  } catch {
    // Cut off, by this side or by the other.
  }
}

function deferred() {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((done) => (resolve = done));
  return { promise, resolve };
}

function sayWith(as: TestServer['as']): TestServer['say'] {
  return async (who, type, orderId, payload) => {
    const client = await as(who);
    const { body } = await client.post<{ verdicts: Verdict[] }>('/api/commands', {
      commands: [command(type, orderId, payload)],
    });
    const [verdict] = body.verdicts;
    if (!verdict) throw new Error(`${type} got no verdict`);
    return verdict;
  };
}
