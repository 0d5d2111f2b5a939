// Whatever is said of some orders and two statements, in any order: the sums are right, every posting balances, the
// accounts say what the statements say, and an order is on one statement at most.
import { expect, test } from 'vitest';
import { Check } from 'typebox/value';
import { fc, type Person } from '../setup/rules.ts';
import { createOffice, period, pricedOrders, type Office } from '../setup/statements.ts';
import { sumFen, totalFen } from '#schemas/core/money.ts';
import { dueOf, isDisputed, standingReceipts, Statement } from '#schemas/finance/statements/statement.ts';

type Saying = (office: Office) => string;

const orderIds = ['a', 'b', 'c', 'd'];
const id = fc.constantFrom(...orderIds);
const statementId = fc.constantFrom('s1', 's1', 's2');
const people = fc.constantFrom<Person>('finance', 'finance', 'finance2', 'clerk');
const fen = fc.constantFrom(0, 1, 4_000, 5_000, 9_000, 30_000);
const reason = 'x';

const saying: fc.Arbitrary<Saying> = fc
  .record({ who: people, one: id, on: statementId, fen, sign: fc.constantFrom(1, -1), flag: fc.boolean() })
  .chain(({ who, one, on, fen: amountFen, sign, flag }) =>
    fc.constantFrom<Saying>(
      (office) => office.say(who, 'open-statement', on, { customerId: 'customer-all', period }),
      (office) => office.say(who, 'add-to-statement', one, { statementId: on }),
      (office) => office.say(who, 'add-to-statement', one, { statementId: on }),
      (office) => office.say(who, 'remove-from-statement', one, { statementId: on }),
      (office) => office.say(who, 'refresh-statement', on, {}),
      (office) => office.say(who, 'adjust-line', on, { lineId: one, amountFen: sign * amountFen, reason }),
      (office) => office.say(who, 'discard-statement', on, {}),
      (office) => office.say(who, 'send-statement', on, {}),
      (office) => office.say(who, 'send-statement', on, {}),
      (office) => office.say(who, 'reopen-statement', on, { reason }),
      (office) => office.say(who, 'confirm-statement', on, {}),
      (office) => office.say(who, 'dispute-line', on, { lineId: one, reason }),
      (office) =>
        office.say(who, 'settle-dispute', on, {
          ...{ lineId: one, resolution: reason },
          ...(flag && { amountFen: sign * amountFen }),
        }),
      (office) => office.say(who, 'receive-payment', on, payment(amountFen, flag, one)),
      (office) => office.say(who, 'receive-payment', on, payment(40_000, true)),
      (office) => {
        const { receipts } = office.statements.get(on) ?? { receipts: [] };
        const receiptId = receipts[amountFen % Math.max(1, receipts.length)]?.id ?? 'none';
        return office.say(who, 'reverse-receipt', on, { receiptId, reason });
      },
      (office) => office.say(who, 'reverse-finance', one, { reason }),
      (office) => office.say(who, 'post-payment', one, { receivedFen: 1, method: 'settlement-cash' }),
      (office) => {
        const method = 'settlement-cash';
        return office.say('finance', 'verify', one, { lines: [], amountFen, method });
      },
      (office) => office.say('finance2', 'approve-price', one, { amountFen }),
    ),
  );

const payment = (amountFen: number, withReason: boolean, lineId?: string) => ({
  ...{ amountFen, method: 'settlement-transfer', receivedOn: '2026-04-01' },
  ...(withReason && { reason, waivesRest: amountFen === 4_000 }),
  ...(lineId !== undefined && { allocations: [{ lineId, amountFen }] }),
});

function always(holds: (office: Office) => void): void {
  const property = fc.property(fc.array(saying, { minLength: 20, maxLength: 60, size: 'max' }), (sayings) => {
    const office = createOffice();
    pricedOrders(office, { a: 9_000, b: 5_000, c: 0, d: 30_000 });
    office.say('finance', 'open-statement', 's1', { customerId: 'customer-all', period });
    for (const say of sayings) {
      say(office);
      holds(office);
    }
  });
  fc.assert(property);
}

const balance = (office: Office, account: string): number =>
  sumFen(
    office.postings
      .flat()
      .filter((line) => line.account.startsWith(account))
      .map(({ amountFen }) => amountFen),
  );

test('the lines make the total, and the receipts what was received', () => {
  always((office) => {
    for (const statement of office.statements.values()) {
      expect(statement.totalFen).toBe(sumFen(statement.lines.map(dueOf)));
      const received = standingReceipts(statement).map(({ amountFen, overFen }) => amountFen - overFen);
      expect(sumFen(statement.lines.map(({ receivedFen }) => receivedFen))).toBe(sumFen(received));
      for (const line of statement.lines) {
        expect(line.receivedFen).toBeLessThanOrEqual(dueOf(line));
        if (line.posted) expect(line.receivedFen).toBe(dueOf(line));
      }
    }
  });
});

test('every posting balances, in whole fen', () => {
  always(({ postings }) => {
    for (const posting of postings.slice(-3)) {
      expect(totalFen(posting)).toBe(0);
      expect(posting.every(({ amountFen }) => Number.isSafeInteger(amountFen) && amountFen !== 0)).toBe(true);
    }
  });
});

test('what is owed is what the orders cost and were adjusted by, less what posted orders were paid', () => {
  always((office) => {
    const lines = [...office.statements.values()].flatMap((statement) => statement.lines);
    const priced = [...office.orders.values()].filter(({ finance }) =>
      ['priced', 'posted'].includes(finance.stage),
    );
    const costs = sumFen(priced.map(({ finance }) => finance.amountFen ?? 0));
    const adjusted = sumFen(
      lines.flatMap(({ adjustments }) => adjustments.map(({ amountFen }) => amountFen)),
    );
    const paid = sumFen(
      priced.map(({ finance }) => (finance.stage === 'posted' ? (finance.receivedFen ?? NaN) : 0)),
    );
    expect(balance(office, 'receivable:')).toBe(costs + adjusted - paid);
  });
});

test('money is what receipts and desks took in, and the customer’s account what no order was paid with', () => {
  always((office) => {
    const statements = [...office.statements.values()];
    const received = sumFen(statements.map(({ receivedFen }) => receivedFen));
    const posted = sumFen(
      statements.flatMap(({ lines }) => lines.map((line) => (line.posted ? line.receivedFen : 0))),
    );
    expect(balance(office, 'money:settlement-transfer')).toBe(received);
    expect(balance(office, 'clearing:')).toBe(posted - received);
  });
});

test('an order is on one statement at most, and both say the same', () => {
  always((office) => {
    for (const order of office.orders.values()) {
      const on = [...office.statements.values()].filter(({ orderIds: ids }) => ids.includes(order.id));
      expect(on.map(({ id: each }) => each)).toEqual(
        order.finance.statementId === undefined ? [] : [order.finance.statementId],
      );
      const line = on[0]?.lines.find(({ id: each }) => each === order.id);
      if (line) expect(line.posted).toBe(order.finance.stage === 'posted');
    }
  });
});

test('settled is what was paid and is not disputed; a draft holds no money; the schema fits', () => {
  always((office) => {
    for (const statement of office.statements.values()) {
      expect(Check(Statement, statement)).toBe(true);
      if (statement.state === 'settled') {
        expect(statement.lines.every(({ posted }) => posted)).toBe(true);
        expect(isDisputed(statement)).toBe(false);
      }
      if (statement.state === 'disputed') expect(isDisputed(statement)).toBe(true);
      if (statement.state === 'draft') expect(standingReceipts(statement)).toEqual([]);
      if (statement.state !== 'draft')
        for (const { amountFen, id: each } of statement.lines)
          expect(office.order(each).finance.amountFen).toBe(amountFen);
    }
  });
});

test('the sayings reach every state', () => {
  const seen = new Set<string>();
  for (const sayings of fc.sample(fc.array(saying, { minLength: 40, maxLength: 80 }), {
    seed: 3,
    numRuns: 300,
  })) {
    const office = createOffice();
    pricedOrders(office, { a: 9_000, b: 5_000, c: 0, d: 30_000 });
    for (const say of sayings) {
      say(office);
      for (const { state } of office.statements.values()) seen.add(state);
    }
  }
  expect([...seen].sort()).toEqual(['confirmed', 'discarded', 'disputed', 'draft', 'sent', 'settled']);
});
