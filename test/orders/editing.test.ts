// Editing an order: what somebody saw is compared with what is there, field by field.
import { describe, expect, test } from 'vitest';
import { continued, judge, line, rejectionOf, told, wayTo, type Person } from '../setup/rules.ts';
import { creation } from '../setup/company.ts';
import type { CommandPayload } from '#schemas/orders/commands.ts';
import { closedStatuses, openStatuses, type Order } from '#schemas/orders/order.ts';

type Payload = CommandPayload<'edit-order'>;

const edit = (patch: Payload['patch'], base: Payload['base'] = {}, who: Person = 'clerk') =>
  line(who, 'edit-order', { patch, base });
const refusal = (order: Order, patch: Payload['patch'], base: Payload['base'] = {}, who?: Person) =>
  rejectionOf(judge(order, edit(patch, base, who)));

const start = told(...wayTo.pending);

describe('an edit', () => {
  test('changes the fields of its patch, and the timeline names them', () => {
    const order = continued(start, edit({ note: '尽快', fault: '爆胎' }));
    expect(order).toMatchObject({ note: '尽快', fault: '爆胎', status: 'pending' });
    expect(order.timeline.at(-1)).toMatchObject({ type: 'edit-order', changed: ['note', 'fault'] });
    expect(order.timeline.at(-1)).not.toHaveProperty('status');
  });

  test('by null takes an optional field away', () => {
    const order = continued(start, edit({ note: '尽快' }), edit({ note: null }, { note: '尽快' }));
    expect(order).not.toHaveProperty('note');
  });

  test('of a field that somebody changed meanwhile is refused, and names the field', () => {
    const order = continued(start, edit({ note: '尽快' }));
    expect(refusal(order, { note: '不急', fault: '爆胎' })).toEqual({
      code: 'edit-conflict',
      detail: 'note',
    });
  });

  test('of a field that somebody took away meanwhile is refused', () => {
    const order = continued(start, edit({ note: 'a' }), edit({ note: null }, { note: 'a' }));
    expect(refusal(order, { note: 'b' }, { note: 'a' }).code).toBe('edit-conflict');
  });

  test('of other fields goes in beside what somebody changed meanwhile', () => {
    const order = continued(start, edit({ note: '尽快' }), edit({ fault: '爆胎' }, { note: 'gone' }));
    expect(order).toMatchObject({ note: '尽快', fault: '爆胎' });
  });

  test('to the same value as somebody else chose is no conflict', () => {
    const order = continued(start, edit({ note: '尽快' }), edit({ note: '尽快' }));
    expect(order.note).toBe('尽快');
  });

  test('compares places and people by their content', () => {
    const { pickup } = creation();
    const moved = { ...pickup, address: '文二路 2 号' };
    const base = { pickup: { lat: pickup.lat, lng: pickup.lng, address: pickup.address } };
    expect(continued(start, edit({ pickup: moved }, base)).pickup).toEqual(moved);
    expect(refusal(start, { pickup: moved }, { pickup: { ...pickup, lat: 0 } }).code).toBe('edit-conflict');
  });

  test.each(openStatuses)('goes in while the order is %s', (status) => {
    expect(judge(told(...wayTo[status]), edit({ note: '尽快' })).ok).toBe(true);
  });

  test.each(closedStatuses)('is refused when the order is %s', (status) => {
    const code = { completed: 'order-completed', 'empty-run': 'order-ended-empty', voided: 'order-voided' };
    expect(refusal(told(...wayTo[status]), { note: '尽快' }).code).toBe(code[status]);
  });

  test('into an outlet of somebody else is refused', () => {
    expect(refusal(start, { outletId: 'outlet-2' }, { outletId: 'outlet-1' })).toEqual({
      code: 'outlet-not-yours',
    });
    const order = continued(start, edit({ outletId: 'outlet-2' }, { outletId: 'outlet-1' }, 'admin'));
    expect(order.outletId).toBe('outlet-2');
    expect(refusal(order, { note: 'x' })).toEqual({ code: 'order-not-found' });
  });

  test('to something that is missing is refused', () => {
    expect(refusal(start, { serviceId: 'service-none' }, { serviceId: 'service-tow' })).toEqual({
      code: 'unknown-reference',
      detail: 'serviceId',
    });
  });

  test('does not take the time from a reservation', () => {
    const scheduledAt = '2026-03-02T01:00:00Z';
    const reservation = told(line('clerk', 'create-order', creation({ kind: 'reservation', scheduledAt })));
    expect(refusal(reservation, { scheduledAt: null }, { scheduledAt })).toEqual({
      code: 'scheduled-time-missing',
    });
    const later = '2026-03-03T01:00:00Z';
    expect(continued(reservation, edit({ scheduledAt: later }, { scheduledAt })).scheduledAt).toBe(later);
  });

  test.each([
    ['driver1', 'order-not-found'],
    ['dispatcher2', 'order-not-found'],
    ['nobody', 'order-not-found'],
    ['finance', 'not-permitted'],
  ] as const)('by %s is refused as %s', (who, code) => {
    expect(refusal(start, { note: 'x' }, {}, who).code).toBe(code);
  });
});
