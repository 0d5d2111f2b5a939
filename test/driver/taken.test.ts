// What a driver accepted of an offer: certain, not certain yet, or lost.
import { describe, expect, test } from 'vitest';
import { hasTaken, isLost } from '../../client/driver/taken.ts';
import { continued, created, dispatched, driver1, offered, told } from '../setup/rules.ts';
import type { CommandDocument, Verdict } from '#schemas/orders/commands.ts';

const accept = (verdict?: Verdict): CommandDocument => ({
  ...{ id: 'c', n: 1, deviceId: 'd', type: 'accept', orderId: 'o', at: '2026-03-01T08:00:00Z', payload: {} },
  ...(verdict && { verdict }),
});

describe('an acceptance', () => {
  test('of an offer is not certain until the server has judged it', () => {
    const order = continued(told(created, offered), driver1('accept'));
    const id = order.timeline.at(-1)?.id ?? '';
    expect(hasTaken(order, new Set([id]))).toBe(true);
    expect(hasTaken(order, new Set())).toBe(false);
  });

  test('of a job that was dispatched to him alone is certain at once', () => {
    const order = told(created, dispatched, driver1('accept'));
    expect(hasTaken(order, new Set(order.timeline.map(({ id }) => id)))).toBe(false);
  });

  test.each(['offer-taken', 'offer-withdrawn', 'order-voided'])('that was refused as %s is lost', (code) => {
    expect(isLost(accept({ status: 'rejected', code }))).toBe(true);
  });

  test('that was granted, waits, or came twice is not lost', () => {
    for (const verdict of [
      undefined,
      { status: 'applied' },
      { status: 'rejected', code: 'already-accepted' },
    ] as const)
      expect(isLost(accept(verdict))).toBe(false);
  });
});
