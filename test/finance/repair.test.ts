// 財務數據修復: what may be corrected when, and that the books then say what they should have said.
import { beforeEach, describe, expect, test } from 'vitest';
import {
  approved,
  continued,
  judge,
  line,
  posted,
  rejectionOf,
  told,
  verified,
  wayTo,
  type Person,
} from '../setup/rules.ts';
import { createOffice, draftOf, must, pricedOrders, type Office } from '../setup/statements.ts';
import type { CommandPayload } from '#schemas/orders/commands.ts';
import { bookingsOf, currentFinance, entryDates, type FinancePatch } from '#schemas/finance/repair.ts';
import { evolve } from '#schemas/orders/evolve.ts';
import type { Order } from '#schemas/orders/order.ts';

const method = 'settlement-transfer';
type More = Partial<CommandPayload<'repair-finance'>>;

const baseOf = (order: Order, patch: FinancePatch) =>
  Object.fromEntries(
    (Object.keys(patch) as (keyof FinancePatch)[]).map((field) => [field, currentFinance(order, field)]),
  );

describe('a repair of finance', () => {
  let office: Office;
  beforeEach(() => {
    office = createOffice();
    pricedOrders(office, { 'o-1': 20_000, 'o-2': 5_000 });
    must(office.say('finance', 'post-payment', 'o-1', { receivedFen: 20_000, method }));
  });

  const repair = (patch: FinancePatch, id = 'o-1', more: More = {}, who: Person = 'finance') =>
    office.say(who, 'repair-finance', id, {
      ...{ patch, base: baseOf(office.order(id), patch), reason: '记错' },
      ...more,
    });

  function balances(): Record<string, number> {
    const sums: Record<string, number> = {};
    for (const { account, amountFen } of office.postings.flat())
      sums[account] = (sums[account] ?? 0) + amountFen;
    return Object.fromEntries(Object.entries(sums).filter(([, fen]) => fen !== 0));
  }

  test('moves money that was booked by the wrong method', () => {
    expect(repair({ method: 'settlement-cash' })).toBe('applied');
    expect(office.order('o-1').finance).toMatchObject({ stage: 'posted', method: 'settlement-cash' });
    expect(balances()).toMatchObject({ 'money:settlement-cash': 20_000 });
    expect(balances()).not.toHaveProperty(`money:${method}`);
  });

  test('corrects the amount received, and the price of what is not paid yet', () => {
    expect(repair({ receivedFen: 18_000 })).toBe('applied');
    expect(repair({ amountFen: 6_000 }, 'o-2', {}, 'finance2')).toBe('applied');
    expect(balances()).toEqual({
      ...{ [`money:${method}`]: 18_000, 'revenue:rescue': -26_000, 'receivable:customer-all': 8_000 },
    });
  });

  test('of a price is for another person than who verified it, and of the rest for both', () => {
    expect(repair({ amountFen: 90_000 })).toBe('same-person');
    expect(repair({ amountFen: 90_000, receivedFen: 1 })).toBe('same-person');
    expect(repair({ receivedFen: 19_000 })).toBe('applied');
    expect(repair({ amountFen: 19_000 }, 'o-1', {}, 'finance2')).toBe('applied');
  });

  test('moves what is owed and paid to the right customer', () => {
    expect(repair({ customerId: 'customer-confirms' }, 'o-2')).toBe('applied');
    expect(office.order('o-2').customerId).toBe('customer-confirms');
    expect(balances()).toMatchObject({ 'receivable:customer-confirms': 5_000 });
    expect(balances()).not.toHaveProperty('receivable:customer-all');
  });

  test('opens a posted order again in one step', () => {
    expect(repair({ stage: 'unverified' })).toBe('applied');
    expect(office.order('o-1').finance.stage).toBe('unverified');
    expect(balances()).toEqual({ 'revenue:rescue': -5_000, 'receivable:customer-all': 5_000 });
  });

  test('keeps what stood there, with who and why', () => {
    must(repair({ method: 'settlement-cash', receivedFen: 19_000 }));
    expect(office.order('o-1').timeline.at(-1)).toMatchObject({
      ...{ type: 'repair-finance', by: 'staff-finance', reason: '记错' },
      changes: [
        { field: 'receivedFen', before: 20_000, after: 19_000 },
        { field: 'method', before: method, after: 'settlement-cash' },
      ],
    });
  });

  test('is refused where it cannot be, and says why', () => {
    expect(repair({ method })).toBe('nothing-to-repair');
    expect(repair({ method: 'service-tow' })).toBe('unknown-reference');
    expect(repair({ customerId: 'customer-none' })).toBe('unknown-reference');
    expect(repair({ receivedFen: 1 }, 'o-2')).toBe('wrong-finance-stage');
    expect(repair({ stage: 'priced' }, 'o-2')).toBe('nothing-to-repair');
    expect(repair({ stage: 'verified', amountFen: 1 })).toBe('wrong-finance-stage');
    expect(repair({ receivedFen: 1 }, 'o-1', { base: { receivedFen: 1 } })).toBe('edit-conflict');
    expect(repair({ receivedFen: 1 }, 'o-1', {}, 'dispatcher')).toBe('not-permitted');
  });

  test('waits until the order is off its statement', () => {
    draftOf(office, ['o-2']);
    expect(repair({ amountFen: 1 }, 'o-2', {}, 'finance2')).toBe('on-statement');
    must(office.say('finance', 'remove-from-statement', 'o-2', { statementId: 'statement-1' }));
    expect(repair({ amountFen: 1 }, 'o-2', {}, 'finance2')).toBe('applied');
  });
});

describe('the month of a repair', () => {
  const order = continued(told(...wayTo.completed), verified, approved, posted);
  const [recorded, later] = ['2026-03-01T08:00:05.000Z', '2026-04-02T08:00:00.000Z'];
  const wanted = (into: 'same-month' | 'open-month') => {
    const patch = { method: 'settlement-transfer' };
    return line('finance', 'repair-finance', { patch, base: baseOf(order, patch), reason: '记错', into });
  };
  function bookings(into: 'same-month' | 'open-month', closedUntil: string | null) {
    const decision = judge(order, wanted(into), { now: later, closedUntil });
    if (!decision.ok) return decision.error.code;
    const [event] = decision.value;
    if (!event) throw new Error('Nothing was decided');
    return bookingsOf(order, event, evolve(order, event)).map(({ date }) => date);
  }

  test('is that of the entry that was wrong, as long as it is open', () => {
    expect(bookings('same-month', null)).toEqual([recorded, recorded]);
    expect(bookings('same-month', '2026-03-01T00:00:00Z')).toEqual([recorded, recorded]);
    expect(bookings('same-month', '2026-04-01T00:00:00Z')).toBe('month-closed');
    expect(rejectionOf(judge(order, wanted('same-month'), { closedUntil: later })).detail).toBe(recorded);
  });

  test('is the open one where that is wanted, also for what is repaired after it', () => {
    expect(bookings('open-month', '2026-04-01T00:00:00Z')).toEqual([undefined, undefined]);
    const decision = judge(order, wanted('open-month'), { now: later });
    const [event] = decision.ok ? decision.value : [];
    if (!event) throw new Error('Nothing was decided');
    expect(entryDates(evolve(order, event))).toEqual({ price: recorded, payment: later });
  });
});
