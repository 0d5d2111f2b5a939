// Extra work and outlays as they are reported at the end: recorded of a driver whatever the catalog says, of the
// office only where it knows them; and the last word of whoever drove counts.
import { describe, expect, test } from 'vitest';
import {
  commandOf,
  completed,
  continued,
  created,
  dispatched,
  judge,
  line,
  redispatched,
  rejectionOf,
  repair,
  told,
  voided,
  wayTo,
} from '../setup/rules.ts';
import { actor } from '../setup/company.ts';
import type { CommandPayload } from '#schemas/orders/commands.ts';
import { shownTo } from '#schemas/orders/search.ts';
import { workReportedOf } from '#schemas/orders/steps.ts';

type Completion = CommandPayload<'complete'>;
const wheels = { item: 'price-item-dolly', quantity: 2 };
const toll = { item: 'price-item-toll', amountFen: 3500 };
const gone = { item: 'price-item-thrown-out', quantity: 1 };

const completes = (who: 'driver1' | 'driver2' | 'dispatcher', payload: Completion) =>
  line(who, 'complete', payload);

describe('what is reported', () => {
  test('stands in the timeline, of a completion and of an empty run', () => {
    const work = { extras: [wheels], outlays: [toll] };
    expect(told(...wayTo.working, completes('driver1', work)).timeline.at(-1)).toMatchObject(work);
    const emptyRun = line('driver1', 'empty-run', { reason: '客户取消', ...work });
    expect(told(...wayTo['on-scene'], emptyRun).timeline.at(-1)).toMatchObject(work);
  });

  test('of a driver is recorded even when the catalog does not have it any more', () => {
    const order = told(...wayTo.working, completes('driver1', { extras: [gone] }));
    expect(order).toMatchObject({ status: 'completed', attention: [] });
    expect(workReportedOf(order)).toEqual({ extras: [gone] });
  });

  test('by the office has to be in the catalog, as a price item', () => {
    const order = told(...wayTo.working);
    const refused = (payload: Completion) => rejectionOf(judge(order, completes('dispatcher', payload)));
    expect(refused({ extras: [gone] })).toEqual({
      code: 'unknown-reference',
      detail: 'item: price-item-thrown-out',
    });
    expect(refused({ outlays: [{ item: 'service-tow', amountFen: 1 }] }).code).toBe('unknown-reference');
    const emptyRun = line('dispatcher', 'empty-run', { reason: 'x', extras: [gone] });
    expect(rejectionOf(judge(order, emptyRun)).code).toBe('unknown-reference');
    expect(judge(order, completes('dispatcher', { extras: [wheels], outlays: [toll] })).ok).toBe(true);
  });

  test('is an amount of at least a fen, a quantity of at most three decimals, and no more than twenty of each', () => {
    const parsed = (payload: Completion) => () => commandOf(completes('driver1', payload), 'one');
    const quantity = (of: number) => parsed({ extras: [{ ...wheels, quantity: of }] });
    for (const fits of [0.001, 0.07, 2.5, 333.333, 1000]) expect(quantity(fits), String(fits)).not.toThrow();
    for (const wrong of [0, -1, 0.0005, 1.2345, 1000.001]) expect(quantity(wrong), String(wrong)).toThrow();
    const paid = (amountFen: number) => parsed({ outlays: [{ ...toll, amountFen }] });
    expect(paid(1)).not.toThrow();
    for (const wrong of [0, -1, 1.5, 10_000_000_001]) expect(paid(wrong), String(wrong)).toThrow();
    expect(parsed({ extras: Array(20).fill(wheels), outlays: Array(20).fill(toll) })).not.toThrow();
    expect(parsed({ extras: Array(21).fill(wheels) })).toThrow();
    expect(parsed({ outlays: Array(21).fill(toll) })).toThrow();
  });
});

describe('what counts', () => {
  const reopened = repair({ status: 'working' }, { status: 'completed' });

  test('is the last word on extras and on outlays each, and an empty list is one', () => {
    const once = told(...wayTo.working, completes('driver1', { extras: [wheels], outlays: [toll] }));
    expect(workReportedOf(once)).toEqual({ extras: [wheels], outlays: [toll] });
    const again = continued(once, reopened, completes('driver1', { outlays: [] }));
    expect(workReportedOf(again)).toEqual({ extras: [wheels], outlays: [] });
  });

  test('is what the crew reported that had it last', () => {
    const first = told(...wayTo.working, completes('driver1', { extras: [wheels], outlays: [toll] }));
    const second = continued(first, reopened, redispatched, line('driver2', 'complete', {}));
    expect(workReportedOf(second)).toEqual({});
  });

  test('is of a driver it was taken from only when he has closed it', () => {
    const taken = told(created, dispatched, redispatched);
    const late = completes('driver1', { extras: [wheels] });
    const own = completes('driver2', { outlays: [toll] });
    expect(workReportedOf(continued(taken, late))).toEqual({ extras: [wheels] });
    expect(workReportedOf(continued(taken, own, late))).toEqual({ outlays: [toll] });
  });

  test('comes from the driver’s phone also after the office has closed the order for him', () => {
    const closed = told(...wayTo.working, completes('dispatcher', {}));
    expect(workReportedOf(continued(closed, completes('driver1', { outlays: [toll] })))).toEqual({
      outlays: [toll],
    });
  });

  test('is there after a void too, when the driver had done it', () => {
    const order = told(...wayTo.working, voided, completes('driver1', { extras: [wheels] }));
    expect(workReportedOf(order)).toEqual({ extras: [wheels] });
  });

  test('is nothing where nothing was said', () => {
    expect(workReportedOf(told(...wayTo.working, completed))).toEqual({});
  });
});

describe('what was paid for the customer', () => {
  const order = told(...wayTo.working, completes('driver1', { extras: [wheels], outlays: [toll] }));
  const shown = (...whom: Parameters<typeof actor>) => shownTo(actor(...whom), order).timeline.at(-1);

  test('is shown to finance and to the driver who has paid it, the extra work to all', () => {
    expect(shown('finance')).toMatchObject({ outlays: [toll] });
    expect(shown('driver1')).toMatchObject({ outlays: [toll] });
    for (const who of ['dispatcher', 'clerk', 'driver2'] as const) {
      expect(shown(who)).not.toHaveProperty('outlays');
      expect(shown(who)).toMatchObject({ extras: [wheels] });
    }
  });
});
