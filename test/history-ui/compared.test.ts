// What a person is told of a changed field, and what restoring it makes.
import { describe, expect, test } from 'vitest';
import { compare, restored } from '../../client/history/compared.ts';

describe('a changed field', () => {
  test('of a list is what came and what went', () => {
    expect(compare({ field: 'driverIds', before: ['a', 'b'], after: ['b', 'c'] })).toEqual({
      ...{ kind: 'list', added: ['c'], removed: ['a'] },
    });
    expect(compare({ field: 'contacts', after: [{ name: '王' }] })).toEqual({
      ...{ kind: 'list', added: [{ name: '王' }], removed: [] },
    });
  });

  test('of a list in another order is the whole of both', () => {
    expect(compare({ field: 'models', before: [1, 2], after: [2, 1] }).kind).toBe('value');
  });

  test('that was empty, or is empty now, says so', () => {
    expect(compare({ field: 'note', after: '新' })).toEqual({ kind: 'value', before: null, after: '新' });
    expect(compare({ field: 'note', before: '旧' })).toEqual({ kind: 'value', before: '旧', after: null });
  });
});

describe('restoring a field', () => {
  test('leaves all others as they are', () => {
    const document = { id: '1', note: '新', address: '路' };
    expect(restored(document, { field: 'note', before: '旧', after: '新' })).toEqual({
      ...{ id: '1', note: '旧', address: '路' },
    });
  });

  test('takes away what was not there', () => {
    expect(restored({ id: '1', note: '新' }, { field: 'note', after: '新' })).toEqual({ id: '1' });
  });
});
