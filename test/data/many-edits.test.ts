// What an import does to many documents at once is done once for all of them.
import { EMPTY } from 'rxjs';
import { describe, expect, test } from 'vitest';
import { numbering } from '../../client/data/edits.ts';
import { inDisplayOrder } from '../../client/data/references.ts';

describe('the numbers of edits', () => {
  function counting() {
    const written: number[] = [];
    let stored = { n: Date.now() + 60_000 };
    const modify = (change: (data: { n: number }) => { n: number }) => {
      written.push((stored = change(stored)).n);
      return Promise.resolve(stored);
    };
    return { written, began: stored.n, next: numbering({ data$: EMPTY, modify }) };
  }

  test('that are asked for at once are counted with one write, in their order', async () => {
    const { written, began, next } = counting();
    const numbers = await Promise.all(Array.from({ length: 100 }, next));
    expect(numbers).toEqual(Array.from({ length: 100 }, (_, at) => began + 1 + at));
    expect(written).toEqual([began + 100]);
  });

  test('go on where the last ones ended', async () => {
    const { began, next } = counting();
    const early = Promise.all([next(), next()]);
    expect([await next(), ...(await early), await next()]).toEqual([3, 1, 2, 4].map((n) => began + n));
  });
});

describe('documents in the order in which they are shown', () => {
  const document = (id: string, name: string) => ({ id, name });
  const [a, b, c] = [document('1', '安和'), document('2', '北城 2'), document('3', '北城 10')];
  const by = (...documents: readonly { id: string; name: string }[]) =>
    new Map(documents.map((each) => [each.id, each]));

  test('stand so whatever stood before', () => {
    expect(inDisplayOrder([c, b, a], by())).toEqual([a, b, c]);
    expect(inDisplayOrder([c, b, a], by(c, a))).toEqual([a, b, c]);
  });

  test('are put elsewhere when they were renamed, and leave when they are gone', () => {
    const renamed = document('1', '中和');
    expect(inDisplayOrder([renamed, c], by(a, b, c))).toEqual([c, renamed]);
  });
});
