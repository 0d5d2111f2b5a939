// What the sync page says about a command before it is sent: the rule's own answer.
import { describe, expect, test } from 'vitest';
import { command, creation } from '../setup/company.ts';
import { completed, contextOf, created, dispatched, driver1, line, told, voided } from '../setup/rules.ts';
import { whyDoubtful, whyRefused } from '../../client/sync/foresight.ts';

const note = {
  ...command('edit-order', 'order-1', { patch: { note: '请从北门进' }, base: { note: null } }),
  id: 'waiting-edit',
};
const office = contextOf('dispatcher');

describe('trying a refused command again', () => {
  test('can help when what stood against it has gone', () => {
    const accept = command('accept', 'order-1', {});
    const driver = contextOf('driver1');
    expect(whyRefused(accept, told(created), driver)).toBe('order-not-found');
    expect(whyRefused(accept, told(created, dispatched), driver)).toBeUndefined();
  });

  test('cannot help on an order that has ended', () => {
    const done = told(created, dispatched, driver1('depart'), driver1('arrive'), completed);
    expect(whyRefused(note, done, office)).toBe('order-completed');
    expect(whyRefused(note, told(created, voided), office)).toBe('order-voided');
  });

  test('cannot help while somebody else holds another value in the field', () => {
    const others = line('dispatcher', 'edit-order', { patch: { note: '改到南门' }, base: { note: null } });
    expect(whyRefused(note, told(created, others), office)).toBe('edit-conflict');
  });

  test('creates an order only where there is none', () => {
    const again = command('create-order', 'order-1', creation());
    expect(whyRefused(again, null, office)).toBeUndefined();
    expect(whyRefused(again, told(created), office)).toBe('order-exists');
  });

  test('is a new command even where the order knows the former one', () => {
    const order = told(created);
    const first = order.timeline[0];
    const same = { ...command('create-order', order.id, creation()), id: first?.id };
    expect(whyRefused(same, order, office)).toBe('order-exists');
  });

  test('is judged by the rights of whoever submits it', () => {
    const dispatch = command('dispatch', 'order-1', dispatched.payload);
    expect(whyRefused(dispatch, told(created), contextOf('clerk'))).toBe('not-permitted');
    expect(whyRefused(dispatch, told(created), contextOf('admin'))).toBeUndefined();
  });

  test('of something that cannot be read is refused', () => {
    expect(whyRefused({ type: 'void', orderId: 'order-1' }, told(created), office)).toBe('invalid-command');
    expect(whyRefused(undefined, null, office)).toBe('invalid-command');
  });
});

describe('a command that waits to be sent', () => {
  test('is doubtful when the order has moved on without it', () => {
    expect(whyDoubtful(note, told(created, voided), office)).toBe('order-voided');
    expect(whyDoubtful(note, told(created), office)).toBeUndefined();
  });

  test('is not doubtful for being in the order already, as it is shown', () => {
    const order = told(created, line('dispatcher', 'edit-order', note.payload));
    const shown = { ...note, id: order.timeline.at(-1)?.id };
    expect(whyDoubtful(shown, order, office)).toBeUndefined();
  });

  test('is not doubtful for what this device merely does not hold', () => {
    expect(whyDoubtful(note, null, office)).toBeUndefined();
    const elsewhere = command('dispatch', 'order-1', {
      vehicleId: 'vehicle-unknown',
      driverId: 'staff-driver1',
    });
    expect(whyDoubtful(elsewhere, told(created), office)).toBeUndefined();
  });
});
