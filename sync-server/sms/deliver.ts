// Hands a message to the company's gateway, once: what may have left is never sent again by itself. What became of
// it comes back onto the order as a command of the server's own.
import type { CommandExecutor } from '../orders/executor.ts';
import type { Handler, Outcome } from '../outbox/outbox.ts';
import type { Job } from '../outbox/jobs.ts';
import type { CatalogItem } from '#schemas/catalog/catalog.ts';
import type { MessageState } from '#schemas/orders/order.ts';
import { reportOf } from '#schemas/sms/messages.ts';
import { fieldsOf, fill, linkField } from '#schemas/sms/template.ts';
import { serverItself } from '#schemas/staff/outsiders.ts';
import { NotSent, type OutgoingMessage } from './gateway.ts';
import type { SmsJobPayload } from './jobs.ts';
import { beginSending, forgetSending, noteAnswer } from './messages.ts';
import { gatewayOf, type GatewayDeps } from './settings.ts';

export interface SmsDeps extends GatewayDeps {
  readonly executor: CommandExecutor;
  /** A new address of the rescued person's page. */
  readonly makeLink: (companyId: string, orderId: string) => Promise<string>;
}

/** Later than this nobody waits for a message any more. */
const patienceMs = 10 * 60_000;

const stateAfter = { accepted: 'sent', rejected: 'failed', unknown: 'unknown' } as const;

export function smsDelivery(deps: SmsDeps): Handler {
  return async (job, signal) => {
    const payload = job.payload as SmsJobPayload;
    const { database, clock } = deps;
    const key = { companyId: job.companyId, id: payload.messageId };
    const gateway = await gatewayOf(deps, job.companyId);
    const begun = { orderId: payload.orderId, gateway: gateway.name, now: clock() };
    const before = await beginSending(database, key, begun);
    if (before) return afterwards(deps, job, before);
    try {
      const message = await messageOf(deps, job.companyId, payload);
      const result = await gateway.send(message, signal);
      const state = stateAfter[result.status];
      await noteAnswer(database, key, state, result, clock());
      return await report(deps, job, state, result.code);
    } catch (error) {
      if (!(error instanceof NotSent)) throw error;
      await forgetSending(database, key);
      return notReached(deps, job, error.message);
    }
  };
}

/** It was tried before by a server that has not settled the job: whether it left is known, or is not. */
async function afterwards(
  deps: SmsDeps,
  job: Job,
  { state, code }: { readonly state: MessageState | 'sending'; readonly code?: string },
): Promise<Outcome> {
  if (state !== 'sending') return report(deps, job, state, code);
  const { messageId: id } = job.payload as SmsJobPayload;
  await noteAnswer(deps.database, { companyId: job.companyId, id }, 'unknown', {}, deps.clock());
  return report(deps, job, 'unknown', 'interrupted');
}

async function notReached(deps: SmsDeps, job: Job, why: string): Promise<Outcome> {
  const isLate = deps.clock().getTime() - job.createdAt.getTime() > patienceMs;
  return isLate ? report(deps, job, 'failed', 'gateway-unreachable') : { kind: 'retry', why };
}

/** @throws when the database is away: the job is taken up again, and then only reports */
async function report(deps: SmsDeps, job: Job, state: MessageState, code?: string): Promise<Outcome> {
  const { messageId: id, orderId } = job.payload as SmsJobPayload;
  await tell(deps, job.companyId, { id, orderId }, state, code);
  return { kind: 'done', note: code ? `${state} ${code}` : state };
}

export async function tell(
  { executor, clock }: Pick<SmsDeps, 'executor' | 'clock'>,
  companyId: string,
  message: { readonly id: string; readonly orderId: string },
  state: MessageState,
  code?: string,
): Promise<void> {
  const command = reportOf(message, state, clock().toISOString(), code);
  await executor.submit(serverItself(companyId), [command]);
}

/** The link is made here and is nowhere else than in the message. */
async function messageOf(
  { database, makeLink }: SmsDeps,
  companyId: string,
  { messageId, orderId, templateId, message }: SmsJobPayload,
): Promise<OutgoingMessage> {
  const [row] = await database.query<{ body: CatalogItem }>(
    `select body from documents where company_id = $1 and collection = 'catalog' and id = $2`,
    [companyId, templateId],
  );
  const needsLink = fieldsOf(message.text).includes(linkField);
  const link = needsLink ? await makeLink(companyId, orderId) : '';
  const known = new Map(message.params.map(({ name, value }) => [name, value]));
  if (needsLink) known.set(linkField, link);
  const names = fieldsOf(row?.body.body ?? '').filter((name) => known.has(name));
  return {
    id: messageId,
    to: message.phone,
    text: fill(message.text, { [linkField]: link }),
    templateKey: row?.body.providerCode ?? '',
    params: names.map((name) => ({ name, value: known.get(name) ?? '' })),
  };
}
