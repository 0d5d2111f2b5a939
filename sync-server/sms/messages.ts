// The statements on the table `sms_messages`: how far each message has come at its gateway.
import type { Queryable } from '../database/database.ts';
import type { MessageState } from '#schemas/orders/order.ts';
import type { Receipt, SendResult } from './gateway.ts';

export interface MessageKey {
  readonly companyId: string;
  readonly id: string;
}

export interface StoredMessage {
  readonly state: MessageState | 'sending';
  readonly code?: string;
}

/** @returns undefined when it may leave now; else what became of it when it was tried before */
export async function beginSending(
  database: Queryable,
  { companyId, id }: MessageKey,
  { orderId, gateway, now }: { orderId: string; gateway: string; now: Date },
): Promise<StoredMessage | undefined> {
  const begun = await database.query(
    `insert into sms_messages (company_id, id, order_id, gateway, state, changed_at)
     values ($1, $2, $3, $4, 'sending', $5) on conflict do nothing returning id`,
    [companyId, id, orderId, gateway, now],
  );
  if (begun.length > 0) return undefined;
  const [row] = await database.query<{ state: StoredMessage['state']; code: string | null }>(
    'select state, code from sms_messages where company_id = $1 and id = $2',
    [companyId, id],
  );
  return { state: row?.state ?? 'sending', ...(row?.code && { code: row.code }) };
}

/** It surely did not leave: it may be tried again. */
export async function forgetSending(database: Queryable, { companyId, id }: MessageKey): Promise<void> {
  await database.query(`delete from sms_messages where company_id = $1 and id = $2 and state = 'sending'`, [
    companyId,
    id,
  ]);
}

/** What the gateway answered, unless its receipt was faster. */
export async function noteAnswer(
  database: Queryable,
  { companyId, id }: MessageKey,
  state: MessageState,
  { providerId, code }: Omit<SendResult, 'status'>,
  now: Date,
): Promise<void> {
  await database.query(
    `update sms_messages set provider_id = coalesce(provider_id, $3),
       state = case when state = 'sending' then $4 else state end,
       code = case when state = 'sending' then $5 else code end, changed_at = $6
     where company_id = $1 and id = $2`,
    [companyId, id, providerId ?? null, state, code ?? null, now],
  );
}

/** @returns undefined for a message that nobody has sent */
export async function noteReceipt(
  database: Queryable,
  companyId: string,
  gateway: string,
  { providerId, ownId, state, code }: Receipt,
  now: Date,
): Promise<{ readonly id: string; readonly orderId: string } | undefined> {
  const [row] = await database.query<{ id: string; order_id: string }>(
    `update sms_messages set state = $5, code = $6, provider_id = coalesce(provider_id, $3), changed_at = $7
     where company_id = $1 and gateway = $2
       and (provider_id = $3 or (provider_id is null and id = $4))
     returning id, order_id`,
    [companyId, gateway, providerId, ownId ?? null, state, code ?? null, now],
  );
  return row && { id: row.id, orderId: row.order_id };
}
