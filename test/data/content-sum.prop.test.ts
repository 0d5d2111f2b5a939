// The checksum of a document's content: the same for what says the same, another one for what does not.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contentSum } from '../../client/data/content-sum.ts';
import { equalJson } from '#schemas/core/equal.ts';

const value = fc.jsonValue({ maxDepth: 4 });
const document = fc.dictionary(fc.string(), value, { maxKeys: 8 });

test('what says the same has the same one, whatever the order of keys and after a way through the disk', () => {
  fc.assert(
    fc.property(document, (said) => {
      const reversed = Object.fromEntries(Object.entries(said).toReversed());
      expect(contentSum(reversed)).toBe(contentSum(said));
      expect(contentSum(structuredClone(said))).toBe(contentSum(said));
      expect(contentSum({ ...said, 'not said': undefined })).toBe(contentSum(said));
    }),
  );
});

test('what says something else has another one', () => {
  fc.assert(
    fc.property(document, fc.string(), value, (said, key, other) => {
      const changed = { ...said, [key]: other };
      fc.pre(!equalJson(said, changed) && !key.startsWith('_'));
      expect(contentSum(changed)).not.toBe(contentSum(said));
    }),
  );
});

test('two values that change places do as well', () => {
  fc.assert(
    fc.property(value, value, (a, b) => {
      fc.pre(!equalJson(a, b));
      expect(contentSum({ list: [a, b] })).not.toBe(contentSum({ list: [b, a] }));
      expect(contentSum({ x: a, y: b })).not.toBe(contentSum({ x: b, y: a }));
    }),
  );
});

test('nothing in a list and nothing in an object are two things', () => {
  const sums = [[], {}, [[]], [{}], { '': [] }, { '': {} }, null, ''].map((said) => contentSum({ said }));
  expect(new Set(sums).size).toBe(sums.length);
});
