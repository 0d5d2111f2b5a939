// The statements on the table `sms_settings`, and the gateway that they lead to.
import { randomBytes, randomUUID, timingSafeEqual } from 'node:crypto';
import type { Logger } from 'pino';
import type { Queryable } from '../database/database.ts';
import type { SendRequest } from '../outbox/safe-request.ts';
import type { Seal } from '../seal.ts';
import { withFormerSecrets, type SmsSettings } from '#schemas/sms/settings.ts';
import { aliyunGateway } from './aliyun.ts';
import type { Gateway } from './gateway.ts';
import { httpGateway } from './http.ts';
import { logGateway } from './log.ts';
import { tencentGateway } from './tencent.ts';

export interface GatewayDeps {
  readonly database: Queryable;
  readonly seal: Seal;
  readonly clock: () => Date;
  readonly send: SendRequest;
  readonly log: Logger;
}

export interface StoredSettings {
  readonly settings: SmsSettings;
  readonly receiptKey: string;
}

interface Row {
  readonly settings: string;
  readonly receipt_key: string;
}

export async function readSettings(
  { database, seal }: Pick<GatewayDeps, 'database' | 'seal'>,
  companyId: string,
): Promise<StoredSettings | undefined> {
  const [row] = await database.query<Row>(
    'select settings, receipt_key from sms_settings where company_id = $1',
    [companyId],
  );
  if (!row) return undefined;
  return { settings: JSON.parse(seal.open(row.settings)) as SmsSettings, receiptKey: row.receipt_key };
}

/** The receipt address stays what it was. */
export async function storeSettings(
  deps: Pick<GatewayDeps, 'database' | 'seal'>,
  { companyId, input, by, now }: { companyId: string; input: SmsSettings; by: string; now: Date },
): Promise<StoredSettings> {
  const former = await readSettings(deps, companyId);
  const settings = withFormerSecrets(input, former?.settings);
  const receiptKey = former?.receiptKey ?? `${companyId}.${randomBytes(16).toString('base64url')}`;
  await deps.database.query(
    `insert into sms_settings (company_id, gateway, settings, receipt_key, changed_at, changed_by)
     values ($1, $2, $3, $4, $5, $6)
     on conflict (company_id) do update set gateway = excluded.gateway, settings = excluded.settings,
       changed_at = excluded.changed_at, changed_by = excluded.changed_by`,
    [companyId, settings.gateway, deps.seal.close(JSON.stringify(settings)), receiptKey, now, by],
  );
  return { settings, receiptKey };
}

export async function gatewayOf(deps: GatewayDeps, companyId: string): Promise<Gateway> {
  const stored = await readSettings(deps, companyId);
  return gatewayFor(deps, stored?.settings ?? { gateway: 'log' });
}

/** The company of a receipt address, with its gateway; undefined: nobody has that address. */
export async function gatewayByReceiptKey(
  deps: GatewayDeps,
  key: string,
): Promise<{ companyId: string; gateway: Gateway } | undefined> {
  const companyId = /^([A-Za-z0-9][A-Za-z0-9_.:-]{0,63})\.[A-Za-z0-9_-]{22}$/.exec(key)?.[1];
  const stored = companyId === undefined ? undefined : await readSettings(deps, companyId);
  if (companyId === undefined || !stored || !isSame(stored.receiptKey, key)) return undefined;
  return { companyId, gateway: gatewayFor(deps, stored.settings) };
}

function gatewayFor({ send, clock, log }: GatewayDeps, settings: SmsSettings): Gateway {
  switch (settings.gateway) {
    case 'aliyun':
      return aliyunGateway({ settings, send, clock, nonce: randomUUID });
    case 'tencent':
      return tencentGateway({ settings, send, clock });
    case 'http':
      return httpGateway(settings, send);
    case 'log':
      return logGateway(log);
  }
}

function isSame(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
