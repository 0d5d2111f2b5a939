// Where "change" leads, and what leaves the list once the change was made.
import { describe, expect, test } from 'vitest';
import { command, creation } from '../setup/company.ts';
import { created, dispatched, personOf, told, voided } from '../setup/rules.ts';
import { changeOf, supersededBy } from '../../client/sync/change.ts';

const order = told(created, dispatched);
const creates = command('create-order', 'order-9', creation());
const edits = command('edit-order', order.id, { patch: { note: '北门' }, base: { note: null } });
const dispatches = command('dispatch', order.id, dispatched.payload);

describe('changing a refused command', () => {
  test('opens the form it came from', () => {
    const clerk = personOf('clerk');
    expect(changeOf(creates, undefined, clerk)).toEqual({
      kind: 'form',
      href: `/orders/new?from=${creates.id}`,
    });
    expect(changeOf(edits, order, clerk)).toEqual({
      kind: 'form',
      href: `/orders/${order.id}/edit?from=${edits.id}`,
    });
  });

  test('of another kind opens the order, a job for a driver', () => {
    expect(changeOf(dispatches, order, personOf('dispatcher'))).toEqual({
      kind: 'order',
      href: `/orders/${order.id}`,
    });
    const accepts = command('accept', order.id, {});
    expect(changeOf(accepts, order, personOf('driver1'))).toEqual({
      kind: 'order',
      href: `/jobs/${order.id}`,
    });
  });

  test('says why it cannot be', () => {
    expect(changeOf(dispatches, undefined, personOf('dispatcher'))).toEqual({ kind: 'none', why: 'gone' });
    expect(changeOf(edits, told(created, voided), personOf('clerk'))).toEqual({
      kind: 'none',
      why: 'order-voided',
    });
    expect(changeOf(creates, undefined, personOf('driver1'))).toEqual({
      kind: 'none',
      why: 'not-permitted',
    });
  });
});

describe('what a new command does over', () => {
  const later = (type: 'dispatch' | 'void', orderId: string, n: number) => ({
    id: `new-${n}`,
    type,
    orderId,
    n,
  });

  test('is the awaited one of the same kind about the same order', () => {
    expect(supersededBy([later('dispatch', order.id, dispatches.n + 1)], [dispatches])).toEqual([
      dispatches.id,
    ]);
  });

  test('is nothing of another kind, of another order, or from before', () => {
    const others = [
      later('void', order.id, dispatches.n + 1),
      later('dispatch', 'order-other', dispatches.n + 2),
      later('dispatch', order.id, dispatches.n - 1),
    ];
    expect(supersededBy(others, [dispatches])).toEqual([]);
    expect(supersededBy([later('dispatch', order.id, 99)], [])).toEqual([]);
  });
});
