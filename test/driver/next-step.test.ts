// What a driver's large button offers.
import { describe, expect, test } from 'vitest';
import { nextStep, skips, stepsDone, stepsOf } from '../../client/driver/next-step.ts';
import { lifecycle, type Cell } from '#schemas/orders/lifecycle.ts';
import { openStatuses, type OrderStatus } from '#schemas/orders/order.ts';

/** Follows the large button from dispatch to the end. */
function road(tows: boolean): string[] {
  const taken: string[] = [];
  let status: OrderStatus = 'dispatched';
  for (let step = nextStep(status, tows); step; step = nextStep(status, tows)) {
    taken.push(step);
    const cell: Cell = lifecycle[step === 'complete' ? 'complete-by-driver' : step][status];
    if (!cell.go || !cell.next) throw new Error(`${step} leads nowhere from ${status}`);
    status = cell.next;
  }
  return [...taken, status];
}

describe('the next step', () => {
  test('leads a tow over loading and its destination to completion', () => {
    expect(road(true)).toEqual([
      'accept',
      'depart',
      'arrive',
      'start-work',
      'load',
      'reach-destination',
      'complete',
      'completed',
    ]);
  });

  test('leads a service on the spot straight from work to completion', () => {
    expect(road(false)).toEqual(['accept', 'depart', 'arrive', 'start-work', 'complete', 'completed']);
  });

  test('is none before dispatch and after the end', () => {
    for (const status of ['pending', 'completed', 'empty-run', 'voided'] as const) {
      expect(nextStep(status, true)).toBeUndefined();
      expect(skips(status, true)).toEqual([]);
    }
  });

  test('can be jumped over only forwards', () => {
    expect(skips('on-scene', false)).toEqual(['complete']);
    expect(skips('on-scene', true)).toEqual(['load', 'reach-destination', 'complete']);
    expect(skips('at-destination', true)).toEqual([]);
  });

  test('is counted on the line of progress, skipped steps included', () => {
    expect(stepsDone('dispatched', false)).toBe(0);
    expect(stepsDone('completed', false)).toBe(stepsOf(false).length);
    const counts = openStatuses.map((status) => stepsDone(status, true));
    expect(counts).toEqual([...counts].sort((a, b) => a - b));
  });
});
