// What only those who edit a kind see of it: others are not shown it, and cannot lose it.
import { describe, expect, test } from 'vitest';
import { personOf } from '../setup/rules.ts';
import { shownOf, withUnseen } from '#schemas/reference/shown.ts';

const note = (field: string) => ({ field, kept: 1, other: 2, by: 'staff-1', at: '2026-03-01T08:00:00Z' });
const outlet = { id: 'outlet-1', name: '一', callSystemAddresses: ['10.0.0.1'], conflicts: [note('name')] };

describe('an outlet', () => {
  test('is shown whole to whoever edits outlets, and to others without its addresses and the notes on them', () => {
    const noted = { ...outlet, conflicts: [note('callSystemAddresses'), note('name')] };
    expect(shownOf(personOf('admin'), 'outlets', noted)).toBe(noted);
    const { callSystemAddresses: _, ...rest } = outlet;
    expect(shownOf(personOf('driver1'), 'outlets', noted)).toEqual(rest);
    const { conflicts: _none, ...unnoted } = rest;
    const alone = { ...outlet, conflicts: [note('callSystemAddresses')] };
    expect(shownOf(personOf('driver1'), 'outlets', alone)).toEqual(unnoted);
  });

  test('that comes back without them keeps them and their notes', () => {
    const stored = { ...outlet, conflicts: [note('callSystemAddresses'), note('name')] };
    const sent = { id: 'outlet-1', name: '二', conflicts: [note('name')] };
    expect(withUnseen('outlets', sent, stored)).toEqual({
      ...sent,
      callSystemAddresses: ['10.0.0.1'],
      conflicts: [note('name'), note('callSystemAddresses')],
    });
  });

  test('may be emptied by whoever was shown them, and is new with none', () => {
    const emptied = { ...outlet, callSystemAddresses: [] };
    expect(withUnseen('outlets', emptied, outlet)).toBe(emptied);
    expect(withUnseen('outlets', { id: 'o', name: '三' }, undefined)).toEqual({
      ...{ id: 'o', name: '三', callSystemAddresses: [] },
    });
  });
});

test('any other document is shown and taken as it is', () => {
  const vehicle = { id: 'vehicle-1', name: '车' };
  expect(shownOf(personOf('driver1'), 'vehicles', vehicle)).toBe(vehicle);
  expect(withUnseen('vehicles', vehicle, undefined)).toBe(vehicle);
});
