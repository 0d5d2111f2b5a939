// What cannot be verified goes back to its outlet with a reason, is put right there, and is submitted again.
import { describe, expect, test } from 'vitest';
import {
  continued,
  judge,
  line,
  rejectionOf,
  repair,
  resubmitted,
  sentBack,
  told,
  verified,
  wayTo,
} from '../setup/rules.ts';
import { atStage } from '../setup/moves.ts';

const closed = told(...wayTo.completed);
const back = continued(closed, sentBack);
const vin = line('clerk', 'edit-order', { patch: { note: '车架号 LSV1' }, base: {} });

describe('an order that finance sends back', () => {
  test('tells its outlet who wants what, and stands out there', () => {
    expect(back).toMatchObject({
      sentBack: { by: 'staff-finance', at: '2026-03-01T08:00:05.000Z', reason: '缺车架号' },
      attention: [{ code: 'sent-back' }],
      finance: { stage: 'unverified' },
      status: 'completed',
    });
    expect(back.timeline.at(-1)).toMatchObject({ type: 'send-back', reason: '缺车架号', flag: 'sent-back' });
  });

  test('can be edited though it has ended, as long as it is with its outlet', () => {
    expect(rejectionOf(judge(closed, vin)).code).toBe('order-completed');
    const again = continued(back, vin, resubmitted);
    expect(again.note).toBe('车架号 LSV1');
    expect(rejectionOf(judge(again, vin)).code).toBe('order-completed');
  });

  test('is with finance again when it is submitted, and shows nothing of it but its history', () => {
    const again = continued(back, resubmitted);
    expect(again).toEqual({ ...closed, timeline: again.timeline });
    expect(again.timeline.slice(-2)).toMatchObject([
      { type: 'send-back' },
      { type: 'resubmit', by: 'staff-clerk', note: '已补' },
    ]);
    expect(judge(again, verified).ok).toBe(true);
  });

  test('is not verified meanwhile, and not sent back twice', () => {
    expect(rejectionOf(judge(back, verified))).toEqual({ code: 'with-outlet', detail: '缺车架号' });
    expect(rejectionOf(judge(back, sentBack)).code).toBe('with-outlet');
  });

  test('is submitted by its outlet or by finance, once', () => {
    for (const one of ['clerk', 'dispatcher', 'finance2'] as const)
      expect(judge(back, line(one, 'resubmit', {})).ok).toBe(true);
    expect(rejectionOf(judge(back, line('driver1', 'resubmit', {}))).code).toBe('not-permitted');
    expect(rejectionOf(judge(back, line('dispatcher2', 'resubmit', {}))).code).toBe('order-not-found');
    expect(rejectionOf(judge(continued(back, resubmitted), resubmitted)).code).toBe('not-sent-back');
  });

  test('stays so when a repair sets something right, until its result is another one', () => {
    const steps = repair({ mileageKm: 9 }, { mileageKm: 12.5 });
    expect(continued(back, steps).attention).toEqual(back.attention);
    const voided = continued(back, repair({ status: 'voided' }, { status: 'completed' }));
    expect(voided).toMatchObject({ status: 'voided', attention: [] });
    expect(voided).not.toHaveProperty('sentBack');
  });
});

describe('sending back', () => {
  test.each(['verified', 'priced', 'posted'] as const)('is not for what is %s', (stage) => {
    expect(rejectionOf(judge(atStage[stage](closed), sentBack)).code).toBe('wrong-finance-stage');
  });

  test('is for those who verify, and only once the order has ended', () => {
    expect(rejectionOf(judge(closed, line('clerk', 'send-back', { reason: 'x' }))).code).toBe(
      'not-permitted',
    );
    expect(rejectionOf(judge(told(...wayTo['on-scene']), sentBack)).code).toBe('order-not-closed');
  });

  test('leaves what is on a statement alone', () => {
    const onStatement = { ...closed, finance: { ...closed.finance, statementId: 'statement-1' } };
    expect(rejectionOf(judge(onStatement, sentBack)).code).toBe('on-statement');
  });
});
