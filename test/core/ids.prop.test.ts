// Ids that sort by the time they were made, whatever the random bytes.
import { describe, expect, test } from 'vitest';
import { fc } from '../setup/rules.ts';
import { ulid } from '#schemas/core/ids.ts';

const time = fc.nat({ max: 2 ** 48 - 1 });
const random = fc.uint8Array({ minLength: 10, maxLength: 10 });

describe('ULIDs', () => {
  test('are 26 letters of the alphabet of Crockford', () => {
    fc.assert(
      fc.property(time, random, (at, bytes) => {
        expect(ulid(at, bytes)).toMatch(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/);
      }),
    );
  });

  test('sort by time', () => {
    fc.assert(
      fc.property(time, time, random, random, (a, b, one, other) => {
        fc.pre(a !== b);
        expect(ulid(a, one) < ulid(b, other)).toBe(a < b);
      }),
    );
  });

  test('sort and differ by their bytes within a millisecond', () => {
    fc.assert(
      fc.property(time, random, random, (at, one, other) => {
        const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
        const [a, b] = [ulid(at, one), ulid(at, other)];
        expect([a < b, a === b]).toEqual([hex(one) < hex(other), hex(one) === hex(other)]);
      }),
    );
  });
});
