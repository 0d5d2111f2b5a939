// Templates: their fields, and what a message costs.
import { describe, expect, test } from 'vitest';
import { fieldsOf, fill, lengthOf } from '#schemas/sms/template.ts';

describe('a template', () => {
  test('has each field once, in order', () => {
    expect(fieldsOf('{b}{a}，{b}')).toEqual(['b', 'a']);
    expect(fieldsOf('{} {1a} {a b} {{c}}')).toEqual(['c']);
  });

  test('keeps a field that has no value, also one named like a part of every object', () => {
    expect(fill('{a}{toString}', { a: '1' })).toBe('1{toString}');
  });
});

describe('the length of a message', () => {
  test.each([
    [0, 1],
    [70, 1],
    [71, 2],
    [134, 2],
    [135, 3],
  ])('of %i units is %i parts', (units, parts) => {
    expect(lengthOf('字'.repeat(units))).toEqual({ units, parts });
  });

  test('counts an emoji as two, as gateways do', () => {
    expect(lengthOf('🚗').units).toBe(2);
  });
});
