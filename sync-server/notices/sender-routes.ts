// /api/senders and /api/deliveries: who may send notices, and what was told to them. For whoever has
// `senders.edit`.
import { randomBytes } from 'node:crypto';
import { Router, type Request } from 'express';
import Type from 'typebox';
import type { Database } from '../database/database.ts';
import type { SignedInWrapper } from '../http/authenticate.ts';
import { Problem } from '../http/problem.ts';
import { deliveriesOfLane, listDeliveries, resend } from '../outbox/deliveries.ts';
import { objectionTo, type SendOptions } from '../outbox/safe-request.ts';
import type { Seal } from '../seal.ts';
import { ulid } from '#schemas/core/ids.ts';
import { parseOwn } from '#schemas/core/validate.ts';
import { isStorable } from '#schemas/core/storable.ts';
import type { Notice } from '#schemas/notices/notice.ts';
import { rotationHours, SenderInput, type Delivery } from '#schemas/notices/sender.ts';
import { may, seesOutlet, type Actor } from '#schemas/staff/permissions.ts';
import { laneOf } from './jobs.ts';
import { insertSender, listSenders, rotateSecret, updateSender } from './senders.ts';
import { newSecret } from './signature.ts';

export interface SenderRouteDeps {
  readonly database: Database;
  readonly seal: Seal;
  readonly clock: () => Date;
  readonly signedIn: SignedInWrapper;
  readonly sending: SendOptions;
}

const listed = 100;

export const ResendBody = Type.Object({ ids: Type.Array(Type.String(), { minItems: 1, maxItems: listed }) });

export function senderRoutes(deps: SenderRouteDeps): Router {
  const router = Router();
  const { database, seal, clock, signedIn } = deps;
  router.get(
    '/senders',
    signedIn(async (actor, _request, response) => {
      demandAdministrator(actor);
      response.json({ senders: await listSenders(database, actor.companyId) });
    }),
  );
  router.post(
    '/senders',
    signedIn(async (actor, request, response) => {
      demandAdministrator(actor);
      const secret = newSecret();
      const sender = await insertSender(database, {
        companyId: actor.companyId,
        id: ulid(clock().getTime(), randomBytes(10)),
        input: inputOf(request, deps),
        sealedSecret: seal.close(secret),
        by: actor.id,
        now: clock(),
      });
      response.status(201).json({ sender, secret });
    }),
  );
  router.put(
    '/senders/:id',
    signedIn(async (actor, request, response) => {
      demandAdministrator(actor);
      const sender = await updateSender(database, actor.companyId, idOf(request), inputOf(request, deps));
      if (!sender) throw new Problem('not-found');
      response.json({ sender });
    }),
  );
  router.post(
    '/senders/:id/secret',
    signedIn(async (actor, request, response) => {
      demandAdministrator(actor);
      const secret = newSecret();
      const until = new Date(clock().getTime() + rotationHours * 3_600_000);
      const id = idOf(request);
      const sender = await rotateSecret(database, actor.companyId, id, seal.close(secret), until);
      if (!sender) throw new Problem('not-found');
      response.json({ sender, secret });
    }),
  );
  deliveryRoutes(router, deps);
  return router;
}

function deliveryRoutes(router: Router, { database, clock, signedIn }: SenderRouteDeps): void {
  router.get(
    '/notices/:id/deliveries',
    signedIn(async (actor, request, response) => {
      const id = idOf(request);
      await demandSight(database, actor, id);
      response.json({ deliveries: await deliveriesOfLane(database, actor.companyId, laneOf(id)) });
    }),
  );
  router.get(
    '/deliveries',
    signedIn(async (actor, { query }, response) => {
      demandAdministrator(actor);
      const senderId = typeof query['sender'] === 'string' ? query['sender'] : undefined;
      const asked = { state: stateOf(query['state']), senderId, limit: listed };
      response.json({ deliveries: await listDeliveries(database, actor.companyId, asked) });
    }),
  );
  router.post(
    '/deliveries/resend',
    signedIn(async (actor, request, response) => {
      demandAdministrator(actor);
      const parsed = parseOwn(ResendBody, request.body);
      if (!parsed.ok) throw new Problem('invalid-request', parsed.error.join('; '));
      response.json({ ids: await resend(database, actor.companyId, parsed.value.ids, clock()) });
    }),
  );
}

/** Whoever sees a notice may know what its sender was told. */
async function demandSight(database: Database, actor: Actor, noticeId: string): Promise<void> {
  const [row] = await database.query<{ body: Notice }>(
    `select body from documents where company_id = $1 and collection = 'notices' and id = $2`,
    [actor.companyId, noticeId],
  );
  if (!row || !may(actor, 'orders.view') || !seesOutlet(actor, row.body.outletId))
    throw new Problem('not-found');
}

function demandAdministrator(actor: Actor): void {
  if (!may(actor, 'senders.edit')) throw new Problem('forbidden');
}

const idOf = (request: Request): string => String(request.params['id']);

function inputOf(request: Request, { sending }: SenderRouteDeps): SenderInput {
  const body: unknown = request.body;
  const parsed = parseOwn(SenderInput, body);
  if (!parsed.ok) throw new Problem('invalid-request', parsed.error.join('; '));
  if (!isStorable(parsed.value)) throw new Problem('invalid-request');
  const { callbackUrl } = parsed.value;
  if (callbackUrl !== undefined) {
    const objection = URL.canParse(callbackUrl)
      ? objectionTo(new URL(callbackUrl), sending)
      : 'It is no address.';
    if (objection) throw new Problem('invalid-request', `callbackUrl: ${objection}`);
  }
  return parsed.value;
}

function stateOf(value: unknown): Delivery['state'] {
  return value === 'waiting' || value === 'done' ? value : 'dead';
}
