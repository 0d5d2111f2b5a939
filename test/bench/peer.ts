// The peer: the stock rxdb-server, in memory, with the same orders.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startStock } from '../setup/stock.ts';
import { orderOf, peerSchema } from './orders.ts';

export interface Peer {
  readonly port: number;
  readonly pid: number;
  stop(): Promise<void>;
}

export async function startPeer(orders: number): Promise<Peer> {
  const stock = await startStock('server.mjs');
  const collection = 'orders';
  const { port } = await stock.ask<{ port: number }>('serve', { collection, schema: peerSchema() });
  if (orders > 0) {
    const folder = mkdtempSync(join(tmpdir(), 'towline-bench-'));
    const file = join(folder, 'orders.jsonl');
    const lines = Array.from({ length: orders }, (_, index) => JSON.stringify(peerOrder(index)));
    writeFileSync(file, lines.join('\n'));
    await stock.ask('load', { collection, file }).finally(() => rmSync(folder, { recursive: true }));
  }
  return { port, pid: stock.pid, stop: stock.stop };
}

export const peerOrder = (index: number) => ({ ...orderOf(index), version: index + 1 });
