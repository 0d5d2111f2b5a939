// 錄單核單 → 核價對賬 → 入賬核銷, forward by two different people and back one stage at a time.
import { describe, expect, test } from 'vitest';
import {
  approved,
  continued,
  created,
  findIn,
  judge,
  line,
  personOf,
  posted,
  priced,
  rejectionOf,
  reversed,
  told,
  verified,
  wayTo,
  type Line,
} from '../setup/rules.ts';
import { sumFen } from '#schemas/core/money.ts';
import type { CatalogItem } from '#schemas/catalog/catalog.ts';
import { postingOf } from '#schemas/finance/ledger.ts';
import { ruleSwitched } from '#schemas/finance/rules.ts';
import { orderStatuses, type Order } from '#schemas/orders/order.ts';
import type { Actor } from '#schemas/staff/permissions.ts';

const completedOrder = told(...wayTo.completed);
const tow = { item: 'price-item-tow-start', quantity: 1, unitFen: 30_000, amountFen: 30_000 };
const discount = { item: 'price-item-other', quantity: 1, unitFen: -2_000, amountFen: -2_000 };

const verify = (changed: Partial<typeof priced>) => line('finance', 'verify', { ...priced, ...changed });
const codeOf = (order: Order, next: Line) => rejectionOf(judge(order, next)).code;

function postingAfter(order: Order, next: Line) {
  const decision = judge(order, next);
  return decision.ok ? decision.value.flatMap((event) => postingOf(order, event)) : [];
}

describe('finance', () => {
  test('goes forward by verify, approve and post, and remembers who did what', () => {
    expect(continued(completedOrder, verified, approved, posted).finance).toEqual({
      stage: 'posted',
      lines: [],
      amountFen: 28_000,
      receivedFen: 28_000,
      method: 'settlement-cash',
      verifiedBy: 'staff-finance',
      approvedBy: 'staff-finance2',
      postedBy: 'staff-finance',
    });
  });

  test('goes back one stage at a time, to what stood there', () => {
    const one = continued(completedOrder, verified);
    const two = continued(one, approved);
    const three = continued(two, posted);
    expect(continued(three, reversed).finance).toEqual(two.finance);
    expect(continued(three, reversed, reversed).finance).toEqual(one.finance);
    expect(continued(three, reversed, reversed, reversed).finance).toEqual({
      stage: 'unverified',
      ...priced,
    });
    expect(codeOf(continued(one, reversed), reversed)).toBe('wrong-finance-stage');
  });

  test('skips no stage and repeats none', () => {
    const at = [
      completedOrder,
      continued(completedOrder, verified),
      continued(completedOrder, verified, approved),
      continued(completedOrder, verified, approved, posted),
    ];
    const accepted = at.map((order) =>
      [verified, approved, posted, reversed].map((next) => judge(order, next).ok),
    );
    expect(accepted).toEqual([
      [true, false, false, false],
      [false, true, false, true],
      [false, false, true, true],
      [false, false, false, true],
    ]);
  });

  test.each(orderStatuses)('of an order that is %s', (status) => {
    const decision = judge(told(...wayTo[status]), verified);
    if (status === 'completed' || status === 'empty-run') expect(decision.ok).toBe(true);
    else expect(rejectionOf(decision).code).toBe('order-not-closed');
  });

  test('leaves the status as it is', () => {
    const order = continued(completedOrder, verified, approved, posted, reversed);
    expect(order).toMatchObject({ status: 'completed', result: 'success', attention: [] });
    expect(
      order.timeline.slice(3).map(({ type, amountFen, receivedFen }) => [type, amountFen, receivedFen]),
    ).toEqual([
      ['verify', 30_000, undefined],
      ['approve-price', 28_000, undefined],
      ['post-payment', undefined, 28_000],
      ['reverse-finance', undefined, undefined],
    ]);
  });
});

describe('verifying', () => {
  test('takes lines that add up, discounts included', () => {
    const order = continued(completedOrder, verify({ lines: [tow, discount], amountFen: 28_000 }));
    expect(order.finance).toMatchObject({ stage: 'verified', amountFen: 28_000, lines: [tow, discount] });
  });

  test('refuses lines that do not add up, by a single fen', () => {
    expect(rejectionOf(judge(completedOrder, verify({ lines: [tow], amountFen: 30_001 })))).toEqual({
      code: 'amount-mismatch',
      detail: 'lines 30000 fen, amount 30001 fen',
    });
  });

  test('takes an amount without lines, as agreed by telephone', () => {
    expect(judge(completedOrder, verify({ lines: [], amountFen: 1 })).ok).toBe(true);
    expect(judge(completedOrder, verify({ lines: [], amountFen: 0 })).ok).toBe(true);
  });

  test('refuses items that are no price items and methods that are none', () => {
    const service = { ...tow, item: 'service-tow' };
    expect(codeOf(completedOrder, verify({ lines: [service], amountFen: 30_000 }))).toBe('unknown-reference');
    expect(codeOf(completedOrder, verify({ method: 'price-item-other' }))).toBe('unknown-reference');
  });
});

describe('approving', () => {
  const others = { lines: [tow], amountFen: 30_000, note: '不给优惠' };
  const withDiscount = continued(completedOrder, verify({ lines: [tow, discount], amountFen: 28_000 }));

  test('takes other lines, remembers the verified ones, and gives them back', () => {
    const order = continued(withDiscount, line('finance2', 'approve-price', others));
    expect(order.finance).toMatchObject({
      ...{ stage: 'priced', amountFen: 30_000, lines: [tow], verifiedLines: [tow, discount] },
    });
    expect(order.timeline.at(-1)).not.toHaveProperty('lines');
    expect(continued(order, reversed).finance).toEqual(withDiscount.finance);
  });

  test('takes lines also where an amount was verified without', () => {
    const byTelephone = continued(completedOrder, verify({ lines: [], amountFen: 28_000 }));
    const order = continued(byTelephone, line('finance2', 'approve-price', others));
    expect(order.finance).toMatchObject({ lines: [tow], verifiedLines: [] });
    expect(continued(order, reversed).finance).toEqual(byTelephone.finance);
  });

  test('refuses lines that do not add up or name no price item', () => {
    const approve = (changed: object) => line('finance2', 'approve-price', { ...others, ...changed });
    expect(codeOf(withDiscount, approve({ amountFen: 28_000 }))).toBe('amount-mismatch');
    const service = { ...tow, item: 'service-tow' };
    expect(codeOf(withDiscount, approve({ lines: [service] }))).toBe('unknown-reference');
  });

  test('is for another person than the one who verified', () => {
    const order = continued(completedOrder, verified);
    const self = line('finance', 'approve-price', { amountFen: 30_000 });
    expect(rejectionOf(judge(order, self))).toEqual({ code: 'same-person' });
    expect(judge(order, approved).ok).toBe(true);
  });

  describe('where the company switched that rule off', () => {
    const self = line('finance', 'approve-price', { amountFen: 30_000 });
    const order = continued(completedOrder, verified);
    const ruled = (document: CatalogItem) => ({ find: findIn([{ collection: 'catalog', document }]) });
    const off = ruleSwitched(undefined, false, '复核');

    test('is for the same person too', () => {
      expect(judge(order, self, ruled(off)).ok).toBe(true);
      expect(judge(order, approved, ruled(off)).ok).toBe(true);
    });

    test('is for another one again once it is on', () => {
      expect(rejectionOf(judge(order, self, ruled(ruleSwitched(off, true, '复核')))).code).toBe(
        'same-person',
      );
    });

    test('is not opened by another document with that id', () => {
      const other = { ...off, type: 'reason' as const };
      expect(rejectionOf(judge(order, self, ruled(other))).code).toBe('same-person');
    });
  });

  test('is refused where the amount is not the one that was seen any more', () => {
    const order = continued(completedOrder, verified);
    const seeing = (seenFen: number) => line('finance2', 'approve-price', { amountFen: 30_000, seenFen });
    expect(rejectionOf(judge(order, seeing(29_999)))).toEqual({
      code: 'amount-changed',
      detail: 'amount 30000 fen, seen 29999 fen',
    });
    expect(judge(order, seeing(30_000)).ok).toBe(true);
  });

  test('stays closed to the one who verified after it was reversed', () => {
    const order = continued(completedOrder, verified, approved, reversed);
    expect(codeOf(order, line('finance', 'approve-price', { amountFen: 1 }))).toBe('same-person');
  });

  test('opens to the one who verified first when somebody else verifies anew', () => {
    const anew = line('finance2', 'verify', priced);
    const order = continued(completedOrder, verified, approved, reversed, reversed, anew);
    expect(codeOf(order, approved)).toBe('same-person');
    expect(judge(order, line('finance', 'approve-price', { amountFen: 1 })).ok).toBe(true);
  });
});

const driverOfOutlet2: Actor = {
  ...personOf('driver1'),
  outletIds: ['outlet-2'],
  permissions: ['orders.view', 'jobs.work', 'finance.verify'],
};

describe('who may', () => {
  test.each(['clerk', 'dispatcher'] as const)('not %s', (who) => {
    expect(codeOf(completedOrder, line(who, 'verify', priced))).toBe('not-permitted');
    expect(codeOf(completedOrder, line(who, 'reverse-finance', { reason: 'x' }))).toBe('not-permitted');
  });

  test('not the driver of the order, and not those who cannot see it', () => {
    expect(codeOf(completedOrder, line('driver1', 'verify', priced))).toBe('not-permitted');
    expect(codeOf(completedOrder, line('driver2', 'verify', priced))).toBe('order-not-found');
    expect(codeOf(completedOrder, line('dispatcher2', 'verify', priced))).toBe('order-not-found');
  });

  test('not a driver of another outlet who may verify at his own', () => {
    expect(rejectionOf(judge(completedOrder, verified, { actor: driverOfOutlet2 })).code).toBe(
      'not-permitted',
    );
  });
});

describe('the ledger', () => {
  const owed = continued(completedOrder, verified, approved);
  const paid = continued(owed, posted);

  test('knows nothing of an order until its price is approved', () => {
    expect(postingAfter(completedOrder, verified)).toEqual([]);
    expect(postingAfter(continued(completedOrder, verified), reversed)).toEqual([]);
    expect(postingAfter(told(created), wayTo.dispatched[1] ?? created)).toEqual([]);
  });

  test('takes the approved price as owed by the customer', () => {
    expect(postingAfter(continued(completedOrder, verified), approved)).toEqual([
      { account: 'receivable:customer-all', amountFen: 28_000 },
      { account: 'revenue:rescue', amountFen: -28_000 },
    ]);
  });

  test('turns into money what was received, no more', () => {
    const part = line('finance', 'post-payment', { receivedFen: 8_000, method: 'settlement-cash' });
    expect(postingAfter(owed, part)).toEqual([
      { account: 'money:settlement-cash', amountFen: 8_000 },
      { account: 'receivable:customer-all', amountFen: -8_000 },
    ]);
  });

  test('corrects by the opposite posting', () => {
    expect(postingAfter(paid, reversed)).toEqual([
      { account: 'receivable:customer-all', amountFen: 28_000 },
      { account: 'money:settlement-cash', amountFen: -28_000 },
    ]);
    expect(postingAfter(owed, reversed)).toEqual([
      { account: 'revenue:rescue', amountFen: 28_000 },
      { account: 'receivable:customer-all', amountFen: -28_000 },
    ]);
  });

  test('holds no empty postings', () => {
    const free = line('finance2', 'approve-price', { amountFen: 0 });
    const order = continued(completedOrder, verified);
    expect(postingAfter(order, free)).toEqual([]);
    expect(postingAfter(continued(order, free), reversed)).toEqual([]);
  });
});

describe('what is settled after posting', () => {
  const owed = continued(completedOrder, verified, approved);
  const pay = (receivedFen: number) =>
    line('finance', 'post-payment', { receivedFen, method: 'settlement-cash', note: '先付一部分' });
  const settle = (receivedFen: number, seenReceivedFen: number, more: { note?: string } = {}) =>
    line('finance', 'settle-rest', {
      ...{ receivedFen, seenReceivedFen, method: 'settlement-monthly' },
      ...more,
    });
  const short = continued(owed, pay(20_000));
  const over = continued(owed, pay(30_000));

  test('is the rest of a short payment, in parts, each by its own method', () => {
    const some = continued(short, settle(5_000, 20_000, { note: '再付一部分' }));
    expect(some.finance).toMatchObject({ stage: 'posted', receivedFen: 25_000, method: 'settlement-cash' });
    expect(postingAfter(some, settle(3_000, 25_000))).toEqual([
      { account: 'money:settlement-monthly', amountFen: 3_000 },
      { account: 'receivable:customer-all', amountFen: -3_000 },
    ]);
    expect(continued(some, settle(3_000, 25_000)).finance.receivedFen).toBe(28_000);
  });

  test('or what goes back of an over-payment', () => {
    expect(postingAfter(over, settle(-2_000, 30_000))).toEqual([
      { account: 'money:settlement-monthly', amountFen: -2_000 },
      { account: 'receivable:customer-all', amountFen: 2_000 },
    ]);
    expect(continued(over, settle(-2_000, 30_000)).finance.receivedFen).toBe(28_000);
  });

  test('goes back with the payment, all of it', () => {
    const settled = continued(short, settle(8_000, 20_000));
    expect(sumFen(postingAfter(settled, reversed).map(({ amountFen }) => amountFen))).toBe(0);
    expect(postingAfter(settled, reversed)).toEqual(
      expect.arrayContaining([
        { account: 'money:settlement-monthly', amountFen: -8_000 },
        { account: 'money:settlement-cash', amountFen: -20_000 },
      ]),
    );
    const { finance } = continued(settled, reversed);
    expect([finance.stage, finance.receivedFen, finance.rests]).toEqual(['priced', undefined, undefined]);
  });

  test.each([
    ['the customer', { customerId: 'customer-confirms' }, { customerId: 'customer-all' }],
    ['the price', { amountFen: 27_000 }, { amountFen: 28_000 }],
  ])('stays what it was when %s is repaired, the driver’s cash too', (_what, patch, base) => {
    const completed = line('driver1', 'complete', {
      ...{ collectedFen: 50_000, collectedMethod: 'settlement-cash' },
    });
    const paid = continued(told(...wayTo.working, completed), verified, approved, pay(50_000));
    const settled = continued(paid, settle(-22_000, 50_000));
    expect(settled.finance.taken).toEqual({ takenFen: 50_000, paysFen: 50_000 });
    const repair = line('admin', 'repair-finance', { patch, base, reason: '录错' });
    const { finance } = continued(settled, repair);
    expect([finance.taken, finance.rests, finance.receivedFen]).toEqual([
      settled.finance.taken,
      settled.finance.rests,
      28_000,
    ]);
  });

  test.each([
    ['nothing where nothing is open', continued(owed, pay(28_000)), settle(1, 28_000), 'nothing-open'],
    ['no money back while it is owed', short, settle(-1, 20_000, { note: 'x' }), 'nothing-open'],
    ['no more back than was too much', over, settle(-2_001, 30_000, { note: 'x' }), 'nothing-open'],
    ['nothing more of what is over', over, settle(1, 30_000, { note: 'x' }), 'nothing-open'],
    ['no other amount without a reason', short, settle(7_000, 20_000), 'difference-unexplained'],
    ['nothing on what was seen before', short, settle(8_000, 19_000), 'amount-changed'],
    ['nothing before it is posted', owed, settle(8_000, 0), 'wrong-finance-stage'],
  ])('is %s', (_what, order, said, code) => expect(codeOf(order, said)).toBe(code));
});
