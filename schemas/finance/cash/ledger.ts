// What drivers' cash writes into the ledger.
//
// Cash is booked where it is: on the driver from the moment he reports it, in the till from the moment it is counted.
// Against it stands `collected:unposted`, what customers paid at the car for orders that finance has not posted.
// Posting an order by cash pays it from there, not from the till: the money came in once, and is booked once.
//
//   completed   driver:D          collected:unposted
//   counted     money:M           driver:D             short: difference:D too, over: the other way round
//   posted      collected:unposted receivable:C        and what pays nothing: clearing:C, the customer's credit
import { transfer, type PostingLine } from '../ledger.ts';
import type { Collection, TakenCash } from './cash.ts';
import { standingCount, type CashEvent } from './decide.ts';

export const collected = 'collected:unposted';
const driver = (id: string) => `driver:${id}`;
const difference = (driverId: string) => `difference:${driverId}`;

/** Somebody else holds it, or more, or less. */
export function collectionPosting(before: Collection | undefined, after: Collection): PostingLine[] {
  const former = before ?? { driverId: after.driverId, collectedFen: 0 };
  if (former.driverId === after.driverId)
    return transfer(driver(after.driverId), collected, after.collectedFen - former.collectedFen);
  return [
    ...transfer(collected, driver(former.driverId), former.collectedFen),
    ...transfer(driver(after.driverId), collected, after.collectedFen),
  ];
}

/** @param clearing the customer's account for what is not allocated to an order */
export function takenPosting(
  { takenFen, paysFen }: TakenCash,
  receivable: string,
  clearing: string,
): PostingLine[] {
  return [...transfer(collected, receivable, paysFen), ...transfer(collected, clearing, takenFen - paysFen)];
}

/** @param before the handover's events before this one */
export function cashPostingOf(before: readonly CashEvent[], event: CashEvent): PostingLine[] {
  const count = event.type === 'count-cash' ? event : standingCount(before);
  if (!count) return [];
  const { driverId, expectedFen, countedFen, method } = count.payload;
  const sign = event.type === 'count-cash' ? 1 : -1;
  return [
    ...transfer(`money:${method}`, driver(driverId), sign * countedFen),
    ...transfer(difference(driverId), driver(driverId), sign * (expectedFen - countedFen)),
  ];
}
