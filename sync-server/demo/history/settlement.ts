// What finance does about an order after it was closed: verify, approve by another person, post; now and
// then one stage back. Days pass in between, so the youngest orders are still waiting.
import { customers } from '../data/customers.ts';
import { officeMoment, minute } from './clock.ts';
import { priceOf, type Price } from './prices.ts';
import type { Random } from './random.ts';
import type { Rescue } from './rescue.ts';
import type { Deed } from './script.ts';

export function settlementOf(rescue: Rescue, deeds: readonly Deed[], random: Random): Deed[] {
  const end = endOf(deeds);
  if (!end) return [];
  const price = priceOf(rescue, end.ended);
  const [verifier, approver] = random.chance(0.7) ? pair : swapped;
  const approvedFen =
    random.chance(0.06) && price.amountFen > 20_000 ? price.amountFen - 2_000 : price.amountFen;
  const verified = verification(rescue, price, verifier, officeMoment(end.at, random.whole(1, 2), random));
  const approved = approval(
    rescue,
    price,
    approvedFen,
    approver,
    officeMoment(verified.at, random.whole(1, 2), random),
  );
  const corrected = random.chance(0.03) ? correction(rescue, approvedFen, approver, approved.at) : [];
  const ready = corrected.at(-1)?.at ?? approved.at;
  const paidAt = officeMoment(ready, daysToPay(rescue, random), random);
  return [verified, approved, ...corrected, ...payment(rescue, price, approvedFen, verifier, paidAt, random)];
}

type Pair = readonly [verifier: string, approver: string];
const pair: Pair = ['staff-finance', 'staff-finance2'];
const swapped: Pair = ['staff-finance2', 'staff-finance'];

/** How the order ended, as its driver or the office reported first. */
function endOf(deeds: readonly Deed[]): { ended: 'completed' | 'empty-run'; at: number } | undefined {
  const ends = deeds.filter(({ draft }) => draft.type === 'complete' || draft.type === 'empty-run');
  const first = ends.toSorted((a, b) => a.at - b.at)[0];
  return first && { ended: first.draft.type === 'complete' ? 'completed' : 'empty-run', at: first.at };
}

function verification(
  { orderId }: Rescue,
  { lines, amountFen, method }: Price,
  by: string,
  at: number,
): Deed {
  return { actorId: by, at, draft: { type: 'verify', orderId, payload: { lines, amountFen, method } } };
}

function approval({ orderId }: Rescue, price: Price, amountFen: number, by: string, at: number): Deed {
  const note = amountFen === price.amountFen ? {} : { note: '按客户协议下调' };
  return { actorId: by, at, draft: { type: 'approve-price', orderId, payload: { amountFen, ...note } } };
}

/** Approved too early: back by one stage, looked at again, approved again. */
function correction({ orderId }: Rescue, amountFen: number, by: string, at: number): Deed[] {
  const back = { type: 'reverse-finance', orderId, payload: { reason: '漏看过路费票据，重新核价' } } as const;
  const again = { type: 'approve-price', orderId, payload: { amountFen, note: '票据已核对' } } as const;
  return [
    { actorId: by, at: at + 12 * minute, draft: back },
    { actorId: by, at: at + 25 * minute, draft: again },
  ];
}

function daysToPay({ details }: Rescue, random: Random): number {
  const cycle = customers.find(({ id }) => id === details.customerId)?.settlement.cycle;
  return cycle === 'monthly' ? random.whole(3, 9) : random.whole(1, 3);
}

function payment(
  { orderId }: Rescue,
  { method }: Price,
  amountFen: number,
  by: string,
  at: number,
  random: Random,
): Deed[] {
  const isShort = random.chance(0.03) && amountFen > 10_000;
  const receivedFen = isShort ? amountFen - 1_000 : amountFen;
  const note = isShort ? { note: '尾差10元，客户下月补' } : {};
  const draft = { type: 'post-payment', orderId, payload: { receivedFen, method, ...note } } as const;
  return [{ actorId: by, at, draft }];
}
