// The stream of changes on its way through the network: events get lost, come twice, late or in another order,
// and the connection breaks, or falls silent without breaking.
import { request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http';
import { hurried } from './fast-clock.ts';
import { headersOf, type Line } from './line.ts';

const openings = { opens: 80, refused: 8, 'opens slowly': 8, 'opens and stays silent': 4 } as const;

const accidents = {
  none: 74,
  'event lost': 6,
  'event twice': 4,
  'event late': 5,
  'event after the next': 4,
  'stream cut': 3,
  'stream cut in an event': 3,
  'stream silent': 1,
} as const;

type Accident = keyof typeof accidents;

/** Devices give a silent stream up, so the server's sign of life has to come as often as their time passes. */
const signOfLifeMs = hurried(40_000) / 6;

export function carryStream(
  line: Line,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const opening = line.choose(openings, 'opens');
  line.count(`stream ${opening}`);
  const server = line.target();
  if (!server || opening === 'refused') return void response.destroy();
  line.streams.add(response);
  const carrier = new StreamCarrier(line, response, opening === 'opens and stays silent');
  const wait = opening === 'opens slowly' ? line.pause(line.chance.between(50, 800)) : Promise.resolve();
  void wait.then(() => {
    if (response.destroyed) return;
    const upstream = httpRequest(server + path, { headers: headersOf(request), agent: false }, (answer) =>
      carrier.take(answer),
    );
    upstream.on('error', () => response.destroy());
    upstream.end();
    response.on('close', () => upstream.destroy());
  });
  response.on('close', () => line.streams.delete(response));
}

class StreamCarrier {
  private readonly line: Line;
  private readonly response: ServerResponse;
  private isSilent: boolean;
  private rest = '';
  private heldBack: string | undefined;
  private queue: Promise<void> = Promise.resolve();

  constructor(line: Line, response: ServerResponse, isSilent: boolean) {
    this.line = line;
    this.response = response;
    this.isSilent = isSilent;
  }

  take(answer: IncomingMessage): void {
    const type = answer.headers['content-type'] ?? '';
    this.response.writeHead(answer.statusCode ?? 502, { 'content-type': type });
    this.response.flushHeaders();
    const life = setInterval(() => this.write(': alive\n\n'), signOfLifeMs);
    this.response.on('close', () => clearInterval(life));
    answer.setEncoding('utf8');
    answer.on('data', (piece: string) => this.read(piece));
    answer.on('error', () => this.response.destroy());
    answer.on('close', () => void this.queue.then(() => this.response.end()));
  }

  private read(piece: string): void {
    const events = (this.rest + piece).split('\n\n');
    this.rest = events.pop() ?? '';
    for (const event of events) this.note(event);
    for (const event of events) this.queue = this.queue.then(() => this.pass(`${event}\n\n`));
  }

  private note(event: string): void {
    const data: unknown = event.startsWith('data: {') ? JSON.parse(event.slice(6)) : undefined;
    if (typeof data !== 'object' || data === null || !('collection' in data)) return;
    this.line.noteDocuments(String(data.collection), data);
  }

  private async pass(event: string): Promise<void> {
    if (this.response.destroyed) return;
    const { line } = this;
    const accident = line.choose(accidents, 'none');
    if (accident !== 'none') line.count(accident);
    await this.happen(accident, event);
    if (accident === 'event after the next') return;
    if (this.heldBack !== undefined) this.write(this.heldBack);
    this.heldBack = undefined;
  }

  private async happen(accident: Accident, event: string): Promise<void> {
    if (accident === 'event lost') return;
    if (accident === 'event after the next') {
      const before = this.heldBack;
      this.heldBack = event;
      return before === undefined ? undefined : this.write(before);
    }
    if (accident === 'event late') await this.line.pause(this.line.chance.between(20, 600));
    if (accident === 'stream silent') this.isSilent = true;
    if (accident === 'stream cut') return void this.response.destroy();
    if (accident === 'stream cut in an event') return this.break(event);
    this.write(event);
    if (accident === 'event twice') this.write(event);
  }

  private break(event: string): void {
    this.response.write(event.slice(0, Math.floor(event.length / 2)), () => this.response.destroy());
  }

  private write(text: string): void {
    if (!this.response.destroyed && !this.isSilent) this.response.write(text);
  }
}
