// The table itself: every move has an answer in every status, and facts are never refused.
import { describe, expect, test } from 'vitest';
import { attentionCodeList, rejectionCodeList } from '#schemas/core/codes.ts';
import { moveOf } from '#schemas/orders/decide.ts';
import { lifecycle, type Cell, type Move } from '#schemas/orders/lifecycle.ts';
import { closedStatuses, isOpen, openStatuses, orderStatuses } from '#schemas/orders/order.ts';

const intents: Move[] = [
  'edit',
  'dispatch',
  'recall',
  'offer',
  'withdraw-offer',
  'accept',
  'decline',
  'accept-offer',
  'complete-by-office',
  'empty-run-by-office',
  'void',
];
const facts: Move[] = [
  'depart',
  'arrive',
  'start-work',
  'load',
  'reach-destination',
  'complete-by-driver',
  'empty-run-by-driver',
];
/** What is said about an order beside its way: it stays where it is, closed or not. A repair itself says where to. */
const words: Move[] = [
  'decline-offer',
  'photo',
  'send-sms',
  'report-sms',
  'confirm',
  'rate',
  'repair',
  'resubmit',
];
const moves = [...intents, ...facts, ...words];
const cells = moves.flatMap((move) =>
  orderStatuses.map((status) => ({ move, status, cell: lifecycle[move][status] })),
);

const nextOf = (cell: Cell) => (cell.go ? cell.next : undefined);

describe('the life-cycle table', () => {
  test('knows exactly the intents, the facts and the words, and each of them in every status', () => {
    expect(Object.keys(lifecycle).sort()).toEqual([...moves].sort());
    for (const row of Object.values(lifecycle))
      expect(Object.keys(row).sort()).toEqual([...orderStatuses].sort());
  });

  test.each(facts)('never refuses the fact `%s`', (fact) => {
    expect(orderStatuses.filter((status) => !lifecycle[fact][status].go)).toEqual([]);
  });

  test('moves or flags by every fact: none passes unseen', () => {
    const unseen = cells.filter(
      ({ move, cell }) => facts.includes(move) && cell.go && !cell.next && !cell.flag,
    );
    expect(unseen).toEqual([]);
  });

  test.each(intents)('refuses the intent `%s` once the order is closed', (intent) => {
    expect(closedStatuses.filter((status) => lifecycle[intent][status].go)).toEqual([]);
  });

  test('leads from no closed status to an open one', () => {
    const opening = cells.filter(({ status, cell }) => {
      const next = nextOf(cell);
      return !isOpen(status) && next !== undefined && isOpen(next);
    });
    expect(opening).toEqual([]);
  });

  test('moves a driver’s steps forward only', () => {
    const back = cells.filter(({ move, status, cell }) => {
      const next = nextOf(cell);
      const isStep = facts.includes(move) && !move.endsWith('by-driver');
      const isForward = next && openStatuses.findIndex((s) => s === next) > orderStatuses.indexOf(status);
      return isStep && next && !isForward;
    });
    expect(back).toEqual([]);
  });

  test('flags whatever changes an order that was closed', () => {
    const silent = cells.filter(
      ({ move, status, cell }) => !words.includes(move) && !isOpen(status) && cell.go && !cell.flag,
    );
    expect(silent).toEqual([]);
  });

  test.each(words)('leaves the order where it is by `%s`, and flags nothing', (word) => {
    for (const status of orderStatuses) {
      const cell = lifecycle[word][status];
      if (cell.go) expect(cell).toEqual({ go: true });
    }
  });

  test('hears of the result only when there is one', () => {
    const heard = (word: Move) => orderStatuses.filter((status) => lifecycle[word][status].go);
    expect(heard('confirm')).toEqual(['completed', 'empty-run']);
    expect(heard('resubmit')).toEqual(['completed', 'empty-run']);
    expect(heard('rate')).toEqual(['completed']);
    expect(heard('repair')).toEqual([...orderStatuses]);
    expect(heard('send-sms')).toEqual([...orderStatuses]);
  });

  test('leads into every status', () => {
    const reached = new Set(cells.map(({ cell }) => nextOf(cell)));
    for (const status of orderStatuses) expect(reached).toContain(status);
  });

  test('uses codes of the registry, each flag somewhere', () => {
    for (const { cell } of cells) if (!cell.go) expect(rejectionCodeList).toContain(cell.code);
    const flags = new Set(cells.flatMap(({ cell }) => (cell.go && cell.flag ? [cell.flag] : [])));
    // A rating is low by its stars, cash differs by its amount, and finance sends back what it likes: none of them
    // comes of the order's status.
    expect([...flags, 'cash-differs', 'low-rating', 'sent-back'].sort()).toEqual(
      [...attentionCodeList].sort(),
    );
  });
});

describe('a command as a move', () => {
  test('is the driver’s or the office’s when it closes, and an answer to an offer of him who was asked', () => {
    expect(moveOf('complete', 'driver')).toBe('complete-by-driver');
    expect(moveOf('complete', 'previous-driver')).toBe('complete-by-driver');
    expect(moveOf('complete', 'office')).toBe('complete-by-office');
    expect(moveOf('empty-run', 'driver')).toBe('empty-run-by-driver');
    expect(moveOf('empty-run', 'office')).toBe('empty-run-by-office');
    expect(moveOf('accept', 'offered-driver')).toBe('accept-offer');
    expect(moveOf('decline', 'offered-driver')).toBe('decline-offer');
    expect(moveOf('edit-order', 'office')).toBe('edit');
    expect(moveOf('repair-order', 'office')).toBe('repair');
    expect(moveOf('confirm-result', 'office')).toBe('confirm');
  });
});
