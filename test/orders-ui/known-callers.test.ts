import { describe, expect, test } from 'vitest';
import { emptyDraft, type Draft } from '../../client/orders/draft.ts';
import { filledFrom, knownCallers, termsOf } from '../../client/orders/known-callers.ts';
import { orderWith } from './fixtures.ts';

const typed = (changes: Partial<Draft>): Draft => ({ ...emptyDraft, ...changes });

const old = orderWith({
  id: 'old',
  createdAt: '2026-01-02T00:00:00.000Z',
  contact: { name: '陶先生', phone: '138 0000 7002' },
  car: { plate: '浙A·7L002', model: '大众朗逸' },
});
const newer = orderWith({
  id: 'newer',
  createdAt: '2026-03-04T00:00:00.000Z',
  contact: { name: '陶先生', phone: '13800007002' },
  requester: { name: '赵经理', phone: '0571-88880000' },
  car: { plate: '浙AD12345', model: '小鹏P7', color: '银灰', vin: 'LMVAAAAA1PA000001' },
});
const other = orderWith({ id: 'other', contact: { name: '王女士', phone: '13900000000' } });
const orders = [old, other, newer];

const found = (changes: Partial<Draft>) =>
  knownCallers(typed(changes), orders).map(({ by, order, times }) => [by, order.id, times]);

describe('a known caller', () => {
  test('is found by the number, however it is written, with the newest order and how many there were', () => {
    expect(found({ contactPhone: '+86 138-0000-7002' })).toEqual([['phone', 'newer', 2]]);
    expect(knownCallers(typed({ contactPhone: '13800007002' }), [...orders, newer])[0]?.times).toBe(2);
  });

  test('is found by the number of who called before for somebody else', () => {
    expect(found({ contactPhone: '057188880000' })).toEqual([['phone', 'newer', 1]]);
  });

  test('is found by plate and by VIN, the number first', () => {
    expect(found({ plate: '浙a 7l002' })).toEqual([['plate', 'old', 1]]);
    expect(found({ vin: 'lmvaaaaa1pa000001', contactPhone: '13900000000' })).toEqual([
      ['phone', 'other', 1],
      ['vin', 'newer', 1],
    ]);
  });

  test('is nobody while a number is half typed, and for an order without a VIN', () => {
    expect(termsOf(typed({ contactPhone: '1380000700', plate: '浙A7', vin: 'LMVA' }))).toEqual([]);
    expect(found({})).toEqual([]);
    expect(found({ plate: '无牌' })).toEqual([]);
  });
});

describe('what is filled in from an earlier order', () => {
  const all = () => true;

  test('is what a new caller would be asked: the person, the customer and the car', () => {
    expect(filledFrom(typed({ contactPhone: '13800007002' }), newer, all)).toEqual({
      contactName: '陶先生',
      customerId: 'customer-1',
      plate: '浙AD12345',
      model: '小鹏P7',
      color: '银灰',
      vin: 'LMVAAAAA1PA000001',
    });
    expect(filledFrom(typed({ plate: '浙AD12345' }), newer, all)).toMatchObject({
      contactName: '陶先生',
      contactPhone: '13800007002',
    });
  });

  test('never replaces what was typed', () => {
    const draft = typed({ contactName: '陶太太', model: '小鹏 P7i', color: ' ', customerId: 'customer-9' });
    expect(filledFrom(draft, newer, all)).toEqual({
      contactPhone: '13800007002',
      plate: '浙AD12345',
      color: '银灰',
      vin: 'LMVAAAAA1PA000001',
    });
    expect(filledFrom({ ...draft, ...filledFrom(draft, newer, all) }, newer, all)).toEqual({});
  });

  test('is nothing of another car or another person than was typed', () => {
    expect(filledFrom(typed({ contactPhone: '13800007002', plate: '浙B99999' }), newer, all)).toEqual({
      contactName: '陶先生',
      customerId: 'customer-1',
    });
    expect(filledFrom(typed({ contactPhone: '0571-88880000' }), newer, all)).not.toHaveProperty(
      'contactName',
    );
  });

  test('is no customer that cannot be chosen', () => {
    expect(filledFrom(typed({}), newer, () => false)).not.toHaveProperty('customerId');
  });
});
