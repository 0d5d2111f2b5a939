// What finance does: it asks the server and waits for its word. Without an answer it asks the same again.
import { setTimeout as pause } from 'node:timers/promises';
import type { OnlineRequest } from '../../client/data/commands.ts';
import type { ProjectedOrder } from '../../client/data/projection.ts';
import type { Asked } from './journal.ts';
import type { Deeds, Person } from './person.ts';
import { openStatement, workOnStatement } from './statements.ts';
import type { FinanceStage } from '#schemas/orders/order.ts';

export const financeDeeds: Deeds = [
  [decideOne, 20],
  [decideMany, 8],
  [openStatement, 3],
  [workOnStatement, 12],
  [askAgain, 14],
];

export const method = 'settlement-cash';

async function decideOne(person: Person): Promise<void> {
  const request = requestFor(person, await closedOrders(person));
  if (request) await ask(person, [request]);
}

async function decideMany(person: Person): Promise<void> {
  const orders = await closedOrders(person);
  const requests = [1, 2, 3].flatMap(() => requestFor(person, orders) ?? []);
  const different = [...new Map(requests.map((request) => [request.orderId, request])).values()];
  if (different.length > 0) await ask(person, different);
}

async function closedOrders({ device }: Person): Promise<ProjectedOrder[]> {
  return (await device.orders()).filter(({ status }) => status === 'completed' || status === 'empty-run');
}

/** Mostly what comes next; the amount makes each of them different from all others. */
function requestFor(
  { chance, word, number }: Person,
  orders: readonly ProjectedOrder[],
): OnlineRequest | undefined {
  if (orders.length === 0) return undefined;
  const { id: orderId, finance } = chance.pick(orders);
  const amountFen = 100_000 + number();
  const reverse: OnlineRequest = { type: 'reverse-finance', orderId, payload: { reason: word() } };
  const verify: OnlineRequest = { type: 'verify', orderId, payload: { lines: [], amountFen, method } };
  const nextOf: Record<FinanceStage, OnlineRequest> = {
    unverified: verify,
    verified: { type: 'approve-price', orderId, payload: { amountFen, note: word() } },
    priced: { type: 'post-payment', orderId, payload: { receivedFen: amountFen, method } },
    posted: reverse,
  };
  return chance.weighted<OnlineRequest>([
    [nextOf[finance.stage], 10],
    [reverse, 2],
    [verify, 1],
  ]);
}

export async function ask(person: Person, requests: readonly OnlineRequest[]): Promise<void> {
  const { journal, owner } = person;
  const questions = requests.map((request): Asked => ({
    ...{ device: owner.device, staffId: owner.staffId, request },
    ...{ verdicts: [], isForgotten: false },
  }));
  journal.asked.push(...questions);
  await put(person, questions);
}

const offline = { status: 'offline' } as const;

async function put({ device, journal }: Person, questions: readonly Asked[]): Promise<void> {
  const verdicts = await device.decide(questions.map(({ request }) => request));
  questions.forEach((question, index) => {
    const told = verdicts?.[index] ?? offline;
    // A full disk keeps it from being asked at all.
    const verdict = 'code' in told && told.code === 'not-stored' ? offline : told;
    question.verdicts.push(verdict);
    journal.count(`${question.request.type} ${verdict.status}`);
  });
}

async function askAgain(person: Person): Promise<void> {
  const open = unanswered(person);
  if (open.length > 0) await put(person, open.slice(0, 3));
}

function unanswered({ journal, owner }: Person): Asked[] {
  return journal.asked.filter(
    ({ device, isForgotten, verdicts }) =>
      device === owner.device && !isForgotten && verdicts.at(-1)?.status === 'offline',
  );
}

/** When all is well again, every question gets its answer. */
export async function askTheRest(person: Person): Promise<void> {
  for (const deadline = Date.now() + 20_000; unanswered(person).length > 0 && Date.now() < deadline;) {
    await put(person, unanswered(person));
    await pause(50);
  }
}
