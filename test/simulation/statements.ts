// What finance does with statements: it opens some, puts orders on them and takes them off, sends them, disputes lines,
// and receives what was paid.
import type { OnlineRequest } from '../../client/data/commands.ts';
import { ask, method } from './finance.ts';
import type { Person } from './person.ts';
import { openDispute, standingReceipts, type Statement } from '#schemas/finance/statements/statement.ts';

const period = { from: '2020-01-01', until: '2099-12-31' };

export async function openStatement(person: Person): Promise<void> {
  const { device, chance } = person;
  const priced = (await device.orders()).filter(({ finance }) => finance.stage === 'priced');
  if (priced.length === 0) return;
  const orderId = device.data.commands.newId();
  const { customerId } = chance.pick(priced);
  await ask(person, [{ type: 'open-statement', orderId, payload: { customerId, period } }]);
}

export async function workOnStatement(person: Person): Promise<void> {
  const statements = person.device.statements();
  if (statements.length === 0) return openStatement(person);
  const statement = person.chance.pick(statements);
  const requests = statement.state === 'draft' ? await draw(person, statement) : settle(person, statement);
  if (requests.length > 0) await ask(person, requests);
}

async function draw({ device, chance, word }: Person, statement: Statement): Promise<OnlineRequest[]> {
  const { id: statementId, customerId, lines } = statement;
  const free = (await device.orders()).filter(
    ({ finance, ...order }) =>
      finance.stage === 'priced' && finance.statementId === undefined && order.customerId === customerId,
  );
  const add = free.slice(0, 3).map(({ id: orderId }): OnlineRequest => {
    return { type: 'add-to-statement', orderId, payload: { statementId } };
  });
  if (add.length > 0 && chance.chance(0.7)) return add;
  if (lines.length === 0) return [];
  const reason = word();
  const { id: lineId } = chance.pick(lines);
  return chance.weighted<OnlineRequest[]>([
    [[{ type: 'remove-from-statement', orderId: lineId, payload: { statementId, reason } }], 2],
    [[{ type: 'adjust-line', orderId: statementId, payload: { lineId, amountFen: -100, reason } }], 2],
    [[{ type: 'send-statement', orderId: statementId, payload: {} }], 5],
  ]);
}

function settle({ chance, word, number }: Person, statement: Statement): OnlineRequest[] {
  const { id: orderId, lines } = statement;
  if (lines.length === 0) return [];
  const reason = word();
  const { id: lineId } = chance.pick(lines);
  const disputed = lines.find((line) => openDispute(line));
  const [receipt] = standingReceipts(statement);
  const pay = { amountFen: 50_000 + number(), method, receivedOn: '2026-03-01', note: word(), reason };
  const requests: (readonly [OnlineRequest, number])[] = [
    [{ type: 'receive-payment', orderId, payload: pay }, 5],
    [{ type: 'confirm-statement', orderId, payload: { note: word() } }, 2],
    [{ type: 'dispute-line', orderId, payload: { lineId, reason } }, 2],
    [{ type: 'reopen-statement', orderId, payload: { reason } }, 1],
  ];
  if (disputed)
    requests.push([
      { type: 'settle-dispute', orderId, payload: { lineId: disputed.id, resolution: reason } },
      4,
    ]);
  if (receipt)
    requests.push([{ type: 'reverse-receipt', orderId, payload: { receiptId: receipt.id, reason } }, 2]);
  return [chance.weighted(requests)];
}
