// A refused creation or edit, filled in again.
import { describe, expect, test } from 'vitest';
import { parse } from '#schemas/core/validate.ts';
import { commandPayloads } from '#schemas/orders/commands.ts';
import type { Order } from '#schemas/orders/order.ts';
import { command, creation } from '../setup/company.ts';
import { created, judge, line, rejectionOf, told } from '../setup/rules.ts';
import { creationIn, creationToChange, editIn, editToChange } from '../../client/orders/change-refused.ts';
import { detailsOf, draftPart, editOf } from '../../client/orders/draft.ts';

const payload = creation({
  destination: { address: '石祥路汽车城', lng: 120.15, lat: 30.33 },
  requester: { name: '陈经理', phone: '0571-88880000' },
  note: '车主在场',
  copiedFrom: 'order-0',
  callId: 'call-7',
});

describe('a refused creation', () => {
  const creationAgain = creationIn(command('create-order', 'order-9', payload));

  test('comes back whole: form and links make the very payload again', () => {
    const { draft, links } = creationToChange(creationAgain ?? never());
    const again = parse(commandPayloads['create-order'], { ...detailsOf(draft), ...links });
    expect(again).toEqual({ ok: true, value: payload });
  });

  test('is no edit, and what cannot be read is neither', () => {
    expect(editIn(command('create-order', 'order-9', payload))).toBeUndefined();
    expect(creationIn({ ...command('create-order', 'order-9', payload), payload: {} })).toBeUndefined();
  });
});

describe('a refused edit', () => {
  const edit = (patch: object, base: object) =>
    editIn({
      ...command('void', 'order-1', { reason: '-' }),
      type: 'edit-order',
      payload: { patch, base },
    }) ?? never();
  const others = (patch: { note: string }) =>
    told(created, line('dispatcher', 'edit-order', { patch, base: { note: null } }));

  test('is put over the order as it is now', () => {
    const order = told(created);
    const start = editToChange(edit({ note: '北门', fault: '爆胎' }, { note: null, fault: null }), order);
    expect(start.conflicts).toEqual([]);
    expect(editOf(start.draft, start.seen)).toEqual({
      patch: { note: '北门', fault: '爆胎' },
      base: { note: null, fault: null },
    });
  });

  test('does not overwrite what somebody else entered unless it is chosen', () => {
    const order = others({ note: '南门' });
    const start = editToChange(edit({ note: '北门' }, { note: null }), order);
    expect(start.conflicts).toEqual(['note']);
    const unchosen = editOf(start.draft, start.seen) ?? never();
    expect(rejectionOf(judge(order, line('dispatcher', 'edit-order', unchosen))).code).toBe('edit-conflict');
    const chosen = editOf(start.draft, { ...start.seen, note: order.note ?? '' }) ?? never();
    expect(chosen).toEqual({ patch: { note: '北门' }, base: { note: '南门' } });
    expect(judge(order, line('dispatcher', 'edit-order', chosen)).ok).toBe(true);
  });

  test('leaves nothing to do where somebody else entered the same', () => {
    const start = editToChange(edit({ note: '南门' }, { note: null }), others({ note: '南门' }));
    expect(start.conflicts).toEqual([]);
    expect(editOf(start.draft, start.seen)).toBeUndefined();
  });

  test('takes away what it took away', () => {
    const order: Order = told(
      created,
      line('clerk', 'edit-order', { patch: { note: '旧' }, base: { note: null } }),
    );
    const start = editToChange(edit({ note: null }, { note: '旧' }), order);
    expect(start.draft).toMatchObject(draftPart('note', told(created)));
    expect(editOf(start.draft, start.seen)).toEqual({ patch: { note: null }, base: { note: '旧' } });
  });
});

function never(): never {
  throw new Error('The command could not be read');
}
