// Money over the whole life of an order: every posting balances, and the accounts say what the stage says.
import { describe, expect, test } from 'vitest';
import { fc, play, type Turn } from '../setup/rules.ts';
import { story } from '../setup/stories.ts';
import { sumFen, totalFen } from '#schemas/core/money.ts';
import type { PostingLine } from '#schemas/finance/ledger.ts';
import { bookingsOf } from '#schemas/finance/repair.ts';
import type { Order, OrderFinance } from '#schemas/orders/order.ts';

const postingsOf = ({ before, after, decision }: Turn): PostingLine[][] =>
  decision.ok
    ? decision.value.flatMap((event) => bookingsOf(before, event, after).map(({ lines }) => [...lines]))
    : [];

const balanceOf = (lines: readonly PostingLine[], account: string): number =>
  sumFen(lines.filter((line) => line.account.startsWith(account)).map(({ amountFen }) => amountFen));

function alwaysAfter(holds: (order: Order, ledger: readonly PostingLine[]) => void): void {
  const property = fc.property(story, (lines) => {
    const ledger: PostingLine[] = [];
    for (const turn of play(lines).turns) {
      ledger.push(...postingsOf(turn).flat());
      holds(turn.after, ledger);
    }
  });
  fc.assert(property);
}

describe('the ledger', () => {
  test('balances in every posting, in whole fen', () => {
    const property = fc.property(story, (lines) => {
      for (const posting of play(lines).turns.flatMap(postingsOf)) {
        expect(totalFen(posting)).toBe(0);
        expect(posting.every(({ amountFen }) => Number.isSafeInteger(amountFen) && amountFen !== 0)).toBe(
          true,
        );
      }
    });
    fc.assert(property);
  });

  test('shows as revenue the approved price, and nothing before or after it stands', () => {
    alwaysAfter(({ finance }, ledger) => {
      const stands = finance.stage === 'priced' || finance.stage === 'posted';
      expect(balanceOf(ledger, 'revenue:') + (stands ? (finance.amountFen ?? NaN) : 0)).toBe(0);
    });
  });

  test('shows as owed what is priced and not received', () => {
    alwaysAfter(({ finance, customerId }, ledger) => {
      const owed = balanceOf(ledger, 'receivable:');
      expect(owed).toBe(owedBy(finance));
      expect(balanceOf(ledger, `receivable:${customerId}`)).toBe(owed);
    });
  });

  test('shows as money what was received, on the account of its method', () => {
    alwaysAfter(({ finance }, ledger) => {
      const received = finance.stage === 'posted' ? (finance.receivedFen ?? NaN) : 0;
      const here = received - (finance.taken?.paysFen ?? 0);
      expect(balanceOf(ledger, 'money:')).toBe(here);
      const rests = finance.rests ?? [];
      const first = { method: finance.method ?? '', receivedFen: here - sumFen(rests.map(fenOf)) };
      const parts = [first, ...rests];
      for (const { method } of parts) {
        const came = sumFen(parts.filter((part) => part.method === method).map(fenOf));
        expect(balanceOf(ledger, `money:${method}`)).toBe(method === '' ? here : came);
      }
    });
  });

  test('shows as held by drivers what was collected in cash, until finance takes it for a payment', () => {
    alwaysAfter(({ finance, cash }, ledger) => {
      const collected = cash?.collectedFen ?? 0;
      expect(balanceOf(ledger, 'driver:')).toBe(collected);
      if (cash) expect(balanceOf(ledger, `driver:${cash.driverId}`)).toBe(collected);
      expect(balanceOf(ledger, 'collected:')).toBe((finance.taken?.takenFen ?? 0) - collected);
      const { takenFen = 0, paysFen = 0 } = finance.taken ?? {};
      expect(balanceOf(ledger, 'clearing:') + takenFen - paysFen).toBe(0);
    });
  });
});

const fenOf = ({ receivedFen }: { readonly receivedFen: number }): number => receivedFen;

function owedBy({ stage, amountFen = NaN, receivedFen = NaN }: OrderFinance): number {
  if (stage === 'priced') return amountFen;
  return stage === 'posted' ? amountFen - receivedFen : 0;
}

describe('a reversal', () => {
  test('brings back exactly what stood before the stage that it undoes', () => {
    const property = fc.property(story, (lines) => {
      let stood: OrderFinance[] = [];
      for (const { command, before, after, decision } of play(lines).turns) {
        if (!decision.ok) continue;
        if (command.type === 'repair-finance') stood = stood.map((one) => repairedIn(one, after.finance));
        const depth = stages.indexOf(after.finance.stage);
        if (depth > stages.indexOf(before.finance.stage)) stood.push(before.finance);
        if (depth >= stood.length) continue;
        expectBack(after.finance, stood[depth]);
        stood.length = depth;
      }
    });
    fc.assert(property);
  });
});

const stages = ['unverified', 'verified', 'priced', 'posted'];

/** A repair sets the price right that was approved; what was verified stands as it was said. */
const repairedIn = (stood: OrderFinance, now: OrderFinance): OrderFinance =>
  stood.stage === 'priced' && now.stage === 'posted' ? { ...stood, amountFen: now.amountFen ?? NaN } : stood;

/** All the way back, what was verified stays as a proposal for the next person who verifies. */
function expectBack(now: OrderFinance, then: OrderFinance | undefined): void {
  expect(now.stage).toBe(then?.stage);
  if (now.stage !== 'unverified') expect(now).toEqual(then);
  else expect(now).not.toHaveProperty('verifiedBy');
}
