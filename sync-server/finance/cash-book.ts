// The handovers of drivers' cash that a batch of commands speaks of. A handover is a fold of its own two events in the
// log; what the screens know of it stands on its orders.
import type { Queryable } from '../database/database.ts';
import type { EventRow, PostingRow } from '../replication/changes.ts';
import type { Rejection } from '#schemas/core/codes.ts';
import type { Result } from '#schemas/core/result.ts';
import {
  decideCash,
  isCashCommand,
  standingCount,
  type CashCommand,
  type CashContext,
  type CashEvent,
} from '#schemas/finance/cash/decide.ts';
import { cashPostingOf } from '#schemas/finance/cash/ledger.ts';
import type { Command } from '#schemas/orders/commands.ts';
import type { OrderEvent } from '#schemas/orders/events.ts';

/** The events of each handover, by its id. */
export type Handovers = ReadonlyMap<string, readonly CashEvent[]>;

/**
 * Unlocked: what two transactions record of the same handover has the same place in the log, and the later of them
 * begins again.
 */
export async function readHandovers(
  tx: Queryable,
  companyId: string,
  commands: readonly Command[],
): Promise<Handovers> {
  const ids = commands.filter(isCashCommand).map(({ orderId }) => orderId);
  if (ids.length === 0) return new Map();
  const rows = await tx.query<{ event: CashEvent }>(readSql, [companyId, ids]);
  return new Map(
    ids.map((id) => [id, rows.map(({ event }) => event).filter(({ orderId }) => orderId === id)]),
  );
}

/** The orders that are counted, and those of the handovers that are reversed. */
export function ordersOfHandovers(commands: readonly Command[], handovers: Handovers): string[] {
  return commands.filter(isCashCommand).flatMap((command) => {
    if (command.type === 'count-cash') return command.payload.orderIds;
    return standingCount(handovers.get(command.orderId) ?? [])?.payload.orderIds ?? [];
  });
}

export class CashBook {
  readonly #handovers: Map<string, readonly CashEvent[]>;
  readonly events: EventRow[] = [];
  readonly postings: PostingRow[] = [];

  constructor(handovers: Handovers) {
    this.#handovers = new Map(handovers);
  }

  /** @returns what becomes of its orders */
  execute(command: CashCommand, context: CashContext): Result<readonly OrderEvent[], Rejection> {
    const before = this.#handovers.get(command.orderId) ?? [];
    const decision = decideCash(before, command, context);
    if (!decision.ok) return decision;
    const { event, orderEvents } = decision.value;
    this.#handovers.set(command.orderId, [...before, event]);
    this.events.push(eventRow(event, before.length + 1));
    this.postings.push(...postingRows(before, event));
    return { ok: true, value: orderEvents };
  }
}

/** Beside the orders' events, under the handover's own id. */
const eventRow = (event: CashEvent, seq: number): EventRow => ({
  ...{ order_id: event.orderId, seq, event_id: event.id, type: event.type },
  ...{ actor_id: event.by, device_id: event.deviceId, recorded_at: event.recordedAt, event },
});

const postingRows = (before: readonly CashEvent[], event: CashEvent): PostingRow[] =>
  cashPostingOf(before, event).map(({ account, amountFen }, index) => ({
    ...{ posting_id: event.id, line: index + 1, order_id: event.orderId },
    ...{ account, amount_fen: amountFen, recorded_at: event.recordedAt },
  }));

const readSql = `
select event from order_events
where company_id = $1 and order_id = any ($2::text[]) and type in ('count-cash', 'reverse-cash-count')
order by order_id, seq`;
