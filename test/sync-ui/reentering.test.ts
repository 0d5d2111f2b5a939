// A refused edit is entered again upon what stands by then, and leaves the list once it was done over.
import { describe, expect, test } from 'vitest';
import type { DocumentOf } from '#schemas/sync/collections.ts';
import { enteredAgainst, reentered, reenteredKeys } from '../../client/sync/reentering.ts';

const outlet: DocumentOf<'outlets'> = {
  ...{ id: 'outlet-1', name: '拱墅', disabled: false, phone: '0571-1', address: '石祥路', note: '旧' },
  ...{ lng: 120, lat: 30, callSystemAddresses: [], version: 4 },
};
const before = { ...outlet, version: 3 };
const edit = {
  newDocumentState: { ...before, name: '拱墅网点', note: undefined, edit: { deviceId: 'd', n: 9 } },
  assumedMasterState: { ...before },
};

describe('a refused edit', () => {
  test('is shown against what stands now', () => {
    expect(enteredAgainst(edit, { ...outlet, name: '拱墅二部' })).toEqual([
      { field: 'name', value: '拱墅网点', before: { value: '拱墅二部' } },
      { field: 'note', value: null, before: { value: '旧' } },
    ]);
  });

  test('changes only what was entered, whatever was changed since', () => {
    const { note: _, ...rest } = outlet;
    expect(reentered(edit, { ...outlet, phone: '0571-2' })).toEqual({
      ...rest,
      name: '拱墅网点',
      phone: '0571-2',
    });
  });

  test('has nothing more to say once it stands there, or once its document is gone', () => {
    const { note: _, ...rest } = outlet;
    expect(reentered(edit, { ...rest, name: '拱墅网点' })).toBeUndefined();
    expect(reentered(edit, undefined)).toBeUndefined();
  });

  test('of something new makes it anew, without what belongs to the protocol', () => {
    const { version: _, ...fields } = outlet;
    const creation = { newDocumentState: { ...fields, edit: { deviceId: 'd', n: 9 } } };
    expect(reentered(creation, undefined)).toEqual(fields);
    expect(enteredAgainst(creation, undefined)).toContainEqual({ field: 'name', value: '拱墅' });
  });
});

describe('what was done over', () => {
  const waiting = [
    { key: 'changed', collection: 'outlets' as const, documentId: 'outlet-1', since: 100 },
    { key: 'new', collection: 'customers' as const, documentId: undefined, since: 100 },
  ];
  const held = (
    outlets: readonly DocumentOf<'outlets'>[],
    customers: readonly DocumentOf<'outlets'>[] = [],
  ) =>
    reenteredKeys(
      (name) => (name === 'outlets' ? outlets : name === 'customers' ? customers : []),
      'd',
      waiting,
    );

  test('is known by a later edit of this device, of the same document or a new one', () => {
    expect(held([{ ...outlet, edit: { deviceId: 'd', n: 101 } }])).toEqual(['changed']);
    expect(held([], [{ ...outlet, id: 'any', edit: { deviceId: 'd', n: 101 } }])).toEqual(['new']);
  });

  test('is neither an earlier edit, nor one of somebody else or of another document', () => {
    expect(held([{ ...outlet, edit: { deviceId: 'd', n: 99 } }])).toEqual([]);
    expect(held([{ ...outlet, edit: { deviceId: 'e', n: 101 } }])).toEqual([]);
    expect(held([{ ...outlet, id: 'outlet-2', edit: { deviceId: 'd', n: 101 } }])).toEqual([]);
  });
});
