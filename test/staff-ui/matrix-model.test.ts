// Ticking permissions one by one, by row and by column, with the limits of whoever does it.
import { describe, expect, test } from 'vitest';
import { lacking, nextSwitch, switched, tickOf } from '../../client/staff/matrix-model.ts';
import type { Permission } from '#schemas/staff/permissions.ts';

const customers: Permission[] = ['customers.view', 'customers.edit', 'customers.delete'];
const anything = () => true;
const allBut = (mine: Permission) => (permission: Permission) => permission !== mine;

describe('a row', () => {
  test('is ticked as a whole and cleared again', () => {
    const all = switched([], customers, true, anything);
    expect(all).toEqual(customers);
    expect(tickOf(all, customers)).toBe('all');
    expect(switched(all, customers, false, anything)).toEqual([]);
  });

  test('of which some is held is filled first', () => {
    expect(tickOf(['customers.view'], customers)).toBe('some');
    expect(nextSwitch(['customers.view'], customers, anything)).toBe(true);
    expect(nextSwitch(customers, customers, anything)).toBe(false);
  });
});

describe('what somebody does not have himself', () => {
  test('he cannot tick, nor anything that brings it along', () => {
    const mayGrant = allBut('customers.view');
    expect(lacking([], 'customers.view', mayGrant)).toBe('customers.view');
    expect(lacking([], 'customers.edit', mayGrant)).toBe('customers.view');
    expect(lacking(['customers.view'], 'customers.edit', mayGrant)).toBeUndefined();
  });

  test('he cannot take away, nor what it is worth nothing without', () => {
    const mayGrant = allBut('customers.delete');
    expect(lacking(customers, 'customers.view', mayGrant)).toBe('customers.delete');
    expect(lacking(customers, 'customers.edit', mayGrant)).toBeUndefined();
  });

  test('stays as it is when the row changes', () => {
    const mayGrant = allBut('customers.delete');
    expect(switched([], customers, true, mayGrant)).toEqual(['customers.view', 'customers.edit']);
    expect(switched(customers, customers, false, mayGrant)).toEqual(['customers.view', 'customers.delete']);
    expect(nextSwitch([], customers, () => false)).toBeUndefined();
  });
});

test('clearing a column of views clears what needs them', () => {
  expect(switched([...customers, 'jobs.work'], ['customers.view'], false, anything)).toEqual(['jobs.work']);
});
