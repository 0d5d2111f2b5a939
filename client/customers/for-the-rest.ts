// What a rate without services is for: while no other names any, there is no rest but all of them. Pure.
import type { RateCard } from '#schemas/finance/rate-card.ts';
import type { Entered } from '../ui/form/form.ts';

export function isForAll(cards: readonly Entered<RateCard>[] = []): boolean {
  return cards.every(({ serviceIds = [] }) => serviceIds.length === 0);
}
