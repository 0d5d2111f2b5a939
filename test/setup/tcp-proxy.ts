// One address before one or several servers, at the level of connections: spreads them, passes over servers that
// are dead, and breaks them when a test says so.
import { createServer, connect, type AddressInfo, type Socket } from 'node:net';

export interface Address {
  readonly host: string;
  readonly port: number;
}

export interface TcpProxy {
  readonly port: number;
  /** How many connections have come so far. */
  readonly accepted: number;
  /** Breaks every connection. */
  cut(): void;
  /** From now on new connections are broken at once. */
  refuse(): void;
  accept(): void;
  stop(): Promise<void>;
}

/** @param targets asked for each new connection; it goes to the next of them that can be reached */
export async function startTcpProxy(targets: () => readonly Address[]): Promise<TcpProxy> {
  const sockets = new Set<Socket>();
  let refusing = false;
  let accepted = 0;
  const server = createServer((client) => {
    keep(client, sockets);
    accepted++;
    if (refusing) return void client.destroy();
    const all = targets();
    const first = accepted % Math.max(all.length, 1);
    void join(client, [...all.slice(first), ...all.slice(0, first)], sockets);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const cut = () => sockets.forEach((socket) => socket.destroy());
  return {
    port: (server.address() as AddressInfo).port,
    get accepted() {
      return accepted;
    },
    cut,
    refuse: () => void (refusing = true),
    accept: () => void (refusing = false),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        cut();
      }),
  };
}

async function join(client: Socket, targets: readonly Address[], sockets: Set<Socket>): Promise<void> {
  for (const target of targets) {
    const server = await reach(target);
    if (!server) continue;
    keep(server, sockets);
    client.on('close', () => server.destroy());
    server.on('close', () => client.destroy());
    if (client.destroyed) return void server.destroy();
    client.pipe(server).pipe(client);
    return;
  }
  client.destroy();
}

function reach(target: Address): Promise<Socket | undefined> {
  return new Promise((resolve) => {
    const socket = connect(target.port, target.host);
    socket.once('connect', () => resolve(socket));
    socket.once('error', () => resolve(undefined));
  });
}

function keep(socket: Socket, sockets: Set<Socket>): void {
  socket.setNoDelay(true);
  sockets.add(socket);
  // `close` follows.
  socket.on('error', () => undefined);
  socket.on('close', () => sockets.delete(socket));
}
