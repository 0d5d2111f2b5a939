// 建單: who may create an order, and from what.
import { describe, expect, test } from 'vitest';
import {
  commandOf,
  contextOf,
  findIn,
  judge,
  line,
  personOf,
  rejectionOf,
  told,
  type Person,
} from '../setup/rules.ts';
import { creation } from '../setup/company.ts';
import type { Filed } from '../../sync-server/company/found.ts';
import type { CommandPayload } from '#schemas/orders/commands.ts';
import { decide } from '#schemas/orders/decide.ts';
import { recencyOf } from '#schemas/orders/order.ts';

type Payload = CommandPayload<'create-order'>;

const create = (who: Person, overrides: Partial<Payload> = {}) =>
  line(who, 'create-order', creation(overrides));
const refusal = (who: Person, overrides: Partial<Payload> = {}, changed: readonly Filed[] = []) =>
  rejectionOf(judge(null, create(who, overrides), { find: findIn(changed) }));

const find = findIn();
const disabled = (collection: 'customers' | 'catalog', id: string): Filed[] => {
  if (collection === 'customers') {
    const document = find('customers', id);
    return document ? [{ collection, document: { ...document, disabled: true } }] : [];
  }
  const document = find('catalog', id);
  return document ? [{ collection, document: { ...document, disabled: true } }] : [];
};

describe('creating an order', () => {
  test('makes a pending one with the number that the server gives', () => {
    const order = told(create('clerk', { fault: '无法启动' }));
    expect(order).toMatchObject({
      id: 'order-1',
      number: '20260301-0001',
      status: 'pending',
      fault: '无法启动',
      attention: [],
      finance: { stage: 'unverified' },
      createdAt: '2026-03-01T08:00:05.000Z',
      createdBy: personOf('clerk').id,
    });
    expect(order.timeline).toMatchObject([{ type: 'create-order', status: 'pending' }]);
  });

  test('has no number while it exists on one device only', () => {
    const { orderNumber: _, ...offline } = contextOf('clerk');
    const decision = decide(null, commandOf(create('clerk'), 'command-1'), offline);
    expect(decision.ok && decision.value[0]).not.toHaveProperty('number');
  });

  test('waits for the confirmation of a customer who wants to confirm', () => {
    const customer = find('customers', 'customer-all');
    const strict: Filed[] = customer
      ? [{ collection: 'customers', document: { ...customer, needsConfirmation: true } }]
      : [];
    const decision = judge(null, create('clerk'), { find: findIn(strict) });
    expect(decision.ok && decision.value[0]).toMatchObject({ awaitsConfirmation: true });
    expect(told(create('clerk'))).not.toHaveProperty('confirmation');
  });

  test.each(['driver1', 'finance', 'nobody'] as const)('is not for %s', (who) => {
    expect(refusal(who)).toEqual({ code: 'not-permitted', detail: 'orders.create' });
  });

  test('for an outlet of somebody else is refused', () => {
    expect(refusal('clerk', { outletId: 'outlet-2' })).toEqual({ code: 'outlet-not-yours' });
    expect(refusal('clerk', { outletId: 'outlet-none' })).toEqual({ code: 'outlet-not-yours' });
    expect(judge(null, create('admin', { outletId: 'outlet-2' })).ok).toBe(true);
  });

  test('for an outlet that is missing is refused to those who see every outlet', () => {
    expect(refusal('admin', { outletId: 'outlet-none' })).toEqual({
      code: 'unknown-reference',
      detail: 'outletId',
    });
  });

  test('of a reservation needs its time', () => {
    expect(refusal('clerk', { kind: 'reservation' })).toEqual({ code: 'scheduled-time-missing' });
    const scheduledAt = '2026-03-02T01:00:00Z';
    expect(told(create('clerk', { kind: 'reservation', scheduledAt })).scheduledAt).toBe(scheduledAt);
  });

  test.each([
    ['customerId', 'customer-none'],
    ['serviceId', 'service-none'],
    ['roadConditionId', 'road-condition-none'],
  ])('with an unknown %s is refused', (field, id) => {
    expect(refusal('clerk', { [field]: id })).toEqual({ code: 'unknown-reference', detail: field });
  });

  test.each([
    ['serviceId', 'road-condition-mud'],
    ['serviceId', 'price-item-tow-km'],
    ['roadConditionId', 'service-tow'],
  ])('with a %s that is something else of the catalog is refused', (field, id) => {
    expect(refusal('clerk', { [field]: id })).toEqual({ code: 'unknown-reference', detail: field });
  });

  test.each([
    ['customerId', disabled('customers', 'customer-all')],
    ['serviceId', disabled('catalog', 'service-tow')],
  ])('with a disabled %s is refused', (field, changed) => {
    expect(refusal('clerk', {}, changed)).toEqual({ code: 'disabled-reference', detail: field });
  });

  test('for a customer of another outlet is refused as if there were none', () => {
    expect(refusal('clerk', { customerId: 'customer-2' })).toEqual({
      code: 'unknown-reference',
      detail: 'customerId',
    });
    expect(judge(null, create('dispatcher2', { outletId: 'outlet-2', customerId: 'customer-2' })).ok).toBe(
      true,
    );
  });

  test('again with another command is refused; with the same one it is silent', () => {
    const order = told(create('clerk'));
    expect(rejectionOf(judge(order, create('clerk')))).toEqual({ code: 'order-exists' });
    expect(judge(order, create('clerk'), {}, order.timeline[0]?.id)).toEqual({ ok: true, value: [] });
  });

  test('later sorts first', () => {
    const [early, late] = ['2026-03-01T08:00:00Z', '2026-03-01T08:00:00.001Z'].map((at) =>
      recencyOf(at, 'x'),
    );
    expect(String(late) < String(early)).toBe(true);
  });
});
