// Tencent Cloud's short message service, API of 2021-01-11, signed by TC3-HMAC-SHA256.
import { createHash, createHmac } from 'node:crypto';
import type { SendRequest } from '../outbox/safe-request.ts';
import type { SmsSettings } from '#schemas/sms/settings.ts';
import { exchange } from './exchange.ts';
import {
  isFields,
  objectsIn,
  textIn,
  type Gateway,
  type OutgoingMessage,
  type Receipt,
  type SendResult,
} from './gateway.ts';

type Settings = Extract<SmsSettings, { gateway: 'tencent' }>;

export interface TencentDeps {
  readonly settings: Settings;
  readonly send: SendRequest;
  readonly clock: () => Date;
}

const host = 'sms.tencentcloudapi.com';
const contentType = 'application/json; charset=utf-8';

export function tencentGateway({ settings, send, clock }: TencentDeps): Gateway {
  return {
    name: 'tencent',
    send: (message, signal) => {
      const body = JSON.stringify(bodyOf(message, settings));
      const timestamp = Math.floor(clock().getTime() / 1000);
      const { secretId, secretKey } = settings;
      const headers = {
        authorization: authorization({ secretId, secretKey, host, service: 'sms', timestamp, body }),
        'content-type': contentType,
        'x-tc-action': 'SendSms',
        'x-tc-version': '2021-01-11',
        'x-tc-region': 'ap-guangzhou',
        'x-tc-timestamp': String(timestamp),
      };
      return exchange(send, { url: `https://${host}/`, method: 'POST', headers, body }, signal, resultOf);
    },
    parseReceipts: (body) => objectsIn(body).flatMap(receiptOf),
    receiptReply: { result: 0, errmsg: 'OK' },
  };
}

/** The gateway takes numbers with their country, and what fills a template by position. */
const bodyOf = (
  { id, to, templateKey, params }: OutgoingMessage,
  { sdkAppId, signName }: Settings,
): object => ({
  PhoneNumberSet: [to.startsWith('+') ? to : `+86${to}`],
  SmsSdkAppId: sdkAppId,
  SignName: signName,
  TemplateId: templateKey,
  TemplateParamSet: params.map(({ value }) => value),
  SessionContext: id,
});

function resultOf({ Response: response }: Readonly<Record<string, unknown>>): SendResult | undefined {
  if (!isFields(response)) return undefined;
  const { Error: error, SendStatusSet: statuses } = response;
  if (isFields(error)) return { status: 'rejected', code: textIn(error, 'Code') ?? 'Error' };
  const first: unknown = Array.isArray(statuses) ? statuses[0] : undefined;
  const code = isFields(first) ? textIn(first, 'Code') : undefined;
  if (!isFields(first) || !code) return undefined;
  const providerId = textIn(first, 'SerialNo');
  return code === 'Ok'
    ? { status: 'accepted', ...(providerId && { providerId }) }
    : { status: 'rejected', code };
}

function receiptOf(fields: Readonly<Record<string, unknown>>): Receipt[] {
  const providerId = textIn(fields, 'sid');
  const status = textIn(fields, 'report_status');
  if (!providerId || (status !== 'SUCCESS' && status !== 'FAIL')) return [];
  const code = textIn(fields, 'errmsg');
  return [{ providerId, state: status === 'SUCCESS' ? 'delivered' : 'failed', ...(code && { code }) }];
}

export interface Authorization {
  readonly secretId: string;
  readonly secretKey: string;
  readonly host: string;
  readonly service: string;
  /** Seconds since 1970. */
  readonly timestamp: number;
  readonly body: string;
}

/** @see https://cloud.tencent.com/document/product/382/52072 */
export function authorization({
  secretId,
  secretKey,
  host: to,
  service,
  timestamp,
  body,
}: Authorization): string {
  const date = new Date(timestamp * 1000).toISOString().slice(0, 10);
  const signedHeaders = 'content-type;host';
  const headers = `content-type:${contentType}\nhost:${to}\n`;
  const request = ['POST', '/', '', headers, signedHeaders, sha256(body)].join('\n');
  const scope = `${date}/${service}/tc3_request`;
  const text = ['TC3-HMAC-SHA256', timestamp, scope, sha256(request)].join('\n');
  const key = [date, service, 'tc3_request'].reduce<string | Buffer>(hmac, `TC3${secretKey}`);
  const signature = hmac(key, text).toString('hex');
  return `TC3-HMAC-SHA256 Credential=${secretId}/${scope}, SignedHeaders=${signedHeaders}, Signature=${signature}`;
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest();
