// What the tests of the rules share: a small company, commands told as lines of a story, and random stories.
// TOWLINE_SEED=N replays what a failing property printed as its seed.
import fc from 'fast-check';
import { actor, companyDocuments, creation, type Who } from './company.ts';
import type { Filed } from '../../sync-server/company/found.ts';
import type { Rejection } from '#schemas/core/codes.ts';
import type { Command, CommandPayload, CommandType } from '#schemas/orders/commands.ts';
import { decide } from '#schemas/orders/decide.ts';
import type { DecideContext, Decision, Find, OrderEvent } from '#schemas/orders/events.ts';
import { evolve } from '#schemas/orders/evolve.ts';
import type { Order, OrderStatus } from '#schemas/orders/order.ts';
import { parseCommand } from '#schemas/orders/parse-command.ts';
import { rescuedPerson, serverItself } from '#schemas/staff/outsiders.ts';
import type { Actor } from '#schemas/staff/permissions.ts';
import type { Collection, ReferenceOf } from '#schemas/sync/collections.ts';

const seed = process.env['TOWLINE_SEED'];
fc.configureGlobal({ ...(seed && { seed: Number(seed) }), numRuns: 300 });
export { fc };

/** Everybody of the company, somebody whose roles allow nothing, and two who are no members of staff. */
export const who = [
  'admin',
  'clerk',
  'dispatcher',
  'dispatcher2',
  'driver1',
  'driver2',
  'driver3',
  'finance',
  'finance2',
  'nobody',
  'rescued',
  'server',
] as const satisfies readonly (Who | 'nobody' | 'rescued' | 'server')[];
export type Person = (typeof who)[number];

const nobody: Actor = {
  id: 'staff-nobody',
  name: 'nobody',
  companyId: 'acme',
  outletIds: ['outlet-1'],
  roleIds: [],
  permissions: [],
};

/** The rescued person holds the link of `order-1`. */
export function personOf(name: Person): Actor {
  if (name === 'nobody') return nobody;
  if (name === 'rescued') return rescuedPerson('acme', 'order-1');
  return name === 'server' ? serverItself('acme') : actor(name);
}

/** One line of a story: who says what. */
export type Line = {
  [Kind in CommandType]: {
    readonly who: Person;
    readonly type: Kind;
    readonly payload: CommandPayload<Kind>;
  };
}[CommandType];

export const line = <Kind extends CommandType>(who: Person, type: Kind, payload: CommandPayload<Kind>) => ({
  who,
  type,
  payload,
});

/** Reads the company's documents; `changed` replaces those with the same id and adds to them. */
export function findIn(changed: readonly Filed[] = []): Find {
  const documents = new Map(
    [...companyDocuments, ...changed].map(({ collection, document }) => [
      `${collection}/${document.id}`,
      document,
    ]),
  );
  return <Name extends Collection>(collection: Name, id: string) =>
    documents.get(`${collection}/${id}`) as ReferenceOf<Name> | undefined;
}

const find = findIn();

export const contextOf = (name: Person, changed: Partial<DecideContext> = {}): DecideContext => ({
  actor: personOf(name),
  now: '2026-03-01T08:00:05.000Z',
  find,
  orderNumber: '20260301-0001',
  ...changed,
});

/** Through the same door as everything that is pushed. */
export function commandOf({ type, payload }: Line, id: string, orderId = 'order-1'): Command {
  const envelope = { id, n: 1, deviceId: 'device-1', type, orderId, at: '2026-03-01T08:00:00Z', payload };
  const parsed = parseCommand(envelope);
  if (!parsed.ok) throw new Error(`${type} cannot be told: ${parsed.error.detail ?? parsed.error.code}`);
  return parsed.value;
}

/** How the next line is judged; its id is new unless one is given. */
export function judge(order: Order | null, next: Line, changed: Partial<DecideContext> = {}, id?: string) {
  const command = commandOf(next, id ?? `command-${order ? order.timeline.length + 1 : 1}`);
  return decide(order, command, contextOf(next.who, changed));
}

export function rejectionOf(decision: Decision): Rejection {
  if (decision.ok) throw new Error('Expected a refusal');
  return decision.error;
}

export const applied = (order: Order | null, events: readonly OrderEvent[]): Order | null =>
  events.reduce<Order | null>(evolve, order);

/** The order after these lines, each of which has to be accepted. */
export function told(...lines: readonly Line[]): Order {
  return continued(null, ...lines);
}

export function continued(start: Order | null, ...lines: readonly Line[]): Order {
  const order = lines.reduce<Order | null>((before, next) => {
    const decision = judge(before, next);
    if (!decision.ok) throw new Error(`${next.who} ${next.type}: ${decision.error.code}`);
    return applied(before, decision.value);
  }, start);
  if (!order) throw new Error('A story begins with an order');
  return order;
}

export const created = line('clerk', 'create-order', creation());
export const dispatched = line('dispatcher', 'dispatch', {
  vehicleId: 'vehicle-1',
  driverId: 'staff-driver1',
});
export const redispatched = line('dispatcher', 'dispatch', {
  vehicleId: 'vehicle-1',
  driverId: 'staff-driver2',
});
/** To two drivers at once. */
export const offered = line('dispatcher', 'offer', {
  to: [
    { vehicleId: 'vehicle-1', driverId: 'staff-driver1' },
    { vehicleId: 'vehicle-1', driverId: 'staff-driver2' },
  ],
});
export const driver1 = (type: 'accept' | 'depart' | 'arrive' | 'start-work' | 'load' | 'reach-destination') =>
  line('driver1', type, {});
export const completed = line('driver1', 'complete', { mileageKm: 12.5 });
export const emptyRun = line('driver1', 'empty-run', { reason: '到达后车辆已离开' });
export const voided = line('dispatcher', 'void', { reason: '客户取消' });
export const sms = line('dispatcher', 'send-sms', {
  templateId: 'sms-dispatched',
  phone: '139 0000 0000',
  params: { driverPhone: '13800000001' },
});
export const confirmed = line('dispatcher', 'confirm-result', {
  returnRemark: '保险公司确认',
  outcome: '认可',
});
export const rated = (stars: number, comment?: string) =>
  line('rescued', 'rate', { stars, ...(comment && { comment }) });
export const repair = (
  patch: CommandPayload<'repair-order'>['patch'],
  base: CommandPayload<'repair-order'>['base'] = {},
  one: Person = 'admin',
) => line(one, 'repair-order', { patch, base, reason: '录错' });
/** An order of a customer who wants to confirm results. */
export const createdForInsurer = line('clerk', 'create-order', creation({ customerId: 'customer-confirms' }));
export const priced: CommandPayload<'verify'> = {
  lines: [],
  amountFen: 30_000,
  method: 'settlement-monthly',
};
export const sentBack = line('finance', 'send-back', { reason: '缺车架号' });
export const resubmitted = line('clerk', 'resubmit', { note: '已补' });
export const verified = line('finance', 'verify', priced);
export const approved = line('finance2', 'approve-price', { amountFen: 28_000 });
export const posted = line('finance', 'post-payment', { receivedFen: 28_000, method: 'settlement-cash' });
export const restSettled = line('finance', 'settle-rest', {
  receivedFen: 1,
  method: 'settlement-cash',
  seenReceivedFen: 28_000,
});
export const reversed = line('finance', 'reverse-finance', { reason: '录错' });

/** How an order comes into each status. */
export const wayTo: Record<OrderStatus, readonly Line[]> = {
  pending: [created],
  dispatched: [created, dispatched],
  accepted: [created, dispatched, driver1('accept')],
  'en-route': [created, dispatched, driver1('depart')],
  'on-scene': [created, dispatched, driver1('arrive')],
  working: [created, dispatched, driver1('start-work')],
  towing: [created, dispatched, driver1('load')],
  'at-destination': [created, dispatched, driver1('reach-destination')],
  completed: [created, dispatched, completed],
  'empty-run': [created, dispatched, emptyRun],
  voided: [created, dispatched, voided],
};

/** One turn of a story that was played. */
export interface Turn {
  readonly line: Line;
  readonly command: Command;
  readonly before: Order;
  readonly decision: Decision;
  readonly after: Order;
}

/** Plays lines after the creation by `clerk`, refused ones included. Nothing given to a rule may be changed by it. */
export function play(lines: readonly Line[], orderId = 'order-1'): { turns: Turn[]; order: Order } {
  let order = opened(orderId);
  const turns = lines.map((next, index) => {
    const turn = playOne(order, next, `${orderId}-command-${index + 2}`);
    order = turn.after;
    return turn;
  });
  return { turns, order };
}

export function opened(orderId = 'order-1'): Order {
  const decision = decide(null, commandOf(created, `${orderId}-command-1`, orderId), contextOf('clerk'));
  const order = decision.ok ? applied(null, decision.value) : null;
  if (!order) throw new Error('The first line was refused');
  return frozen(order);
}

export function playOne(before: Order, next: Line, id: string): Turn {
  const command = frozen(commandOf(next, id, before.id));
  const decision = frozen(decide(before, command, frozen(contextOf(next.who))));
  const after = decision.ok ? (applied(before, decision.value) ?? before) : before;
  return { line: next, command, before, decision, after: frozen(after) };
}

function frozen<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.values(value).forEach(frozen);
  return Object.freeze(value);
}
