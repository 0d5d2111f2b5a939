// 對賬單 of three insurers: one has paid, one disputes an order, and one's is still being put together. What is settled
// by a statement is paid there and nowhere else.
import { ulid } from '#schemas/core/ids.ts';
import { sumFen } from '#schemas/core/money.ts';
import type { CommandPayload } from '#schemas/orders/commands.ts';
import { customers } from '../data/customers.ts';
import { calendarDay, day, lastOfficeMoment, minute, officeMoment } from './clock.ts';
import type { Random } from './random.ts';
import type { Deed, Draft } from './script.ts';

interface Plan {
  readonly ending: 'settled' | 'disputed' | 'draft';
  /** When it was drawn up: on the last working day before this many days ago. */
  readonly daysAgo: number;
}

const plans: readonly Plan[] = [
  { ending: 'settled', daysAgo: 12 },
  { ending: 'disputed', daysAgo: 6 },
  { ending: 'draft', daysAgo: 0 },
];

interface Billable {
  readonly orderId: string;
  readonly takenAt: number;
  readonly fen: number;
}

interface Drawn {
  readonly id: string;
  readonly at: number;
  readonly ending: Plan['ending'];
  readonly customerId: string;
  readonly orders: readonly Billable[];
}

const [clerk, colleague] = ['staff-finance', 'staff-finance2'] as const;

const insurers = customers.filter(({ typeId }) => typeId === 'customer-type-insurer').map(({ id }) => id);

/** @param deeds of all orders; those of them that are on a statement are not paid on their own */
export function withStatements(deeds: readonly Deed[], now: number, random: Random): Deed[] {
  const drawn = drawnUp(deeds, now, random);
  const billed = new Set(drawn.flatMap(({ orders }) => orders.map(({ orderId }) => orderId)));
  const kept = deeds.filter(({ draft }) => draft.type !== 'post-payment' || !billed.has(draft.orderId));
  return [...kept, ...drawn.flatMap((statement) => lifeOf(statement, random))];
}

/** Each for another insurer: the one with the most orders to settle at that time. */
function drawnUp(deeds: readonly Deed[], now: number, random: Random): Drawn[] {
  const drawn: Drawn[] = [];
  for (const { ending, daysAgo } of plans) {
    const at = lastOfficeMoment(now - daysAgo * day, random);
    const [fullest] = insurers
      .filter((insurer) => drawn.every(({ customerId }) => customerId !== insurer))
      .map((customerId) => ({ customerId, orders: billableOf(customerId, deeds, at) }))
      .sort((a, b) => b.orders.length - a.orders.length);
    if (fullest && fullest.orders.length > 0)
      drawn.push({ id: ulid(at, random.bytes(10)), at, ending, ...fullest });
  }
  return drawn;
}

/** The oldest first. */
const billableOf = (customerId: string, deeds: readonly Deed[], at: number): Billable[] =>
  historiesOf(customerId, deeds)
    .flatMap((history) => billableAt(history, at) ?? [])
    .sort((a, b) => a.takenAt - b.takenAt);

/** What happened to each order of a customer's, in order of time. */
function historiesOf(customerId: string, deeds: readonly Deed[]): Deed[][] {
  const histories = new Map<string, Deed[]>();
  for (const { draft } of deeds)
    if (draft.type === 'create-order' && draft.payload.customerId === customerId)
      histories.set(draft.orderId, []);
  for (const deed of deeds) histories.get(deed.draft.orderId)?.push(deed);
  return [...histories.values()].map((history) => history.toSorted((a, b) => a.at - b.at));
}

/** An order whose price is approved at that time and stays so, and for which nobody has been paid yet. */
function billableAt(history: readonly Deed[], at: number): Billable | undefined {
  const [first] = history;
  const decision = history.findLast(
    ({ draft }) => draft.type === 'approve-price' || draft.type === 'reverse-finance',
  );
  if (!first || decision?.draft.type !== 'approve-price' || decision.at > at) return undefined;
  const isOutOfQuestion = history.some((deed) => isPaid(deed, at) || isIrregular(deed));
  const { orderId, payload } = decision.draft;
  return isOutOfQuestion ? undefined : { orderId, takenAt: first.at, fen: payload.amountFen };
}

function isPaid({ draft, at }: Deed, until: number): boolean {
  if (draft.type === 'complete') return (draft.payload.collectedFen ?? 0) > 0;
  return draft.type === 'post-payment' && at <= until;
}

const irregular: readonly Draft['type'][] = ['repair-order', 'repair-finance', 'send-back', 'resubmit'];
const isIrregular = ({ draft }: Deed): boolean => irregular.includes(draft.type);

function lifeOf(statement: Drawn, random: Random): Deed[] {
  const drafted = drafting(statement);
  if (statement.ending === 'draft') return drafted;
  const sent = sending(statement);
  const answer = statement.ending === 'disputed' ? disputing : paying;
  return [...drafted, sent, ...answer(statement, sent.at, random)];
}

/** Each a second after the one before. */
function drafting({ id, at, customerId, orders }: Drawn): Deed[] {
  const opening = { customerId, period: periodOf(at, orders) };
  const drafts: Draft[] = [
    { type: 'open-statement', orderId: id, payload: opening },
    ...orders.map(({ orderId, fen }): Draft => ({
      type: 'add-to-statement',
      orderId,
      payload: { statementId: id, seenFen: fen },
    })),
  ];
  return drafts.map((draft, index) => ({ actorId: clerk, at: at + index * 1000, draft }));
}

/** From the month of the oldest order on. */
function periodOf(at: number, orders: readonly Billable[]): CommandPayload<'open-statement'>['period'] {
  const first = calendarDay(orders[0]?.takenAt ?? at);
  return { from: `${first.slice(0, 7)}-01`, until: calendarDay(at) };
}

const sumOf = (orders: readonly Billable[]): number => sumFen(orders.map(({ fen }) => fen));

function sending({ id, at, orders }: Drawn): Deed {
  const draft = { type: 'send-statement', orderId: id, payload: { seenFen: sumOf(orders) } } as const;
  return { actorId: clerk, at: at + 30 * minute, draft };
}

/** The dearest order is where one looks first. */
function disputing({ id, orders }: Drawn, sentAt: number, random: Random): Deed[] {
  const [dearest] = orders.toSorted((a, b) => b.fen - a.fen);
  if (!dearest) return [];
  const payload = {
    lineId: dearest.orderId,
    reason: '客户认为按协议价应少收 30 元',
    claimedFen: Math.max(dearest.fen - 3_000, 0),
  };
  const draft = { type: 'dispute-line', orderId: id, payload } as const;
  return [{ actorId: colleague, at: officeMoment(sentAt, 1, random), draft }];
}

function paying({ id, orders }: Drawn, sentAt: number, random: Random): Deed[] {
  const totalFen = sumOf(orders);
  const confirmedAt = officeMoment(sentAt, 1, random);
  const confirmation = { type: 'confirm-statement', orderId: id, payload: { seenFen: totalFen } } as const;
  const paidAt = officeMoment(confirmedAt, 2, random);
  const receivedOn = calendarDay(paidAt);
  const payload = { amountFen: totalFen, method: 'settlement-transfer', receivedOn };
  const receipt = { type: 'receive-payment', orderId: id, payload } as const;
  return [
    { actorId: colleague, at: confirmedAt, draft: confirmation },
    { actorId: clerk, at: paidAt, draft: receipt },
  ];
}
