// Buttons promise what the rules keep: `…Can` and `decide` agree for every status, move and person.
import { describe, expect, test } from 'vitest';
import {
  atStage,
  driverLines,
  driverMoves,
  financeLines,
  financeTypes,
  officeLines,
  officeMoves,
} from '../setup/moves.ts';
import { contextOf, continued, judge, personOf, sentBack, told, wayTo, who } from '../setup/rules.ts';
import { driverCan, financeCan, officeCan } from '#schemas/orders/can.ts';
import { financeStages, orderStatuses, type Order } from '#schemas/orders/order.ts';

const assigned = 'driver1';

const offersWhatIsAccepted = (order: Order) => {
  test.each(officeMoves)('offers the office `%s` exactly when it is accepted', (move) => {
    for (const one of who.filter((person) => person !== assigned)) {
      const decision = judge(order, officeLines(one)[move]);
      expect([one, officeCan(move, order, personOf(one)).can]).toEqual([one, decision.ok]);
    }
  });
};

describe.each(orderStatuses)('an order that is %s', (status) => {
  const order = told(...wayTo[status]);
  offersWhatIsAccepted(order);

  test.each(driverMoves)('offers its driver `%s` exactly when it moves the order on', (move) => {
    const decision = judge(order, driverLines(assigned)[move]);
    const movesOn = decision.ok && decision.value[0]?.status !== undefined && status !== 'voided';
    expect(driverCan(move, order, personOf(assigned)).can).toBe(movesOn);
  });

  test.each(driverMoves)('offers nobody else `%s` as a driver', (move) => {
    const others = who.filter((one) => one !== assigned || status === 'pending');
    for (const one of others)
      expect(driverCan(move, order, personOf(one))).toEqual({ can: false, why: 'not-your-order' });
  });

  test('gives the office the same reason with which it would refuse', () => {
    for (const move of officeMoves) {
      const possibility = officeCan(move, order, personOf('admin'));
      const decision = judge(order, officeLines('admin')[move]);
      if (!possibility.can) expect(decision).toMatchObject({ error: { code: possibility.why } });
    }
  });
});

describe('an order that finance sent back', () => {
  offersWhatIsAccepted(told(...wayTo.completed, sentBack));
});

describe('finance', () => {
  const orders = (['completed', 'empty-run'] as const).flatMap((status) =>
    financeStages.map((stage) => atStage[stage](told(...wayTo[status]))),
  );
  const back = orders
    .filter(({ finance }) => finance.stage === 'unverified')
    .map((one) => continued(one, sentBack));
  const others = orderStatuses.map((status) => told(...wayTo[status]));

  test.each(financeTypes)('is offered `%s` exactly when it is accepted', (type) => {
    for (const order of [...orders, ...back, ...others]) {
      for (const one of who) {
        const decision = judge(order, financeLines(one, order)[type]);
        const told = [one, order.status, order.finance.stage];
        expect([...told, financeCan(type, order, contextOf(one)).can]).toEqual([...told, decision.ok]);
      }
    }
  });
});
