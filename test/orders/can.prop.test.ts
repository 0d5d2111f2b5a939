// Buttons promise what the rules keep, also for roles that a company thinks up itself.
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
import { fc, findIn, judge, personOf, told, wayTo, type Line } from '../setup/rules.ts';
import { ruleSwitched } from '#schemas/finance/rules.ts';
import { driverCan, financeCan, officeCan } from '#schemas/orders/can.ts';
import { financeStages, orderStatuses } from '#schemas/orders/order.ts';
import { permissions, type Actor } from '#schemas/staff/permissions.ts';

describe('anybody with any permissions', () => {
  const anybody: fc.Arbitrary<Actor> = fc
    .record({
      id: fc.constantFrom('staff-driver1', 'staff-finance', 'staff-somebody'),
      permissions: fc.subarray([...permissions]),
      outletIds: fc.subarray(['outlet-1', 'outlet-2']),
    })
    .map((chosen) => ({ ...personOf('nobody'), ...chosen }));
  const anyRule = fc
    .option(fc.boolean())
    .map((isOn) =>
      isOn === null
        ? []
        : [{ collection: 'catalog' as const, document: ruleSwitched(undefined, isOn, '复核') }],
    );
  const anyOrder = fc
    .constantFrom(...orderStatuses)
    .chain((status) => fc.constantFrom(...financeStages).map((stage) => ({ status, stage })))
    .map(({ status, stage }) => {
      const order = told(...wayTo[status]);
      return status === 'completed' || status === 'empty-run' ? atStage[stage](order) : order;
    });

  test('is offered exactly what is accepted', () => {
    const property = fc.property(anybody, anyOrder, anyRule, (actor, order, changed) => {
      const find = findIn(changed);
      const accepts = (said: Line) => judge(order, said, { actor, find }).ok;
      for (const type of financeTypes)
        expect(financeCan(type, order, { actor, find }).can).toBe(
          accepts(financeLines('nobody', order)[type]),
        );
      // What the assigned driver says counts as a driver's word, whatever else the person may do.
      const isDriver = actor.id === 'staff-driver1';
      const moves = isDriver
        ? (['edit', 'void'] as const)
        : officeMoves.filter((move) => move !== 'dispatch' && move !== 'offer');
      for (const move of moves)
        expect(officeCan(move, order, actor).can).toBe(accepts(officeLines('nobody')[move]));
      for (const move of driverMoves)
        if (driverCan(move, order, actor).can) expect(accepts(driverLines('nobody')[move])).toBe(true);
    });
    fc.assert(property);
  });
});
