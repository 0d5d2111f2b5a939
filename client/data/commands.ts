// How a page changes something: a command is judged at once by the rule that the server will apply, stored
// safely, and sent when there is a network. Finance asks the server and waits for its word.
import type { RejectionCode } from '#schemas/core/codes.ts';
import { fail, ok, type Result } from '#schemas/core/result.ts';
import { parse } from '#schemas/core/validate.ts';
import { decide, isPhotoType } from '#schemas/orders/decide.ts';
import type { OnlineType } from '#schemas/finance/online.ts';
import { parseCommand } from '#schemas/orders/parse-command.ts';
import {
  Verdict,
  type Command,
  type CommandDocument,
  type CommandPayload,
  type CommandType,
} from '#schemas/orders/commands.ts';
import type { CommandLog } from './command-log.ts';
import { useData } from './context.ts';
import type { ClientDatabase } from './database.ts';
import { newId, type Device } from './device.ts';
import type { Http } from './http.ts';
import type { OrderSource } from './order-source.ts';
import type { ProjectionContext } from './projection.ts';

export interface Refusal {
  /** `not-stored`: this device could not keep it (storage full); nothing was queued. */
  readonly code: RejectionCode | 'not-stored';
  readonly detail?: string;
}

export type Issued = Result<CommandDocument, Refusal>;

/** `offline`: no answer came. Asked again with the same arguments, nothing happens twice. */
export type OnlineVerdict = Verdict | { readonly status: 'offline' };

/** Any of them with its payload. */
export type OnlineRequest = {
  [Kind in OnlineType]: {
    readonly type: Kind;
    readonly orderId: string;
    readonly payload: CommandPayload<Kind>;
    /** Where it may be asked again after the app was closed: what the server knows it by. */
    readonly id?: string;
  };
}[OnlineType];

export interface Commands {
  /** A new order's id. */
  newId(): string;
  /** @param id where it may be issued twice at once, and is to be stored once: what makes both the same */
  issue<Kind extends CommandType>(
    type: Kind,
    orderId: string,
    payload: CommandPayload<Kind>,
    id?: string,
  ): Promise<Issued>;
  decideOnline<Kind extends OnlineType>(
    type: Kind,
    orderId: string,
    payload: CommandPayload<Kind>,
  ): Promise<OnlineVerdict>;
  /** One verdict for each, in order. */
  decideManyOnline(requests: readonly OnlineRequest[]): Promise<readonly OnlineVerdict[]>;
}

export interface CommandDeps {
  readonly database: ClientDatabase;
  readonly device: Device;
  readonly http: Http;
  readonly log: CommandLog;
  readonly orders: Pick<OrderSource, 'read'>;
  readonly context: () => ProjectionContext;
  /** Who holds the session now must be who the commands are of. */
  readonly isSignedIn: () => boolean;
}

export const useCommands = (): Commands => useData().commands;

export function createCommands(deps: CommandDeps): Commands {
  const one = createQueue();
  const online = createOnline(deps);
  return {
    newId,
    issue: (type, orderId, payload, id) => one(() => issue(deps, type, orderId, payload, id)),
    decideOnline: async (type, orderId, payload) => {
      const [verdict] = await online([{ type, orderId, payload }]);
      return verdict ?? offline;
    },
    decideManyOnline: online,
  };
}

async function issue(
  { database, device, log, orders, context }: CommandDeps,
  type: CommandType,
  orderId: string,
  payload: object,
  id?: string,
): Promise<Issued> {
  const checked = parseCommand(draft(device, type, orderId, payload, id));
  if (!checked.ok) return checked;
  const order = await orders.read(orderId);
  const decision = decide(order, checked.value, { ...context(), now: checked.value.at });
  // Whether he once drove an order that has left this device, the server alone can tell.
  const isForServer = !order && isPhotoType(type);
  if (!decision.ok && !isForServer) return decision;
  try {
    const command = { ...checked.value, n: await device.nextNumber() };
    await database.commands.insert(command);
    log.add(command);
    return ok(command);
  } catch (error) {
    return fail({ code: 'not-stored', detail: String(error) });
  }
}

/** A payload may come from a form's store: the copy is plain JSON, as it will be on the wire. */
function draft(device: Device, type: CommandType, orderId: string, payload: object, id = newId()): unknown {
  const at = new Date().toISOString();
  return {
    ...{ id, n: 0, deviceId: device.id, type, orderId, at },
    payload: JSON.parse(JSON.stringify(payload)),
  };
}

/** One after the other, so that each is judged on what the one before has done. */
function createQueue() {
  let last: Promise<unknown> = Promise.resolve();
  return <Value>(run: () => Promise<Value>): Promise<Value> => {
    const next = last.then(run);
    last = next.catch(() => undefined);
    return next;
  };
}

const offline = { status: 'offline' } as const;
const onlineBatch = 100;

interface Request {
  readonly type: OnlineType;
  readonly orderId: string;
  readonly payload: object;
  readonly id?: string;
}

/** Unanswered commands keep their id until a verdict came, however often they are tried. */
function createOnline({ device, http, isSignedIn }: CommandDeps) {
  const unanswered = new Map<string, Command>();
  /** Their numbers are taken together, because each taking is a write to the disk. */
  const number = async (drafts: readonly (readonly [string, Command])[]): Promise<void> => {
    if (drafts.length === 0) return;
    const first = await device.nextNumber(drafts.length);
    for (const [place, [key, command]] of drafts.entries())
      if (!unanswered.has(key)) unanswered.set(key, { ...command, n: first + place });
  };
  const commandsFor = async (requests: readonly Request[]): Promise<Result<Command, Refusal>[]> => {
    const known = new Map(unanswered);
    const fresh = new Map<string, Result<Command, Refusal>>();
    for (const request of requests) {
      const [key, { type, orderId, payload, id }] = [keyOf(request), request];
      if (known.has(key) || fresh.has(key)) continue;
      fresh.set(key, parseCommand(draft(device, type, orderId, payload, id)));
    }
    const valid = [...fresh].flatMap(([key, checked]) => (checked.ok ? [[key, checked.value] as const] : []));
    await number(valid).catch(() => undefined);
    return requests.map((request) => {
      const key = keyOf(request);
      const [command, checked] = [known.get(key) ?? unanswered.get(key), fresh.get(key)];
      if (command) return ok(command);
      return checked && !checked.ok ? checked : fail({ code: 'not-stored' });
    });
  };
  const ask = async (requests: readonly Request[]): Promise<OnlineVerdict[]> => {
    const commands = await commandsFor(requests);
    const sent = commands.flatMap((command) => (command.ok ? [command.value] : []));
    const answer = await http.postJson('/api/commands', { commands: sent });
    const verdicts = verdictsOf(answer.ok ? answer.value : undefined);
    for (const [key, { id }] of unanswered) if (verdicts.has(id)) unanswered.delete(key);
    return commands.map((command) =>
      command.ok ? (verdicts.get(command.value.id) ?? offline) : { status: 'rejected', ...command.error },
    );
  };
  return async (requests: readonly Request[]): Promise<readonly OnlineVerdict[]> => {
    const verdicts: OnlineVerdict[] = [];
    for (let start = 0; start < requests.length; start += onlineBatch) {
      const batch = requests.slice(start, start + onlineBatch);
      verdicts.push(...(isSignedIn() ? await ask(batch) : batch.map(() => offline)));
    }
    return verdicts;
  };
}

const keyOf = ({ type, orderId, payload, id }: Request): string =>
  id ?? JSON.stringify([orderId, type, payload]);

function verdictsOf(answer: unknown): Map<string, Verdict> {
  const list = typeof answer === 'object' && answer && 'verdicts' in answer ? answer.verdicts : [];
  const verdicts = new Map<string, Verdict>();
  for (const each of Array.isArray(list) ? list : []) {
    const verdict = parse(Verdict, each);
    if (verdict.ok && typeof each.id === 'string') verdicts.set(each.id, verdict.value);
  }
  return verdicts;
}
