// From a sender's words to ours, and from a notice to an order.
import { describe, expect, test } from 'vitest';
import { findIn, judge, line } from '../setup/rules.ts';
import { findWith, notice, request } from '../setup/notices.ts';
import { creationFrom, mappedBy, outletFor, type SenderTerms } from '#schemas/notices/mapping.ts';
import { extraOf, NoticeRequest } from '#schemas/notices/request.ts';
import { parse } from '#schemas/core/validate.ts';
import type { Outlet } from '#schemas/outlets/outlet.ts';

const terms: SenderTerms = {
  id: 'sender-1',
  name: '平安保险',
  customerId: 'customer-all',
  services: { 拖车: 'service-tow' },
  customers: { 分公司: 'customer-2' },
};
const outlet = (id: string, lng: number, lat: number, disabled = false): Outlet => {
  const found = findIn()('outlets', 'outlet-1');
  if (!found) throw new Error('There is no outlet-1');
  return { ...found, id, lng, lat, disabled };
};
const outlets = [outlet('outlet-far', 121, 31), outlet('outlet-near', 120.14, 30.29)];

describe('the outlet', () => {
  const { pickup } = request();
  test('is the sender’s own', () => {
    expect(outletFor({ outletId: 'outlet-far' }, pickup, outlets)).toBe('outlet-far');
  });
  test('is the nearest when the sender has none, or it is closed', () => {
    expect(outletFor({}, pickup, outlets)).toBe('outlet-near');
    const closed = [...outlets, outlet('outlet-closed', 120.13, 30.28, true)];
    expect(outletFor({ outletId: 'outlet-closed' }, pickup, closed)).toBe('outlet-near');
  });
  test('is the first when nobody knows where the car is', () => {
    expect(outletFor({}, { address: '某处' }, outlets)).toBe('outlet-far');
    expect(outletFor({}, { address: '某处' }, [])).toBeUndefined();
  });
});

describe('words', () => {
  test('that were agreed on become ours', () => {
    expect(mappedBy(terms, request(), outlets)).toMatchObject({
      ...{ serviceId: 'service-tow', customerId: 'customer-all', senderName: '平安保险' },
    });
    expect(mappedBy(terms, request({ customer: '分公司' }), outlets)?.customerId).toBe('customer-2');
  });
  test.each(['吊车', 'constructor', '__proto__'])('such as %s that were not stay open', (service) => {
    expect(mappedBy(terms, request({ service }), outlets)).not.toHaveProperty('serviceId');
  });
  test('for somebody else who pays are not taken for the sender', () => {
    expect(mappedBy(terms, request({ customer: '谁' }), outlets)).not.toHaveProperty('customerId');
  });
});

describe('a body', () => {
  test('may hold more than the schema names, which is kept apart', () => {
    const body = { ...request(), caseNumber: 'A-7', vip: true };
    expect(parse(NoticeRequest, body).ok).toBe(true);
    expect(extraOf(body)).toEqual({ caseNumber: 'A-7', vip: true });
    expect(extraOf(request())).toBeUndefined();
    expect(extraOf({ ...request(), huge: 'x'.repeat(9000) })).toBeUndefined();
  });
  test('gives both coordinates or none', () => {
    const half = { ...request(), pickup: { address: '文三路', lng: 120 } };
    expect(parse(NoticeRequest, half).ok).toBe(false);
  });
});

describe('an order made of a notice', () => {
  const chosen = { outletId: 'outlet-1', serviceId: 'service-tow', customerId: 'customer-all' };
  const mark = (address: string) => `≈ ${address}`;

  test('is one that the rules accept', () => {
    const one = notice({ scheduledAt: '2026-03-02T08:00:00Z', note: '尽快' });
    const payload = creationFrom(one, chosen, { lng: 0, lat: 0 }, mark);
    const decision = judge(null, line('clerk', 'create-order', payload), { find: findWith(one) });
    expect(decision.ok).toBe(true);
    expect(payload).toMatchObject({ kind: 'reservation', noticeId: one.id, customerOrderNumber: 'PA-1' });
  });

  test('says of a place without coordinates that they are the outlet’s', () => {
    const one = notice({ pickup: { address: '某高速 K12' } });
    expect(creationFrom(one, chosen, { lng: 120, lat: 30 }, mark).pickup).toEqual({
      ...{ address: '≈ 某高速 K12', lng: 120, lat: 30 },
    });
  });

  test('is nobody’s who does not see the outlet that it was offered to', () => {
    const one = notice({ outletId: 'outlet-2' });
    const payload = creationFrom(one, chosen, { lng: 0, lat: 0 }, mark);
    const decision = judge(null, line('clerk', 'create-order', payload), { find: findWith(one) });
    expect(decision).toMatchObject({ ok: false, error: { code: 'notice-not-found' } });
  });
});
