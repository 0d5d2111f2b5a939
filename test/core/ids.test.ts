// Ids that sort by the time they were made.
import { describe, expect, test } from 'vitest';
import { Check } from 'typebox/value';
import { ulid } from '#schemas/core/ids.ts';
import { Id } from '#schemas/core/types.ts';

const zeros = new Uint8Array(10);
const ones = new Uint8Array(10).fill(255);

describe('a ULID', () => {
  test('is written as the specification writes it', () => {
    // The time of the example in https://github.com/ulid/spec.
    expect(ulid(1469918176385, zeros)).toBe('01ARYZ6S410000000000000000');
    expect(ulid(0, zeros)).toBe('0'.repeat(26));
    expect(ulid(2 ** 48 - 1, ones)).toBe('7ZZZZZZZZZZZZZZZZZZZZZZZZZ');
    expect(ulid(0, new Uint8Array([0, 0, 0, 0, 0, 0, 0, 0, 0, 33]))).toBe(`${'0'.repeat(24)}11`);
  });

  test('takes ten bytes, no fewer; more are left alone', () => {
    expect(() => ulid(0, new Uint8Array(9))).toThrow('ten random bytes');
    expect(ulid(0, new Uint8Array(16))).toBe('0'.repeat(26));
  });

  test('fits the schema of an id', () => {
    expect(Check(Id, ulid(Date.UTC(2026, 2, 1), ones))).toBe(true);
  });
});
