// The latest order that finance has not verified yet, sent back to its outlet, which still has to put it right.
import { minute } from './clock.ts';
import type { Deed } from './script.ts';

export function sentBackLately(deeds: readonly Deed[], now: number): Deed[] {
  const done = deeds.filter(({ at }) => at <= now);
  const idsOf = (...types: readonly string[]) =>
    new Set(done.filter(({ draft }) => types.includes(draft.type)).map(({ draft }) => draft.orderId));
  const isOutOfQuestion = idsOf('verify', 'void', 'repair-order');
  const [latest] = done
    .filter(({ draft, at }) => draft.type === 'complete' && at <= now - 20 * minute)
    .filter(({ draft }) => !isOutOfQuestion.has(draft.orderId))
    .toSorted((a, b) => b.at - a.at);
  if (!latest) return [];
  const payload = { reason: '里程与地图相差较大，请与司机核对后重新提交' };
  const draft = { type: 'send-back', orderId: latest.draft.orderId, payload } as const;
  return [{ actorId: 'staff-finance', at: now - 5 * minute, draft }];
}
