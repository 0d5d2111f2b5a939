// The real server, started as a person starts it, on a database and in a folder of its own.
import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { ulid } from '#schemas/core/ids.ts';
import type { Database } from '../../sync-server/database/database.ts';
import { openDatabase } from '../../sync-server/database/open.ts';
import { quietLog } from '../setup/quiet-log.ts';
import type { Storage } from './demo-data.ts';

const entry = fileURLToPath(new URL('../../dist/server/main.js', import.meta.url));
const demoPassword = 'towline-demo';

export class TestServer {
  readonly storage: Storage;
  readonly #settings: NodeJS.ProcessEnv;
  #child: ChildProcess | undefined;
  #port = '0';
  url = '';
  /** Everybody's in the demo company; of a new company's administrator what the first start printed. */
  password = demoPassword;

  constructor(storage: Storage, settings: NodeJS.ProcessEnv = {}) {
    this.storage = storage;
    this.#settings = settings;
  }

  /** A second start takes the same port, as a real server would. */
  async start(): Promise<void> {
    const env: NodeJS.ProcessEnv = {
      ...process.env,
      PORT: this.#port,
      DATA_DIR: this.storage.dataDir,
      DATABASE_URL: this.storage.databaseUrl,
      DEMO: '1',
      LOG_LEVEL: 'warn',
      ...this.#settings,
    };
    const child = spawn(process.execPath, [entry], { env, stdio: ['ignore', 'pipe', 'inherit'] });
    this.#child = child;
    const { address, password } = await greetingOf(child);
    this.url = address;
    this.password = password ?? this.password;
    this.#port = new URL(this.url).port;
  }

  async kill(signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill(signal);
    await gone;
  }

  /** The database itself, while the server is stopped. */
  openDatabase(): Promise<Database> {
    const { dataDir, databaseUrl } = this.storage;
    return openDatabase({ databaseUrl, dataDir, log: quietLog });
  }

  async api(username: string): Promise<Api> {
    const response = await fetch(`${this.url}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username, password: this.password }),
    });
    const { token } = (await response.json()) as { token: string };
    return new Api(this.url, token);
  }
}

/** What the server says to somebody, past all browsers. */
export class Api {
  readonly #url: string;
  readonly #token: string;

  constructor(url: string, token: string) {
    this.#url = url;
    this.#token = token;
  }

  async documents<Doc>(collection: string): Promise<Doc[]> {
    const documents: Doc[] = [];
    for (let checkpoint = { id: '', lwt: 0 }, size = 1000; size === 1000;) {
      const query = `lwt=${checkpoint.lwt}&id=${encodeURIComponent(checkpoint.id)}&limit=1000`;
      const page = await this.get<{ documents: Doc[]; checkpoint: typeof checkpoint }>(
        `/replication/${collection}/0/pull?${query}`,
      );
      documents.push(...page.documents);
      ({ checkpoint } = page);
      size = page.documents.length;
    }
    return documents;
  }

  async put(path: string, body: object): Promise<void> {
    await this.#send('PUT', path, body);
  }

  /** Reference documents that nobody has yet; each has to be taken. */
  async push(collection: string, documents: readonly object[]): Promise<void> {
    const rows = documents.map((newDocumentState) => ({
      newDocumentState: { ...newDocumentState, _deleted: false },
    }));
    const response = await this.#send('POST', `/replication/${collection}/0/push`, rows);
    const conflicts = (await response.json()) as unknown[];
    if (conflicts.length > 0) throw new Error(`Refused: ${JSON.stringify(conflicts)}`);
  }

  /** Each of them has to be applied. */
  async command(commands: readonly { type: string; orderId: string; payload: object }[]): Promise<void> {
    const sent = commands.map((command, index) => ({
      ...{ ...command, id: newId(), n: index + 1, deviceId: 'past-all-browsers' },
      at: new Date().toISOString(),
    }));
    const response = await this.#send('POST', '/api/commands', { commands: sent });
    const { verdicts } = (await response.json()) as { verdicts: { status: string; code?: string }[] };
    const refused = verdicts.find(({ status }) => status !== 'applied');
    if (refused) throw new Error(`${refused.status}: ${refused.code}`);
  }

  async #send(method: string, path: string, body: object): Promise<Response> {
    const response = await fetch(this.#url + path, {
      method,
      headers: { authorization: `Bearer ${this.#token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${path} answered ${response.status}`);
    return response;
  }

  async get<Body>(path: string): Promise<Body> {
    const response = await fetch(this.#url + path, { headers: { authorization: `Bearer ${this.#token}` } });
    if (!response.ok) throw new Error(`${path} answered ${response.status}`);
    return (await response.json()) as Body;
  }
}

export const newId = (): string => ulid(Date.now(), crypto.getRandomValues(new Uint8Array(10)));

interface Greeting {
  readonly address: string;
  /** Only the first start of a new company prints one. */
  readonly password: string | undefined;
}

function greetingOf(child: ChildProcess): Promise<Greeting> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const address = /is ready: (http:\S+)/.exec(said)?.[1];
      if (address) resolve({ address, password: /with the password (\S+)/.exec(said)?.[1] });
    });
    child.once('exit', (code) => reject(new Error(`The server ended with ${String(code)}: ${said}`)));
  });
}
