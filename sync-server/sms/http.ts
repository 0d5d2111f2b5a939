// Any other gateway, through a small service of one's own: it is posted
// `{id, to, text, templateKey, params: [{name, value}]}` and answers `{status: "accepted" | "rejected", id, code?}`.
// Later it posts `[{id, status: "delivered" | "failed", code?}]` to the company's receipt address.
import type { SendRequest } from '../outbox/safe-request.ts';
import type { SmsSettings } from '#schemas/sms/settings.ts';
import { exchange } from './exchange.ts';
import { objectsIn, textIn, type Gateway } from './gateway.ts';

type Settings = Extract<SmsSettings, { gateway: 'http' }>;

export function httpGateway(settings: Settings, send: SendRequest): Gateway {
  return {
    name: 'http',
    send: (message, signal) => {
      const headers = { 'content-type': 'application/json', authorization: `Bearer ${settings.token}` };
      const body = JSON.stringify(message);
      return exchange(send, { url: settings.url, method: 'POST', headers, body }, signal, (answer) => {
        const status = textIn(answer, 'status');
        const providerId = textIn(answer, 'id');
        const code = textIn(answer, 'code');
        if (status !== 'accepted' && status !== 'rejected') return undefined;
        return { status, ...(providerId && { providerId }), ...(code && { code }) };
      });
    },
    parseReceipts: (body) =>
      objectsIn(body).flatMap((fields) => {
        const providerId = textIn(fields, 'id');
        const state = textIn(fields, 'status');
        if (!providerId || (state !== 'delivered' && state !== 'failed')) return [];
        const code = textIn(fields, 'code');
        return [{ providerId, state, ...(code && { code }) }];
      }),
    receiptReply: { ok: true },
  };
}
