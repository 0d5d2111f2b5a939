// When agreed rates are valid, and what must not be done to them: two for one service at once, or another price
// for days that have passed.
import type { Objection } from '../core/codes.ts';
import { equalJson } from '../core/equal.ts';
import type { RateCard } from './rate-card.ts';

/** What is wrong with a customer's rates among themselves. */
export function faultsInRates(cards: readonly RateCard[] = []): Objection[] {
  return [...backwards(cards), ...twice(cards), ...overlaps(cards)].map((fault) => ({
    ...fault,
    field: 'rateCards',
  }));
}

const backwards = (cards: readonly RateCard[]): Objection[] =>
  cards
    .filter(({ validFrom, validUntil }) => validUntil !== undefined && validUntil < validFrom)
    .map(({ id }) => ({ code: 'invalid-validity', detail: id }));

function twice(cards: readonly RateCard[]): Objection[] {
  const seen = new Set<string>();
  return cards.flatMap(({ id, serviceIds, version }): Objection[] => {
    const keys = [`id ${id}`, `version ${[...serviceIds].sort().join(' ')} ${version}`];
    const isKnown = keys.some((key) => seen.has(key));
    for (const key of keys) seen.add(key);
    return isKnown ? [{ code: 'not-unique', detail: id }] : [];
  });
}

function overlaps(cards: readonly RateCard[]): Objection[] {
  return cards.flatMap((card, index): Objection[] => {
    const other = cards.slice(0, index).find((earlier) => isForSame(card, earlier) && overlap(card, earlier));
    return other ? [{ code: 'rates-overlap', detail: `${other.id} ${card.id}` }] : [];
  });
}

/** A card without services is for those that no other card names: only another such one is in its way. */
function isForSame(a: RateCard, b: RateCard): boolean {
  if (a.serviceIds.length === 0 || b.serviceIds.length === 0)
    return a.serviceIds.length === b.serviceIds.length;
  return a.serviceIds.some((id) => b.serviceIds.includes(id));
}

/** One without a last day ends where the next one begins. */
function overlap(a: RateCard, b: RateCard): boolean {
  const [first, second] = a.validFrom <= b.validFrom ? [a, b] : [b, a];
  if (first.validFrom === second.validFrom) return true;
  return first.validUntil !== undefined && first.validUntil >= second.validFrom;
}

/** Whether its first day has passed: orders may have been priced with it. */
export const hasBegun = ({ validFrom }: Pick<RateCard, 'validFrom'>, today: string): boolean =>
  validFrom < today;

/**
 * A rate that has begun neither goes nor changes; only its end may be set, to a day that has not passed.
 * @param today day of the company's calendar
 */
export function objectionsToRateChange(
  before: readonly RateCard[] = [],
  after: readonly RateCard[] = [],
  today: string,
): Objection[] {
  return before
    .filter((card) => hasBegun(card, today))
    .filter(
      (card) =>
        !isKept(
          card,
          after.find(({ id }) => id === card.id),
          today,
        ),
    )
    .map(({ id }) => ({ code: 'rate-begun', detail: id, field: 'rateCards' }));
}

function isKept(card: RateCard, now: RateCard | undefined, today: string): boolean {
  if (!now) return false;
  const { validUntil: end, ...rest } = card;
  const { validUntil: newEnd, ...newRest } = now;
  if (!equalJson(rest, newRest)) return false;
  return newEnd === end || ((end ?? today) >= today && (newEnd ?? today) >= today);
}
