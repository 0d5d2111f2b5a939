// What the history of a document says of a change.
import { expect, test } from 'vitest';
import { fieldChanges, kindOf } from '#schemas/reference/history.ts';

test('says of each field what it was and what it is, and nothing of the rest', () => {
  const before = { id: 'c', version: 3, name: '甲', address: '杭州', outletIds: ['a'], phone: '1' };
  const after = { id: 'c', name: '乙', address: '杭州', outletIds: ['a'], note: 'x' };
  expect(fieldChanges(before, { ...after, edit: { deviceId: 'd', n: 1 }, conflicts: [] })).toEqual([
    { field: 'name', before: '甲', after: '乙' },
    { field: 'phone', before: '1' },
    { field: 'note', after: 'x' },
  ]);
});

test('of a creation says all that was filled', () => {
  expect(fieldChanges(undefined, { id: 'c', name: '甲', disabled: false })).toEqual([
    { field: 'name', after: '甲' },
    { field: 'disabled', after: false },
  ]);
});

test('knows a creation and a deletion from a change', () => {
  const deleted = fieldChanges({ name: '甲' }, { name: '甲', deleted: true });
  expect(kindOf(true, deleted)).toBe('created');
  expect(kindOf(false, deleted)).toBe('deleted');
  expect(kindOf(false, fieldChanges({ name: '甲' }, { name: '乙' }))).toBe('changed');
});
