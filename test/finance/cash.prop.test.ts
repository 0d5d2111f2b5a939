// Drivers' cash over any coming and going: every posting balances, and what the ledger says a driver holds is what his
// orders say.
import { describe, expect, test } from 'vitest';
import { fc } from '../setup/rules.ts';
import { creation } from '../setup/company.ts';
import { createOffice, must, type Office } from '../setup/statements.ts';
import { sumFen, totalFen } from '#schemas/core/money.ts';
import { heldOf } from '#schemas/finance/cash/cash.ts';

const orderIds = ['o-1', 'o-2', 'o-3'] as const;
const drivers = { 'o-1': 'driver1', 'o-2': 'driver1', 'o-3': 'driver2' } as const;
const fen = fc.constantFrom(0, 1, 20_000, 35_000);
const anOrder = fc.constantFrom(...orderIds);
const method = fc.constantFrom('settlement-cash', 'settlement-transfer');

type Deed = (office: Office) => string;

const completes: fc.Arbitrary<Deed> = fc.tuple(anOrder, fen).map(
  ([id, collectedFen]) =>
    (office) =>
      office.say(drivers[id], 'complete', id, { collectedFen }),
);

/** Mostly in the amount that is due, of the orders of one driver. */
const counts: fc.Arbitrary<Deed> = fc
  .tuple(fc.subarray([...orderIds], { minLength: 1 }), fc.integer({ min: -2, max: 2 }), fc.nat({ max: 3 }))
  .map(([ids, offBy, handover]) => (office) => {
    const driverId = `staff-${drivers[ids[0] ?? 'o-1']}`;
    const expectedFen = sumFen(ids.map((id) => heldIn(office, id)));
    return office.say('finance', 'count-cash', `handover-${handover}`, {
      ...{ driverId, orderIds: ids, expectedFen, countedFen: Math.max(0, expectedFen + offBy) },
      ...{ method: 'settlement-cash', reason: '差额' },
    });
  });

const reverses: fc.Arbitrary<Deed> = fc
  .nat({ max: 3 })
  .map(
    (handover) => (office) =>
      office.say('admin', 'reverse-cash-count', `handover-${handover}`, { reason: '点错' }),
  );

const settles: fc.Arbitrary<Deed> = fc.tuple(anOrder, fen, method).map(([id, amountFen, by]) => (office) => {
  const said = [
    office.say('finance', 'verify', id, { lines: [], amountFen, method: by }),
    office.say('finance2', 'approve-price', id, { amountFen }),
    office.say('finance', 'post-payment', id, { receivedFen: amountFen, method: by }),
  ];
  return said.join();
});
const goesBack: fc.Arbitrary<Deed> = anOrder.map(
  (id) => (office) => office.say('admin', 'reverse-finance', id, { reason: '重来' }),
);

const deeds = fc.array(fc.oneof(completes, counts, counts, reverses, settles, goesBack), { maxLength: 25 });

function play(all: readonly Deed[]): Office {
  const office = createOffice();
  for (const id of orderIds) {
    const vehicleId = 'vehicle-1';
    must(office.say('clerk', 'create-order', id, creation()));
    must(office.say('dispatcher', 'dispatch', id, { vehicleId, driverId: `staff-${drivers[id]}` }));
  }
  for (const deed of all) deed(office);
  return office;
}

const heldIn = (office: Office, id: string): number => {
  const { cash } = office.order(id);
  return cash ? heldOf(cash) : 0;
};

const balance = (office: Office, account: string): number =>
  totalFen(office.postings.flat().filter((line) => line.account === account));

describe('drivers’ cash', () => {
  test('balances in every posting', () => {
    const property = fc.property(deeds, (all) => {
      for (const posting of play(all).postings) expect(totalFen(posting)).toBe(0);
    });
    fc.assert(property);
  });

  test('is on a driver’s account what his orders say that he holds', () => {
    const property = fc.property(deeds, (all) => {
      const office = play(all);
      for (const driver of ['driver1', 'driver2']) {
        const his = orderIds.filter((id) => drivers[id] === driver);
        const heldFen = sumFen(his.map((id) => heldIn(office, id)));
        expect(balance(office, `driver:staff-${driver}`)).toBe(heldFen);
      }
    });
    fc.assert(property);
  });

  test('is never lost between the driver, the till and the difference', () => {
    const property = fc.property(deeds, (all) => {
      const office = play(all);
      const collected = sumFen(orderIds.map((id) => office.order(id).cash?.collectedFen ?? 0));
      const paidElsewhere = sumFen(
        orderIds.map((id) => {
          const { receivedFen = 0, taken } = office.order(id).finance;
          return receivedFen - (taken?.paysFen ?? 0);
        }),
      );
      const kinds = ['driver:', 'money:', 'difference:'];
      const found = office.postings
        .flat()
        .filter(({ account }) => kinds.some((kind) => account.startsWith(kind)));
      expect(totalFen(found)).toBe(collected + paidElsewhere);
    });
    fc.assert(property);
  });
});
