// What comes in about a document while its push is unanswered is not lost.
import { describe, expect, test } from 'vitest';
import { Unanswered } from '../../client/data/unanswered.ts';

const row = (id: string) => ({ newDocumentState: { id } });

describe('what comes in while a push is unanswered', () => {
  test('is told once more with the answer, when it is later than the answer', () => {
    const unanswered = new Unanswered();
    const answer = unanswered.send([row('a'), row('b'), row('c')]);
    unanswered.hear([
      { id: 'a', version: 7 },
      { id: 'b', version: 3 },
      { id: 'z', version: 9 },
    ]);
    expect(answer([{ id: 'b', version: 4 }])).toEqual([
      { id: 'b', version: 4 },
      { id: 'a', version: 7 },
    ]);
  });

  test('is the last word when it is a tombstone', () => {
    const unanswered = new Unanswered();
    const answer = unanswered.send([row('a')]);
    unanswered.hear([{ id: 'a', _deleted: true }]);
    expect(answer([{ id: 'a', version: 4 }])).toEqual([{ id: 'a', _deleted: true }]);
  });

  test('is asked for again when it came between the answer and its being stored', () => {
    const unanswered = new Unanswered();
    const answer = unanswered.send([row('a'), row('b')]);
    answer([{ id: 'a', version: 4 }]);
    unanswered.hear([
      { id: 'a', version: 4 },
      { id: 'b', version: 5 },
    ]);
    expect(unanswered.settle()).toEqual(['b']);
    unanswered.hear([{ id: 'b', version: 6 }]);
    expect(unanswered.settle()).toEqual([]);
  });
});
