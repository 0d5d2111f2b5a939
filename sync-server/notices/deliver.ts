// Tells a sender what became of its notice: a signed webhook to the address that an administrator has entered.
import type { Database } from '../database/database.ts';
import type { Handler, Outcome } from '../outbox/outbox.ts';
import { ForbiddenAddress, type OutgoingAnswer, type SendRequest } from '../outbox/safe-request.ts';
import type { Seal } from '../seal.ts';
import type { Notice } from '#schemas/notices/notice.ts';
import type { NoticeJobPayload } from './jobs.ts';
import { senderById } from './senders.ts';
import { sign } from './signature.ts';

export interface DeliveryDeps {
  readonly database: Database;
  readonly seal: Seal;
  readonly clock: () => Date;
  readonly send: SendRequest;
}

/** The job's id goes along as `webhook-id`: the same message again has the same. */
export function noticeDelivery({ database, seal, clock, send }: DeliveryDeps): Handler {
  return async ({ companyId, id, payload }, signal) => {
    const { noticeId, message } = payload as NoticeJobPayload;
    const [row] = await database.query<{ body: Notice }>(
      `select body from documents where company_id = $1 and collection = 'notices' and id = $2`,
      [companyId, noticeId],
    );
    const sender = row && (await senderById(database, seal, companyId, row.body.senderId, clock()));
    if (!sender) return { kind: 'dead', why: 'The sender is gone' };
    if (!sender.callbackUrl) return { kind: 'done', note: 'The sender wants to hear nothing' };
    const data = { ...message.data, number: row.body.senderNumber };
    const body = JSON.stringify({ ...message, data });
    const headers = {
      'content-type': 'application/json',
      'user-agent': 'Towline',
      ...sign(sender.secrets, id, clock(), body),
    };
    return outcomeOf(() => send({ url: sender.callbackUrl ?? '', method: 'POST', headers, body }, signal));
  };
}

/** A receiver has it when it says so with a status of 200 to 299; 410 means that it wants nothing any more. */
async function outcomeOf(request: () => Promise<OutgoingAnswer>): Promise<Outcome> {
  try {
    const { status, body } = await request();
    if (status >= 200 && status < 300) return { kind: 'done', note: `HTTP ${status}` };
    const why = `HTTP ${status} ${body.replaceAll(/\s+/g, ' ').slice(0, 200)}`.trim();
    return status === 410 ? { kind: 'dead', why } : { kind: 'retry', why };
  } catch (error) {
    const why = error instanceof Error ? error.message || error.name : String(error);
    return error instanceof ForbiddenAddress ? { kind: 'dead', why } : { kind: 'retry', why };
  }
}
