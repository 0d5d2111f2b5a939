// Drivers' cash: who may count it, what is refused, and what stands on the order afterwards.
import { beforeEach, describe, expect, test } from 'vitest';
import { continued, line, redispatched, repair, told, wayTo, type Person } from '../setup/rules.ts';
import { creation } from '../setup/company.ts';
import { createOffice, must, type Office } from '../setup/statements.ts';
import { heldOf } from '#schemas/finance/cash/cash.ts';
import type { CommandPayload } from '#schemas/orders/commands.ts';
import type { Order } from '#schemas/orders/order.ts';

const driverId = 'staff-driver1';
const method = 'settlement-cash';

function collect(office: Office, id: string, collectedFen: number, collectedMethod?: string): void {
  must(office.say('clerk', 'create-order', id, creation()));
  must(office.say('dispatcher', 'dispatch', id, { vehicleId: 'vehicle-1', driverId }));
  const paid = { collectedFen, ...(collectedMethod && { collectedMethod }) };
  must(office.say('driver1', 'complete', id, paid));
}

const count = (
  office: Office,
  orderIds: string[],
  expectedFen: number,
  more: Partial<CommandPayload<'count-cash'>> = {},
  { who = 'finance', id = 'handover-1' }: { who?: Person; id?: string } = {},
) =>
  office.say(who, 'count-cash', id, {
    ...{ driverId, orderIds, expectedFen, countedFen: expectedFen, method },
    ...more,
  });

const held = ({ cash }: Order) => (cash ? heldOf(cash) : 0);

function balances(office: Office): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const { account, amountFen } of office.postings.flat())
    sums[account] = (sums[account] ?? 0) + amountFen;
  return Object.fromEntries(Object.entries(sums).filter(([, fen]) => fen !== 0));
}

describe('cash that a driver took', () => {
  const completion = (more: CommandPayload<'complete'>) =>
    continued(told(...wayTo.working), line('driver1', 'complete', more));

  test('is held by him, unless it came by another way', () => {
    expect(completion({ collectedFen: 20_000 }).cash).toEqual({
      ...{ driverId, collectedFen: 20_000, handovers: [] },
    });
    expect(completion({ collectedFen: 20_000, collectedMethod: 'settlement-cash' }).cash).toBeDefined();
    expect(completion({ collectedFen: 20_000, collectedMethod: 'settlement-wechat' }).cash).toBeUndefined();
    expect(completion({ collectedFen: 0 }).cash).toBeUndefined();
  });

  test('is held by the assigned driver when the office completes the order for him', () => {
    const order = continued(told(...wayTo.working), line('dispatcher', 'complete', { collectedFen: 5_000 }));
    expect(order.cash).toMatchObject({ driverId, collectedFen: 5_000 });
  });

  describe('stays with him when another driver completes the order after him', () => {
    const reopened = continued(
      completion({ collectedFen: 20_000 }),
      repair({ status: 'working' }, { status: 'completed' }),
      line('dispatcher', 'recall', {}),
      redispatched,
    );
    const afterwards = (collectedFen: number) =>
      continued(reopened, line('driver2', 'complete', { collectedFen }));

    test('without any', () => {
      expect(afterwards(0).cash).toMatchObject({ driverId, collectedFen: 20_000 });
      expect(afterwards(0).attention).toEqual([]);
    });

    test('with some, which a person looks at', () => {
      expect(afterwards(30_000).cash).toMatchObject({ driverId, collectedFen: 20_000 });
      expect(afterwards(30_000).attention).toMatchObject([{ code: 'cash-differs' }]);
    });

    test('and is not taken from the other by what he reports late', () => {
      const taken = continued(
        told(...wayTo.working),
        redispatched,
        line('driver2', 'complete', { collectedFen: 80_000 }),
        line('driver1', 'complete', { collectedFen: 0 }),
      );
      expect(taken.cash).toMatchObject({ driverId: 'staff-driver2', collectedFen: 80_000 });
    });
  });

  test('follows a repair of the amount and of who drove', () => {
    const order = completion({ collectedFen: 20_000 });
    const less = continued(order, repair({ collectedFen: 18_000 }, { collectedFen: 20_000 }));
    expect(less.cash).toMatchObject({ driverId, collectedFen: 18_000 });
    const assignment = { vehicleId: 'vehicle-1', driverId: 'staff-driver2' };
    const other = continued(less, repair({ assignment }, { assignment: less.assignment }));
    expect(other.cash).toMatchObject({ driverId: 'staff-driver2', collectedFen: 18_000 });
  });
});

describe('a handover', () => {
  let office: Office;
  beforeEach(() => {
    office = createOffice();
    collect(office, 'o-1', 20_000);
    collect(office, 'o-2', 15_000);
  });

  test('settles what the driver holds, and puts the money into the till', () => {
    expect(count(office, ['o-1', 'o-2'], 35_000)).toBe('applied');
    expect(held(office.order('o-1'))).toBe(0);
    expect(office.order('o-1').cash?.handovers).toMatchObject([
      { id: 'handover-1', fen: 20_000, expectedFen: 35_000, countedFen: 35_000, by: 'staff-finance' },
    ]);
    expect(balances(office)).toEqual({ 'money:settlement-cash': 35_000, 'collected:unposted': -35_000 });
  });

  test('that is short or over needs a reason, and books the difference on the driver', () => {
    expect(count(office, ['o-1'], 20_000, { countedFen: 19_000 })).toBe('difference-unexplained');
    expect(count(office, ['o-1'], 20_000, { countedFen: 19_000, reason: '少一张' })).toBe('applied');
    expect(balances(office)).toMatchObject({
      'driver:staff-driver1': 15_000,
      'money:settlement-cash': 19_000,
      'difference:staff-driver1': 1_000,
    });
  });

  test('is of cash that is still held, in the amount that was seen, of one driver', () => {
    expect(count(office, ['o-1'], 19_999)).toBe('amount-changed');
    expect(count(office, ['o-1', 'o-1'], 40_000)).toBe('order-not-found');
    expect(count(office, ['o-none'], 1)).toBe('order-not-found');
    expect(count(office, ['o-1'], 20_000, { driverId: 'staff-driver2' })).toBe('cash-counted');
    expect(count(office, ['o-1'], 20_000, { method: 'service-tow' })).toBe('unknown-reference');
    must(count(office, ['o-1'], 20_000));
    expect(count(office, ['o-2'], 15_000)).toBe('handover-exists');
    expect(count(office, ['o-1', 'o-2'], 15_000, {}, { id: 'handover-2' })).toBe('cash-counted');
  });

  test('is counted and reversed by finance alone', () => {
    for (const who of ['driver1', 'dispatcher', 'clerk', 'nobody'] as const)
      expect(count(office, ['o-1'], 20_000, {}, { who })).toBe('not-permitted');
    must(count(office, ['o-1'], 20_000));
    expect(office.say('dispatcher', 'reverse-cash-count', 'handover-1', { reason: 'x' })).toBe(
      'not-permitted',
    );
  });

  test('is taken back as a whole, once, and can be counted again', () => {
    must(count(office, ['o-1', 'o-2'], 35_000, { countedFen: 36_000, reason: '多给' }));
    const reverse = () => office.say('admin', 'reverse-cash-count', 'handover-1', { reason: '点错' });
    expect(reverse()).toBe('applied');
    expect(reverse()).toBe('handover-not-found');
    expect(office.say('admin', 'reverse-cash-count', 'handover-9', { reason: 'x' })).toBe(
      'handover-not-found',
    );
    expect(held(office.order('o-2'))).toBe(15_000);
    expect(office.order('o-1').cash?.handovers[0]?.reversed).toMatchObject({ reason: '点错' });
    expect(balances(office)).toEqual({ 'driver:staff-driver1': 35_000, 'collected:unposted': -35_000 });
    expect(count(office, ['o-1', 'o-2'], 35_000, {}, { id: 'handover-2' })).toBe('applied');
  });

  test('is not undone by a lower report, which a person looks at', () => {
    must(count(office, ['o-1'], 20_000));
    must(office.say('driver1', 'complete', 'o-1', { collectedFen: 0 }));
    expect(office.order('o-1').attention).toHaveLength(1);
    expect(held(office.order('o-1'))).toBe(0);
    expect(office.order('o-1').cash?.collectedFen).toBe(20_000);
  });

  test('is settled again when the driver corrects himself later', () => {
    must(count(office, ['o-1'], 20_000));
    must(office.say('driver1', 'complete', 'o-1', { collectedFen: 22_000 }));
    expect(held(office.order('o-1'))).toBe(2_000);
    must(count(office, ['o-1'], 2_000, {}, { id: 'handover-2' }));
    expect(balances(office)).toMatchObject({ 'money:settlement-cash': 22_000 });
  });
});

describe('posting an order whose driver took cash', () => {
  function posted(receivedFen: number, by: string): Record<string, number> {
    const office = createOffice();
    collect(office, 'o-1', 20_000);
    must(count(office, ['o-1'], 20_000));
    must(office.say('finance', 'verify', 'o-1', { lines: [], amountFen: 20_000, method: by }));
    must(office.say('finance2', 'approve-price', 'o-1', { amountFen: 20_000 }));
    must(office.say('finance', 'post-payment', 'o-1', { receivedFen, method: by }));
    const before = balances(office);
    must(office.say('finance', 'reverse-finance', 'o-1', { reason: 'x' }));
    expect(balances(office)).toMatchObject({ 'collected:unposted': -20_000 });
    return before;
  }

  test('by cash books the money once', () => {
    expect(posted(20_000, 'settlement-cash')).toEqual({
      ...{ 'money:settlement-cash': 20_000, 'revenue:rescue': -20_000 },
    });
  });

  test('leaves what was too much to the customer’s credit, and takes what is missing from the till', () => {
    expect(posted(18_000, 'settlement-cash')).toMatchObject({ 'clearing:customer-all': -2_000 });
    expect(posted(23_000, 'settlement-cash')).toMatchObject({ 'money:settlement-cash': 23_000 });
  });

  test('by another method leaves the cash to the customer’s credit', () => {
    expect(posted(20_000, 'settlement-transfer')).toEqual({
      ...{ 'money:settlement-cash': 20_000, 'money:settlement-transfer': 20_000 },
      ...{ 'revenue:rescue': -20_000, 'clearing:customer-all': -20_000 },
    });
  });
});
