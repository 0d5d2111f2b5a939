// The cash that drivers took is counted by finance some days after, now and then short or over.
import { ulid } from '#schemas/core/ids.ts';
import { sumFen } from '#schemas/core/money.ts';
import type { CommandPayload } from '#schemas/orders/commands.ts';
import { officeMoment, startOfDay } from './clock.ts';
import type { Random } from './random.ts';
import type { Deed } from './script.ts';

const cash = 'settlement-cash';

interface Taken {
  readonly orderId: string;
  readonly driverId: string;
  readonly fen: number;
  readonly at: number;
}

export function handoversOf(deeds: readonly Deed[], random: Random): Deed[] {
  const days = new Map<string, Taken[]>();
  for (const taken of takenIn(deeds)) {
    const key = `${taken.driverId} ${startOfDay(taken.at)}`;
    days.set(key, [...(days.get(key) ?? []), taken]);
  }
  return [...days.values()].map((own) => counting(own, random));
}

/** Of an order that was completed twice the driver's later word counts; of two drivers the first one's stands. */
function takenIn(deeds: readonly Deed[]): Taken[] {
  const byOrder = new Map<string, Taken>();
  for (const { actorId, at, draft } of deeds.toSorted((a, b) => a.at - b.at)) {
    if (draft.type !== 'complete') continue;
    const { collectedFen = 0, collectedMethod } = draft.payload;
    if (collectedFen === 0 || collectedMethod !== cash) continue;
    const before = byOrder.get(draft.orderId);
    if (before && before.driverId !== actorId) continue;
    byOrder.set(draft.orderId, { orderId: draft.orderId, driverId: actorId, fen: collectedFen, at });
  }
  return [...byOrder.values()];
}

function counting(own: readonly Taken[], random: Random): Deed {
  const last = Math.max(...own.map(({ at }) => at));
  const at = officeMoment(last, random.whole(1, 3), random);
  const orderId = ulid(at, random.bytes(10));
  return {
    actorId: 'staff-finance',
    at,
    draft: { type: 'count-cash', orderId, payload: counted(own, random) },
  };
}

function counted(own: readonly Taken[], random: Random): CommandPayload<'count-cash'> {
  const expectedFen = sumFen(own.map(({ fen }) => fen));
  const orderIds = own.map(({ orderId }) => orderId);
  const count = { driverId: own[0]?.driverId ?? '', orderIds, expectedFen, method: cash };
  if (random.chance(0.08)) return { ...count, countedFen: expectedFen - 2_000, reason: '找零有误，少 20 元' };
  if (random.chance(0.04)) return { ...count, countedFen: expectedFen + 500, reason: '客户多给 5 元' };
  return { ...count, countedFen: expectedFen };
}
