// Statements: from draft to settled, what is refused on the way, and how receipts are laid out over the lines.
import { beforeEach, describe, expect, test } from 'vitest';
import {
  createOffice,
  draftOf,
  must,
  period,
  price,
  pricedOrders,
  type Office,
} from '../setup/statements.ts';
import type { CommandPayload } from '#schemas/orders/commands.ts';
import { keepsCredit } from '#schemas/finance/statements/credit.ts';
import { statementTable } from '#schemas/finance/statements/states.ts';
import { mostLines, statementStates } from '#schemas/finance/statements/statement.ts';

let office: Office;
const statementId = 'statement-1';

beforeEach(() => {
  office = createOffice();
  pricedOrders(office, { a: 30_000, b: 20_000, c: 5_000 });
});

const draft = (...ids: string[]) => draftOf(office, ids.length > 0 ? ids : ['a', 'b', 'c']);
const sent = (...ids: string[]) => {
  draft(...ids);
  must(office.say('finance', 'send-statement', statementId, {}));
};
const pay = (amountFen: number, more: Partial<CommandPayload<'receive-payment'>> = {}) =>
  office.say('finance', 'receive-payment', statementId, {
    ...{ amountFen, method: 'settlement-transfer', receivedOn: '2026-04-02' },
    ...more,
  });
const dispute = (lineId = 'a') =>
  office.say('finance', 'dispute-line', statementId, { lineId, reason: '里程多算', claimedFen: 25_000 });
const settle = (lineId: string, amountFen?: number) =>
  office.say('finance', 'settle-dispute', statementId, {
    ...{ lineId, resolution: '按导航里程' },
    ...(amountFen !== undefined && { amountFen }),
  });
const balance = (account: string) =>
  office.postings
    .flat()
    .filter((line) => line.account === account)
    .reduce((sum, { amountFen }) => sum + amountFen, 0);

describe('a statement', () => {
  test('takes orders as they are and is known by its customer, month and count', () => {
    draft();
    expect(office.statement()).toMatchObject({
      ...{
        state: 'draft',
        number: '202603-01',
        name: 'customer-all 202603-01',
        totalFen: 55_000,
        edition: 0,
      },
      orderIds: ['a', 'b', 'c'],
      outletIds: ['outlet-1'],
    });
    expect(office.statement().lines[0]).toMatchObject({ id: 'a', plate: '浙A88888', amountFen: 30_000 });
    expect(office.order('a').finance.statementId).toBe(statementId);
    expect(office.order('a').timeline.at(-1)).toMatchObject({ type: 'add-to-statement', statementId });
  });

  test('lets go of an order, which can then go onto another one', () => {
    draft();
    expect(office.say('finance', 'remove-from-statement', 'b', { statementId })).toBe('applied');
    expect(office.statement()).toMatchObject({ orderIds: ['a', 'c'], totalFen: 35_000 });
    expect(office.order('b').finance).not.toHaveProperty('statementId');
    must(office.say('finance', 'open-statement', 'statement-2', { customerId: 'customer-all', period }));
    expect(office.say('finance', 'add-to-statement', 'b', { statementId: 'statement-2' })).toBe('applied');
  });

  test('goes from draft to settled by being sent, confirmed and paid', () => {
    draft();
    const states = [office.statement().state];
    for (const say of [
      () => office.say('finance', 'send-statement', statementId, { seenFen: 55_000 }),
      () => office.say('finance', 'confirm-statement', statementId, {}),
      () => pay(55_000),
    ]) {
      must(say());
      states.push(office.statement().state);
    }
    expect(states).toEqual(['draft', 'sent', 'confirmed', 'settled']);
    expect(['a', 'b', 'c'].map((id) => office.order(id).finance.stage)).toEqual([
      'posted',
      'posted',
      'posted',
    ]);
    expect(office.statement().history.map(({ type }) => type)).toEqual([
      ...['open-statement', 'send-statement', 'confirm-statement', 'receive-payment'],
    ]);
  });

  test('goes back to draft with a reason, and is another edition when it is sent again', () => {
    sent();
    must(office.say('finance', 'reopen-statement', statementId, { reason: '漏了一单' }));
    expect(office.statement()).toMatchObject({ state: 'draft', edition: 1 });
    must(office.say('finance', 'send-statement', statementId, {}));
    expect(office.statement()).toMatchObject({ state: 'sent', edition: 2 });
  });

  test('has a cell for every move in every state', () => {
    for (const row of Object.values(statementTable))
      expect(Object.keys(row).sort()).toEqual([...statementStates].sort());
  });
});

describe('a line', () => {
  test('is shown as stale when its order was priced anew, and is taken over on request', () => {
    draft();
    must(office.say('finance', 'reverse-finance', 'a', { reason: '漏了路费' }));
    expect(office.say('finance', 'send-statement', statementId, {})).toBe('line-stale');
    must(office.say('finance', 'reverse-finance', 'a', { reason: '漏了路费' }));
    price(office, 'a', 31_000);
    expect(office.order('a').finance.statementId).toBe(statementId);
    expect(office.statement().totalFen).toBe(55_000);
    expect(office.say('finance', 'send-statement', statementId, {})).toBe('line-stale');
    must(office.say('finance', 'refresh-statement', statementId, {}));
    expect(office.say('finance', 'send-statement', statementId, { seenFen: 56_000 })).toBe('applied');
  });

  test('is not taken over while more was taken off it than it comes to by now', () => {
    draft();
    const less = { lineId: 'a', amountFen: -20_000, reason: '协议折扣' };
    must(office.say('finance', 'adjust-line', statementId, less));
    for (const reason of ['漏了', '重算']) must(office.say('finance', 'reverse-finance', 'a', { reason }));
    price(office, 'a', 12_000);
    expect(office.say('finance', 'refresh-statement', statementId, {})).toBe('adjustment-wrong');
    must(office.say('finance', 'adjust-line', statementId, { ...less, amountFen: 20_000 }));
    must(office.say('finance', 'refresh-statement', statementId, {}));
    expect(office.say('finance', 'send-statement', statementId, {})).toBe('applied');
  });

  test('comes to more or less by an adjustment, which the ledger knows and forgets when it leaves', () => {
    draft();
    must(
      office.say('finance', 'adjust-line', statementId, {
        lineId: 'a',
        amountFen: -3_000,
        reason: '协议折扣',
      }),
    );
    expect(office.statement().totalFen).toBe(52_000);
    expect(balance('receivable:customer-all')).toBe(52_000);
    expect(balance('revenue:adjustment')).toBe(3_000);
    must(office.say('finance', 'remove-from-statement', 'a', { statementId }));
    expect(balance('receivable:customer-all')).toBe(55_000);
    expect(balance('revenue:adjustment')).toBe(0);
  });
});

describe('a receipt', () => {
  test('pays the oldest lines first; what is paid in full is posted, the rest stays open', () => {
    sent();
    must(pay(35_000));
    expect(office.statement()).toMatchObject({ state: 'sent', receivedFen: 35_000 });
    expect(office.statement().lines.map(({ receivedFen, posted }) => [receivedFen, posted])).toEqual([
      [30_000, true],
      [5_000, false],
      [0, false],
    ]);
    expect(office.order('a').finance).toMatchObject({ stage: 'posted', receivedFen: 30_000 });
    expect(office.order('b').finance.stage).toBe('priced');
    expect(balance('money:settlement-transfer')).toBe(35_000);
    expect(balance('clearing:customer-all')).toBe(-5_000);
    must(pay(20_000));
    expect(office.statement().state).toBe('settled');
    expect(office.order('b').finance.receivedFen).toBe(20_000);
    expect(balance('clearing:customer-all')).toBe(0);
    expect(balance('receivable:customer-all')).toBe(0);
  });

  test('pays the lines that were chosen', () => {
    sent();
    must(
      pay(25_000, {
        allocations: [
          { lineId: 'b', amountFen: 20_000 },
          { lineId: 'c', amountFen: 5_000 },
        ],
      }),
    );
    expect(['a', 'b', 'c'].map((id) => office.order(id).finance.stage)).toEqual([
      'priced',
      'posted',
      'posted',
    ]);
  });

  test('of too much needs a reason; the rest stays to the customer’s credit', () => {
    sent();
    expect(pay(56_000)).toBe('difference-unexplained');
    must(pay(56_000, { reason: '客户多付' }));
    expect(office.statement().state).toBe('settled');
    expect(balance('clearing:customer-all')).toBe(-1_000);
  });

  test('is not paid from the surplus of those who pay at once: under that name may be others', () => {
    expect(keepsCredit({ settlement: { cycle: 'per-order' } })).toBe(false);
    expect(keepsCredit({ settlement: { cycle: 'monthly' } })).toBe(true);
    expect(keepsCredit(undefined)).toBe(false);
  });

  test('is paid from what the customer paid too much before, and from no more than that', () => {
    sent('a');
    must(pay(31_000, { reason: '客户多付' }));
    must(office.say('finance', 'open-statement', 'statement-2', { customerId: 'customer-all', period }));
    must(office.say('finance', 'add-to-statement', 'b', { statementId: 'statement-2' }));
    must(office.say('finance', 'send-statement', 'statement-2', {}));
    const fromCredit = (amountFen: number) =>
      office.say('finance', 'receive-payment', 'statement-2', {
        ...{ amountFen, method: 'customer-credit', receivedOn: '2026-04-02' },
      });
    expect(fromCredit(1_001)).toBe('credit-short');
    must(fromCredit(600));
    expect(fromCredit(401)).toBe('credit-short');
    expect(office.statement('statement-2').receivedFen).toBe(600);
    const [before, money] = [balance('clearing:customer-all'), balance('money:settlement-transfer')];
    expect([before, money]).toEqual([-1_000, 31_000]);
    const [over] = office.statement().receipts;
    const back = { receiptId: over?.id ?? '', reason: '退汇' };
    expect(office.say('finance', 'reverse-receipt', statementId, back)).toBe('credit-used');
    const [used] = office.statement('statement-2').receipts;
    must(
      office.say('finance', 'reverse-receipt', 'statement-2', { receiptId: used?.id ?? '', reason: '录错' }),
    );
    must(office.say('finance', 'reverse-receipt', statementId, back));
    expect([balance('clearing:customer-all'), balance('money:settlement-transfer')]).toEqual([0, 0]);
  });

  test('of too little settles with a reason when the rest is waived', () => {
    sent();
    expect(pay(54_900, { waivesRest: true })).toBe('difference-unexplained');
    must(pay(54_900, { waivesRest: true, reason: '尾差' }));
    expect(office.statement()).toMatchObject({ state: 'settled', totalFen: 54_900 });
    expect(balance('receivable:customer-all')).toBe(0);
    expect(balance('revenue:adjustment')).toBe(100);
  });

  test('is reversed with a reason: its orders are open again, and the ledger stands as before', () => {
    sent();
    must(office.say('finance', 'confirm-statement', statementId, {}));
    const before = ['receivable:customer-all', 'clearing:customer-all', 'revenue:adjustment'].map(balance);
    must(pay(54_900, { waivesRest: true, reason: '尾差' }));
    const [receipt] = office.statement().receipts;
    const reversal = { receiptId: receipt?.id ?? '', reason: '银行退汇' };
    must(office.say('finance', 'reverse-receipt', statementId, reversal));
    expect(office.statement()).toMatchObject({ state: 'confirmed', totalFen: 55_000, receivedFen: 0 });
    expect(office.statement().receipts[0]?.reversed?.reason).toBe('银行退汇');
    expect(['a', 'b', 'c'].map((id) => office.order(id).finance.stage)).toEqual([
      'priced',
      'priced',
      'priced',
    ]);
    expect(['receivable:customer-all', 'clearing:customer-all', 'revenue:adjustment'].map(balance)).toEqual(
      before,
    );
    expect(balance('money:settlement-transfer')).toBe(0);
    expect(office.say('finance', 'reverse-receipt', statementId, reversal)).toBe('receipt-not-found');
  });

  test('that is reversed leaves what another one had paid on the same order', () => {
    sent();
    must(pay(10_000));
    must(pay(20_000));
    expect(office.order('a').finance.stage).toBe('posted');
    const [first] = office.statement().receipts;
    must(
      office.say('finance', 'reverse-receipt', statementId, { receiptId: first?.id ?? '', reason: '退汇' }),
    );
    expect(office.statement().lines[0]).toMatchObject({ receivedFen: 20_000, posted: false });
    must(pay(10_000));
    expect(office.order('a').finance).toMatchObject({ stage: 'posted', receivedFen: 30_000 });
  });
});

describe('a dispute', () => {
  test('holds up its line alone, and is settled with an adjustment', () => {
    sent();
    must(dispute());
    expect(office.statement().state).toBe('disputed');
    must(pay(25_000));
    expect(['a', 'b', 'c'].map((id) => office.order(id).finance.stage)).toEqual([
      'priced',
      'posted',
      'posted',
    ]);
    must(settle('a', -5_000));
    expect(office.statement()).toMatchObject({ state: 'sent', totalFen: 50_000 });
    must(pay(25_000));
    expect(office.statement().state).toBe('settled');
    expect(balance('receivable:customer-all')).toBe(0);
  });

  test('takes back the confirmation', () => {
    sent();
    must(office.say('finance', 'confirm-statement', statementId, {}));
    must(dispute());
    must(settle('a'));
    expect(office.statement()).not.toHaveProperty('confirmed');
    expect(office.say('finance', 'confirm-statement', statementId, {})).toBe('applied');
  });
});

const refusals: Readonly<Record<string, () => string>> = {
  'not-permitted': () =>
    office.say('dispatcher', 'open-statement', statementId, { customerId: 'customer-all', period }),
  'statement-not-found': () => office.say('finance', 'add-to-statement', 'a', { statementId: 'none' }),
  'on-statement': () => (draft('a'), office.say('finance', 'add-to-statement', 'a', { statementId })),
  'other-customer': () => {
    pricedOrders(office, { d: 100 }, 'customer-confirms');
    return (draft('a'), office.say('finance', 'add-to-statement', 'd', { statementId }));
  },
  'wrong-statement-state': () => (
    sent('a'),
    office.say('finance', 'remove-from-statement', 'a', { statementId })
  ),
  'statement-empty': () => {
    must(office.say('finance', 'open-statement', statementId, { customerId: 'customer-all', period }));
    return office.say('finance', 'send-statement', statementId, {});
  },
  'line-not-found': () => (draft('a'), office.say('finance', 'remove-from-statement', 'b', { statementId })),
  'dispute-open': () => (
    sent('a'),
    must(dispute()),
    office.say('finance', 'confirm-statement', statementId, {})
  ),
  'no-dispute': () => (sent('a'), settle('a')),
  'money-received': () => {
    sent('a');
    must(pay(1));
    return office.say('finance', 'reopen-statement', statementId, { reason: 'x' });
  },
  'credit-short': () => (sent('a'), pay(1, { method: 'customer-credit' })),
  'credit-used': () => {
    sent('a');
    must(pay(31_000, { reason: 'x' }));
    const receiptId = office.statement().receipts[0]?.id ?? '';
    must(office.say('finance', 'open-statement', 'statement-2', { customerId: 'customer-all', period }));
    must(office.say('finance', 'add-to-statement', 'b', { statementId: 'statement-2' }));
    must(office.say('finance', 'send-statement', 'statement-2', {}));
    const used = { amountFen: 1, method: 'customer-credit', receivedOn: '2026-04-02' };
    must(office.say('finance', 'receive-payment', 'statement-2', used));
    return office.say('finance', 'reverse-receipt', statementId, { receiptId, reason: 'x' });
  },
  'receipt-not-found': () => (
    sent('a'),
    office.say('finance', 'reverse-receipt', statementId, { receiptId: 'none', reason: 'x' })
  ),
  'allocation-wrong': () => (sent('a'), pay(40_000, { allocations: [{ lineId: 'a', amountFen: 30_001 }] })),
  'adjustment-wrong': () => (
    draft('a'),
    office.say('finance', 'adjust-line', statementId, { lineId: 'a', amountFen: -30_001, reason: 'x' })
  ),
  'statement-changed': () => {
    sent('a', 'b');
    const seenEntryId = office.statement().history.at(-1)?.id ?? '';
    must(dispute('a'));
    return office.say('finance', 'dispute-line', statementId, { lineId: 'b', reason: 'x', seenEntryId });
  },
  'amount-changed': () => (draft('a'), office.say('finance', 'send-statement', statementId, { seenFen: 1 })),
  'wrong-finance-stage': () => {
    must(office.say('finance', 'reverse-finance', 'a', { reason: 'x' }));
    must(office.say('finance', 'open-statement', statementId, { customerId: 'customer-all', period }));
    return office.say('finance', 'add-to-statement', 'a', { statementId });
  },
};

describe('a discarded draft', () => {
  test('gives its orders back as they were, and keeps its number and its history', () => {
    draft('a', 'b');
    const adjustment = { lineId: 'a', amountFen: -2_000, reason: '优惠' };
    must(office.say('finance', 'adjust-line', statementId, adjustment));
    must(office.say('finance', 'discard-statement', statementId, { reason: '选错账期' }));
    expect(office.statement()).toMatchObject({ state: 'discarded', number: '202603-01', lines: [] });
    expect(office.statement().history.at(-1)).toMatchObject({
      ...{ type: 'discard-statement', reason: '选错账期', amountFen: 48_000 },
    });
    expect([balance('revenue:adjustment'), balance('receivable:customer-all')]).toEqual([0, 55_000]);
    expect(office.order('a').finance).toMatchObject({ stage: 'priced', amountFen: 30_000 });
    draftOf(office, ['a', 'b'], 'statement-2');
    expect(office.statement('statement-2').totalFen).toBe(50_000);
  });

  test('is one for good, whether it had orders or not', () => {
    must(office.say('finance', 'open-statement', statementId, { customerId: 'customer-all', period }));
    must(office.say('finance', 'discard-statement', statementId, {}));
    expect(office.say('finance', 'add-to-statement', 'a', { statementId })).toBe('wrong-statement-state');
    expect(office.say('finance', 'discard-statement', statementId, {})).toBe('wrong-statement-state');
  });

  test('was no statement that a customer has', () => {
    sent('a');
    expect(office.say('finance', 'discard-statement', statementId, {})).toBe('wrong-statement-state');
    expect(office.say('clerk', 'discard-statement', statementId, {})).toBe('not-permitted');
  });
});

describe('is refused', () => {
  test.each(Object.entries(refusals))('with %s', (code, say) => {
    expect(say()).toBe(code);
  });

  test('an order on a statement to be posted or, once it was sent, taken back by itself', () => {
    const back = () => office.say('finance', 'reverse-finance', 'a', { reason: 'x' });
    const post = () =>
      office.say('finance', 'post-payment', 'a', { receivedFen: 30_000, method: 'settlement-cash' });
    draft('a');
    expect(post()).toBe('on-statement');
    must(office.say('finance', 'send-statement', statementId, {}));
    expect([post(), back()]).toEqual(['on-statement', 'on-statement']);
    must(office.say('finance', 'reopen-statement', statementId, { reason: 'x' }));
    expect(back()).toBe('applied');
  });

  test('more orders than a statement holds', () => {
    pricedOrders(
      office,
      Object.fromEntries(Array.from({ length: mostLines + 1 }, (_, index) => [`o${index}`, 1])),
    );
    const ids = Array.from({ length: mostLines }, (_, index) => `o${index}`);
    draftOf(office, ids);
    expect(office.say('finance', 'add-to-statement', `o${mostLines}`, { statementId })).toBe(
      'statement-full',
    );
  });
});
