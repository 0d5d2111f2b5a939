// The network between devices and servers: one line per device, and on it everything that goes wrong on roads, in
// basements and in proxies. What goes wrong is chosen from the seed.
import { setMaxListeners } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { chanceOf } from './chance.ts';
import { Line } from './line.ts';
import { carryRequest } from './request-accidents.ts';
import { carryStream } from './stream-accidents.ts';

export class Network {
  /** Answers of the servers that no accident explains. */
  readonly surprises: string[] = [];
  /** How often what happened. */
  readonly tally = new Map<string, number>();
  private readonly seed: number;
  private readonly servers: () => readonly string[];
  private readonly server: Server;
  private readonly lines = new Map<string, Line>();
  private readonly healed = new AbortController();
  private isCalm = true;

  /** @param servers where they are now, asked for every request: any of them may get it */
  static async start(seed: number, servers: () => readonly string[]): Promise<Network> {
    const network = new Network(seed, servers);
    await new Promise<void>((resolve) => network.server.listen(0, '127.0.0.1', resolve));
    return network;
  }

  private constructor(seed: number, servers: () => readonly string[]) {
    this.seed = seed;
    this.servers = servers;
    this.server = createServer((request, response) => this.carry(request, response));
    this.server.keepAliveTimeout = 120_000;
    setMaxListeners(0, this.healed.signal);
  }

  /** The address under which a device reaches the servers. */
  base(device: string): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/~${device}`;
  }

  /** From now on accidents happen. */
  begin(): void {
    this.isCalm = false;
  }

  /** No more accidents. What is held back goes on at once. */
  heal(): void {
    this.isCalm = true;
    this.healed.abort();
  }

  /** Cuts a device off for some time, or all of them. */
  outage(device: string | 'all', ms: number): void {
    for (const [name, line] of this.lines) if (device === 'all' || device === name) line.cut(ms);
  }

  /** What went to a device: `collection id version` of every document, whether the device got it or not. */
  shownTo(device: string): ReadonlySet<string> {
    return this.lines.get(device)?.shown ?? new Set();
  }

  async stop(): Promise<void> {
    this.heal();
    for (const line of this.lines.values()) line.close();
    await new Promise<void>((resolve) => {
      this.server.close(() => resolve());
      this.server.closeAllConnections();
    });
  }

  private carry(request: IncomingMessage, response: ServerResponse): void {
    const [, name = '', path = '/'] = /^\/~([^/]+)(\/.*)$/.exec(request.url ?? '') ?? [];
    const line = this.lineOf(name);
    if (line.isDown) return void request.socket.destroy();
    if (path.startsWith('/replication/stream')) return carryStream(line, path, request, response);
    void carryRequest(line, path, request, response);
  }

  private lineOf(name: string): Line {
    const known = this.lines.get(name);
    if (known) return known;
    const line = new Line({
      chance: chanceOf(this.seed, `line of ${name}`),
      servers: this.servers,
      isCalm: () => this.isCalm,
      healed: this.healed.signal,
      count: (what) => void this.tally.set(what, (this.tally.get(what) ?? 0) + 1),
      onSurprise: (what) => this.surprises.push(`${name}: ${what}`),
    });
    this.lines.set(name, line);
    return line;
  }
}
