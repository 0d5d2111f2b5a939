// What a driver did is recorded, whatever the office wanted meanwhile.
import { describe, expect, test } from 'vitest';
import {
  completed,
  continued,
  created,
  dispatched,
  driver1,
  emptyRun,
  judge,
  line,
  rejectionOf,
  told,
  voided,
  wayTo,
} from '../setup/rules.ts';
import { openStatuses, type Order } from '#schemas/orders/order.ts';

const flagsOf = (order: Order) => order.attention.map(({ code }) => code);
const officeCompletes = line('dispatcher', 'complete', { note: '电话确认' });
const officeEmptyRun = line('dispatcher', 'empty-run', { reason: '到达前客户取消' });

describe('a driver', () => {
  test('goes all the way', () => {
    const order = told(
      created,
      dispatched,
      ...(['accept', 'depart', 'arrive', 'start-work', 'load', 'reach-destination'] as const).map(driver1),
      completed,
    );
    expect(order).toMatchObject({ status: 'completed', result: 'success', attention: [] });
    expect(order.timeline.map(({ status }) => status)).toEqual([
      'pending',
      'dispatched',
      'accepted',
      'en-route',
      'on-scene',
      'working',
      'towing',
      'at-destination',
      'completed',
    ]);
    expect(order.timeline.at(-1)).toMatchObject({ mileageKm: 12.5, by: 'staff-driver1' });
  });

  test('skips the steps that the service does not have, and even the acceptance', () => {
    expect(told(created, dispatched, driver1('arrive'), completed)).toMatchObject({
      status: 'completed',
      attention: [],
    });
  });

  test('whose steps arrive late moves nothing back, and the step is flagged', () => {
    const order = told(created, dispatched, driver1('start-work'), driver1('arrive'));
    expect(order.status).toBe('working');
    expect(flagsOf(order)).toEqual(['step-out-of-order']);
    expect(order.timeline.at(-1)).toMatchObject({ type: 'arrive', flag: 'step-out-of-order' });
  });

  test('whose steps arrive after the close changes no status', () => {
    const order = continued(told(...wayTo.completed), driver1('load'));
    expect(order.status).toBe('completed');
    expect(flagsOf(order)).toEqual(['step-after-close']);
  });

  test('who accepts too late is told so', () => {
    const code = (status: 'accepted' | 'en-route' | 'voided') =>
      rejectionOf(judge(told(...wayTo[status]), driver1('accept'))).code;
    expect([code('accepted'), code('en-route'), code('voided')]).toEqual([
      'already-accepted',
      'already-departed',
      'order-voided',
    ]);
  });

  test('who never had the order does not know of it', () => {
    const order = told(...wayTo.dispatched);
    expect(rejectionOf(judge(order, line('driver2', 'depart', {})))).toEqual({ code: 'order-not-found' });
  });

  test('may not void, dispatch or edit the order that is his', () => {
    const order = told(...wayTo['on-scene']);
    const refused = [
      line('driver1', 'void', { reason: '算了' }),
      line('driver1', 'dispatch', { vehicleId: 'vehicle-1', driverId: 'staff-driver2' }),
      line('driver1', 'edit-order', { patch: { note: 'x' }, base: {} }),
      line('driver1', 'verify', { lines: [], amountFen: 1, method: 'settlement-cash' }),
    ].map((next) => rejectionOf(judge(order, next)).code);
    expect(refused).toEqual(Array(4).fill('not-permitted'));
  });
});

describe('an order that was voided while the driver was under way', () => {
  const order = continued(told(...wayTo['en-route']), voided);

  test('does not count, and is free of charge', () => {
    expect(order).toMatchObject({ status: 'voided', result: 'void', finance: { stage: 'unverified' } });
  });

  test('tells the office that the driver works on it', () => {
    expect(continued(order, driver1('arrive'))).toMatchObject({
      status: 'voided',
      attention: [{ code: 'driving-after-void' }],
    });
  });

  test('is completed when the driver completed it: the completion stands, flagged', () => {
    const after = continued(order, completed);
    expect(after).toMatchObject({ status: 'completed', result: 'success' });
    expect(flagsOf(after)).toEqual(['completed-after-void']);
  });

  test('is an empty run when the driver reports one, flagged', () => {
    const after = continued(order, emptyRun);
    expect(after).toMatchObject({ status: 'empty-run', result: 'empty-run' });
    expect(flagsOf(after)).toEqual(['empty-run-after-void']);
  });

  test('is not completed or dispatched by the office', () => {
    for (const next of [officeCompletes, officeEmptyRun, dispatched, voided])
      expect(rejectionOf(judge(order, next)).code).toBe('order-voided');
  });
});

describe('the office', () => {
  test.each(openStatuses)('closes an order that is %s', (status) => {
    const order = told(...wayTo[status]);
    expect(continued(order, officeCompletes)).toMatchObject({ status: 'completed', attention: [] });
    expect(continued(order, officeEmptyRun)).toMatchObject({ status: 'empty-run', attention: [] });
    expect(continued(order, voided)).toMatchObject({ status: 'voided', attention: [] });
  });

  test('closes an order once', () => {
    const codes = ([officeCompletes, officeEmptyRun, voided] as const).map((next) => [
      rejectionOf(judge(told(...wayTo.completed), next)).code,
      rejectionOf(judge(told(...wayTo['empty-run']), next)).code,
    ]);
    expect(codes).toEqual(Array(3).fill(['order-completed', 'order-ended-empty']));
  });

  test('has its word flagged beside the driver’s when both closed the order', () => {
    const order = continued(told(...wayTo.working), officeEmptyRun, completed);
    expect(order).toMatchObject({ status: 'empty-run', result: 'empty-run' });
    expect(flagsOf(order)).toEqual(['closed-twice']);
  });

  test('does not speak for the driver', () => {
    const order = told(...wayTo.dispatched);
    for (const type of ['accept', 'depart', 'arrive', 'start-work', 'load', 'reach-destination'] as const)
      expect(rejectionOf(judge(order, line('dispatcher', type, {}))).code).toBe('not-your-order');
  });

  test('without the permission does not close', () => {
    expect(rejectionOf(judge(told(created), line('clerk', 'void', { reason: '重复' })))).toEqual({
      code: 'not-permitted',
      detail: 'orders.void',
    });
  });
});
