// POST /hooks/sms/{key}: what a gateway reports. /api/sms/settings: which gateway a company has.
import { raw, Router } from 'express';
import type { SignedInWrapper } from '../http/authenticate.ts';
import { Problem } from '../http/problem.ts';
import { objectionTo, type SendOptions } from '../outbox/safe-request.ts';
import { parseOwn } from '#schemas/core/validate.ts';
import { SmsSettings, withoutSecrets } from '#schemas/sms/settings.ts';
import { may, type Actor } from '#schemas/staff/permissions.ts';
import { tell, type SmsDeps } from './deliver.ts';
import { noteReceipt } from './messages.ts';
import { gatewayByReceiptKey, readSettings, storeSettings, type StoredSettings } from './settings.ts';

const receiptBytes = 256_000;

/** Receipts carry no signature: the address is secret, and only messages that were sent are looked for. */
export function smsHookRoutes(deps: Omit<SmsDeps, 'makeLink'>): Router {
  const router = Router();
  router.post(
    '/hooks/sms/:key',
    raw({ type: () => true, limit: receiptBytes }),
    async (request, response) => {
      const found = await gatewayByReceiptKey(deps, request.params.key);
      if (!found) throw new Problem('not-found');
      const { companyId, gateway } = found;
      const body: unknown = request.body;
      const text = Buffer.isBuffer(body) ? body.toString('utf8') : '';
      for (const receipt of gateway.parseReceipts(text)) {
        const message = await noteReceipt(deps.database, companyId, gateway.name, receipt, deps.clock());
        if (message) await tell(deps, companyId, message, receipt.state, receipt.code);
      }
      response.set('Cache-Control', 'no-store').json(gateway.receiptReply);
    },
  );
  return router;
}

export interface SmsRouteDeps extends Pick<SmsDeps, 'database' | 'seal' | 'clock'> {
  readonly signedIn: SignedInWrapper;
  readonly sending: SendOptions;
}

export function smsSettingRoutes(deps: SmsRouteDeps): Router {
  const router = Router();
  router.get(
    '/sms/settings',
    deps.signedIn(async (actor, _request, response) => {
      demandAdministrator(actor);
      response.json(shown(await readSettings(deps, actor.companyId)));
    }),
  );
  router.put(
    '/sms/settings',
    deps.signedIn(async (actor, request, response) => {
      demandAdministrator(actor);
      const body: unknown = request.body;
      const parsed = parseOwn(SmsSettings, body);
      if (!parsed.ok) throw new Problem('invalid-request', parsed.error.join('; '));
      const input = parsed.value;
      if (input.gateway === 'http' && !URL.canParse(input.url))
        throw new Problem('invalid-request', 'url: not an address');
      const objection = input.gateway === 'http' ? objectionTo(new URL(input.url), deps.sending) : undefined;
      if (objection) throw new Problem('invalid-request', `url: ${objection}`);
      const stored = { companyId: actor.companyId, input, by: actor.id, now: deps.clock() };
      response.json(shown(await storeSettings(deps, stored)));
    }),
  );
  return router;
}

const shown = (stored: StoredSettings | undefined) => ({
  settings: withoutSecrets(stored?.settings ?? { gateway: 'log' }),
  ...(stored && { receiptPath: `/hooks/sms/${stored.receiptKey}` }),
});

function demandAdministrator(actor: Actor): void {
  if (!may(actor, 'senders.edit')) throw new Problem('forbidden');
}
