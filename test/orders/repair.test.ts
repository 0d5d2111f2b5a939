// 數據修復: the usual mistakes, each set right by a command; what it may not touch; and that nothing is lost.
import { describe, expect, test } from 'vitest';
import {
  approved,
  completed,
  continued,
  created,
  dispatched,
  driver1,
  emptyRun,
  findIn,
  judge,
  line,
  posted,
  rated,
  redispatched,
  rejectionOf,
  repair,
  reversed,
  told,
  verified,
  voided,
  wayTo,
} from '../setup/rules.ts';
import type { CommandPayload } from '#schemas/orders/commands.ts';
import { orderStatuses, type Order } from '#schemas/orders/order.ts';
import { reported } from '#schemas/orders/repair.ts';
import { stepTimes } from '#schemas/orders/steps.ts';

type Patch = CommandPayload<'repair-order'>['patch'];
type Base = CommandPayload<'repair-order'>['base'];

const done = told(...wayTo.completed);
const crew = { vehicleId: 'vehicle-1', driverId: 'staff-driver1' };
const otherCrew = { vehicleId: 'vehicle-1', driverId: 'staff-driver2' };
const refusal = (order: Order, patch: Patch, base: Base = {}) =>
  rejectionOf(judge(order, repair(patch, base)));

describe('a guided repair', () => {
  test('names another driver, and the first one’s way stays in the timeline', () => {
    const order = continued(done, repair({ assignment: otherCrew }, { assignment: crew }));
    expect(order).toMatchObject({ assignment: otherCrew, status: 'completed', result: 'success' });
    expect(order.timeline.at(-1)).toMatchObject({
      ...{ type: 'repair-order', by: 'staff-admin', reason: '录错', driverId: 'staff-driver2' },
      changes: [{ field: 'assignment', before: crew, after: otherCrew }],
    });
    expect(order.timeline.slice(0, -1)).toEqual(done.timeline);
  });

  test('of the driver makes the new one the driver, and the old one a previous driver', () => {
    const order = continued(
      told(...wayTo['on-scene']),
      repair({ assignment: otherCrew }, { assignment: crew }),
    );
    expect(order.status).toBe('on-scene');
    expect(judge(order, line('driver2', 'start-work', {}))).toMatchObject({
      value: [{ status: 'working' }],
    });
    expect(judge(order, driver1('start-work'))).toMatchObject({
      value: [{ flag: 'done-by-previous-driver' }],
    });
    const given = continued(order, dispatched);
    expect(judge(given, line('driver2', 'start-work', {}))).toMatchObject({
      value: [{ flag: 'done-by-previous-driver' }],
    });
  });

  test('may name somebody who has left since, but nobody who never drove', () => {
    const left = findIn()('staff', 'staff-driver2');
    const changed = left ? [{ collection: 'staff', document: { ...left, disabled: true } } as const] : [];
    const find = findIn(changed);
    expect(judge(done, repair({ assignment: otherCrew }, { assignment: crew }), { find }).ok).toBe(true);
    expect(judge(told(created), redispatched, { find }).ok).toBe(false);
    const clerk = { ...crew, driverId: 'staff-clerk' };
    expect(refusal(done, { assignment: clerk }, { assignment: crew }).code).toBe('not-a-driver');
  });

  test('corrects the mileage and the cash, which are read from the latest word', () => {
    const order = continued(
      done,
      repair({ mileageKm: 21.5, collectedFen: 20_000 }, { mileageKm: 12.5, collectedFen: null }),
    );
    expect(reported(order, 'mileageKm')).toBe(21.5);
    expect(reported(order, 'collectedFen')).toBe(20_000);
    expect(order.timeline.at(-1)?.changes).toEqual([
      { field: 'mileageKm', before: 12.5, after: 21.5 },
      { field: 'collectedFen', before: null, after: 20_000 },
    ]);
    expect(order).not.toHaveProperty('mileageKm');
  });

  test('corrects the time of a step, adds a forgotten one, and takes one away', () => {
    const order = told(created, dispatched, driver1('depart'), driver1('arrive'), completed);
    expect(stepTimes(order)).toEqual({
      depart: '2026-03-01T08:00:00Z',
      arrive: '2026-03-01T08:00:00Z',
      complete: '2026-03-01T08:00:00Z',
    });
    const after = continued(
      order,
      repair(
        {
          steps: [
            { type: 'depart', at: '2026-03-01T07:10:00Z' },
            { type: 'arrive', at: null },
            { type: 'start-work', at: '2026-03-01T07:40:00Z' },
          ],
        },
        {
          steps: [
            { type: 'depart', at: '2026-03-01T08:00:00Z' },
            { type: 'arrive', at: '2026-03-01T08:00:00Z' },
            { type: 'start-work', at: null },
          ],
        },
      ),
    );
    expect(stepTimes(after)).toEqual({
      depart: '2026-03-01T07:10:00Z',
      'start-work': '2026-03-01T07:40:00Z',
      complete: '2026-03-01T08:00:00Z',
    });
    expect(after.timeline.find(({ type }) => type === 'arrive')?.at).toBe('2026-03-01T08:00:00Z');
  });

  test.each([
    ['to come', '2026-03-02T08:00:00Z'],
    ['after the step that follows it', '2026-03-01T08:00:01Z'],
  ])('refuses a time %s', (_, at) => {
    const order = told(created, dispatched, driver1('depart'), driver1('arrive'), completed);
    const steps = [{ type: 'arrive', at } as const];
    const base = { steps: [{ type: 'arrive', at: '2026-03-01T08:00:00Z' }] };
    expect(refusal(order, { steps }, base).code).toBe('step-times-wrong');
  });

  test('makes an empty run of what was completed, and back', () => {
    const empty = continued(done, repair({ status: 'empty-run' }, { status: 'completed' }));
    expect(empty).toMatchObject({ status: 'empty-run', result: 'empty-run' });
    expect(stepTimes(empty)).toEqual({ 'empty-run': '2026-03-01T08:00:00Z' });
    const back = continued(empty, repair({ status: 'completed' }, { status: 'empty-run' }));
    expect(back).toMatchObject({ status: 'completed', result: 'success' });
    expect(stepTimes(back)).toEqual(stepTimes(done));
  });

  test('takes back a void: the driver goes on where he was', () => {
    const order = continued(
      told(created, dispatched, driver1('depart'), voided),
      repair({ status: 'en-route' }, { status: 'voided' }),
    );
    expect(order).toMatchObject({ status: 'en-route', assignment: crew });
    expect(order).not.toHaveProperty('result');
    expect(judge(order, driver1('arrive'))).toMatchObject({ value: [{ status: 'on-scene' }] });
  });

  test('opens an order that was completed too early; its end no longer counts', () => {
    const order = continued(done, repair({ status: 'working' }, { status: 'completed' }));
    expect(order.status).toBe('working');
    expect(stepTimes(order)).toEqual({});
    expect(judge(order, verified).ok).toBe(false);
    expect(judge(order, completed)).toMatchObject({ value: [{ status: 'completed' }] });
  });

  test('back to the beginning leaves nobody driving', () => {
    const order = continued(done, repair({ status: 'pending' }, { status: 'completed' }));
    expect(order).not.toHaveProperty('assignment');
    const both: Patch = { status: 'pending', assignment: otherCrew };
    expect(refusal(done, both, { status: 'completed', assignment: crew }).code).toBe('not-dispatched');
  });

  test('to a status in which somebody drives needs somebody', () => {
    const order = told(created, voided);
    expect(refusal(order, { status: 'on-scene' }, { status: 'voided' }).code).toBe('assignment-missing');
    const both: Patch = { status: 'on-scene', assignment: crew };
    expect(continued(order, repair(both, { status: 'voided', assignment: null }))).toMatchObject(both);
  });

  test('changes the customer and every other detail, also of a closed order', () => {
    const order = continued(
      done,
      repair(
        { customerId: 'customer-confirms', note: '改挂保险公司', fault: null },
        { customerId: 'customer-all' },
      ),
    );
    expect(order).toMatchObject({ customerId: 'customer-confirms', note: '改挂保险公司' });
    expect(order.timeline.at(-1)?.changes?.map(({ field }) => field)).toEqual(['customerId', 'note']);
  });

  test('settles what called for attention about its way, not a low rating', () => {
    const twice = continued(done, emptyRun, rated(1));
    expect(twice.attention.map(({ code }) => code)).toEqual(['closed-twice', 'low-rating']);
    const noted = continued(twice, repair({ note: '已核实' }));
    expect(noted.attention).toEqual(twice.attention);
    const settled = continued(noted, repair({ status: 'empty-run' }, { status: 'completed' }));
    expect(settled.attention.map(({ code }) => code)).toEqual(['low-rating']);
  });

  test.each(orderStatuses)('is possible when the order is %s', (status) => {
    expect(judge(told(...wayTo[status]), repair({ note: '补记' })).ok).toBe(true);
  });
});

describe('two people who repair at once', () => {
  test('do not overwrite each other: the second is told which field', () => {
    const first = continued(done, repair({ mileageKm: 20 }, { mileageKm: 12.5 }));
    expect(refusal(first, { mileageKm: 30, note: 'x' }, { mileageKm: 12.5 })).toEqual({
      code: 'edit-conflict',
      detail: 'mileageKm',
    });
  });

  test('may say the same: there is nothing left to repair', () => {
    const first = continued(done, repair({ mileageKm: 20 }, { mileageKm: 12.5 }));
    expect(refusal(first, { mileageKm: 20 }, { mileageKm: 12.5 }).code).toBe('nothing-to-repair');
  });

  test('are compared step by step', () => {
    const base: Base = { steps: [{ type: 'complete', at: '2026-03-01T07:59:00Z' }] };
    const steps: Patch['steps'] = [{ type: 'complete', at: '2026-03-01T07:58:00Z' }];
    expect(refusal(done, { steps }, base).code).toBe('edit-conflict');
  });
});

describe('an order that finance has verified', () => {
  const held: readonly (readonly [Patch, Base])[] = [
    [{ mileageKm: 20 }, { mileageKm: 12.5 }],
    [{ collectedFen: 1 }, {}],
    [{ customerId: 'customer-confirms' }, { customerId: 'customer-all' }],
    [{ status: 'empty-run' }, { status: 'completed' }],
    [{ serviceId: 'service-fuel' }, { serviceId: 'service-tow' }],
    [{ steps: [{ type: 'arrive', at: '2026-03-01T07:00:00Z' }] }, { steps: [{ type: 'arrive', at: null }] }],
  ];

  test.each(held)('keeps %j until finance takes it back', (patch, base) => {
    for (const stage of [[verified], [verified, approved], [verified, approved, posted]]) {
      const order = continued(done, ...stage);
      expect(refusal(order, patch, base)).toEqual({
        code: 'finance-started',
        detail: Object.keys(patch).join(', '),
      });
    }
    const back = continued(done, verified, reversed);
    expect(judge(back, repair(patch, base)).ok).toBe(true);
  });

  test.each<readonly [Patch, Base]>([
    [{ note: '发票抬头更正' }, {}],
    [{ assignment: otherCrew }, { assignment: crew }],
    [{ car: { plate: '浙A99999' } }, { car: { plate: '浙A88888' } }],
  ])('still takes %j, which touches no money', (patch, base) => {
    const order = continued(done, verified, approved, posted);
    const after = continued(order, repair(patch, base));
    expect(after).toMatchObject(patch);
    expect(after.finance).toEqual(order.finance);
  });
});

describe('a repair by', () => {
  test.each([
    ['dispatcher', 'not-permitted'],
    ['clerk', 'not-permitted'],
    ['finance', 'not-permitted'],
    ['driver1', 'not-permitted'],
    ['driver3', 'order-not-found'],
    ['dispatcher2', 'order-not-found'],
    ['server', 'not-permitted'],
  ] as const)('%s is refused as %s', (who, code) => {
    expect(rejectionOf(judge(done, repair({ note: 'x' }, {}, who))).code).toBe(code);
  });

  test('anybody needs a reason and says something', () => {
    const tell = (payload: object) => () =>
      judge(done, line('admin', 'repair-order', payload as CommandPayload<'repair-order'>));
    expect(tell({ patch: { note: 'x' }, base: {}, reason: ' ' })).toThrow(/reason/);
    expect(tell({ patch: {}, base: {}, reason: 'x' })).toThrow(/patch/);
    expect(tell({ patch: { finance: { stage: 'posted' } }, base: {}, reason: 'x' })).toThrow(/patch/);
    expect(tell({ patch: { number: '1' }, base: {}, reason: 'x' })).toThrow(/patch/);
  });

  test('anybody leads to no outlet, customer or vehicle that is not there', () => {
    expect(refusal(done, { customerId: 'customer-none' }, { customerId: 'customer-all' })).toEqual({
      code: 'unknown-reference',
      detail: 'customerId',
    });
    const nowhere = { ...crew, vehicleId: 'vehicle-none' };
    expect(refusal(done, { assignment: nowhere }, { assignment: crew })).toEqual({
      code: 'unknown-reference',
      detail: 'vehicleId',
    });
  });
});
