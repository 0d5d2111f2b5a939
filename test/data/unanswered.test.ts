// What comes in about a document while its push is unanswered is not lost.
import { describe, expect, test } from 'vitest';
import { Unanswered } from '../../client/data/unanswered.ts';

const minutes = 60_000;
let now = 0;
const clock = { now: () => now };

const row = (id: string) => ({ newDocumentState: { id } });

describe('what comes in while a push is unanswered', () => {
  test('is told once more with the answer, when it is later than the answer', () => {
    const unanswered = new Unanswered(clock);
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
    const unanswered = new Unanswered(clock);
    const answer = unanswered.send([row('a')]);
    unanswered.hear([{ id: 'a', _deleted: true }]);
    expect(answer([{ id: 'a', version: 4 }])).toEqual([{ id: 'a', _deleted: true }]);
  });

  test('is asked for again when it came between the answer and its being stored', () => {
    const unanswered = new Unanswered(clock);
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

  test('is handed over as it was answered when it is older, until the feed has come as far', () => {
    const unanswered = new Unanswered(clock);
    const stored = { id: 'a', version: 4 };
    unanswered.send([row('a')])([stored]);
    expect(
      unanswered.hear([
        { id: 'z', version: 1 },
        { id: 'a', version: 3 },
      ]),
    ).toEqual([{ id: 'z', version: 1 }, stored]);
    expect(unanswered.hear([stored, { id: 'a', version: 6 }])).toEqual([stored, { id: 'a', version: 6 }]);
    expect(unanswered.hear([{ id: 'a', version: 5 }]), 'known again by RxDB itself').toEqual([
      { id: 'a', version: 5 },
    ]);
  });

  test('is handed over as it is when nothing older can be on its way, a backup was restored, or it was fetched', () => {
    const ways: ((unanswered: Unanswered) => unknown)[] = [
      () => (now += 3 * minutes),
      (unanswered) => unanswered.forget(),
      (unanswered) => unanswered.trust(['a']),
    ];
    for (const later of ways) {
      const unanswered = new Unanswered(clock);
      unanswered.send([row('a')])([{ id: 'a', version: 100 }]);
      later(unanswered);
      expect(unanswered.hear([{ id: 'a', version: 50 }])).toEqual([{ id: 'a', version: 50 }]);
    }
  });

  test('is asked for again when something older was handed over before the answer', () => {
    const unanswered = new Unanswered(clock);
    const answer = unanswered.send([row('a')]);
    unanswered.hear([{ id: 'a', version: 2 }]);
    expect(answer([{ id: 'a', version: 4 }])).toEqual([{ id: 'a', version: 4 }]);
    expect(unanswered.settle()).toEqual(['a']);
  });
});
