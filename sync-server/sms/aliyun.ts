// Aliyun's short message service, API of 2017-05-25. Requests are signed by its RPC signature 1.0.
import { createHmac } from 'node:crypto';
import type { SendRequest } from '../outbox/safe-request.ts';
import type { SmsSettings } from '#schemas/sms/settings.ts';
import { exchange } from './exchange.ts';
import { objectsIn, textIn, type Gateway, type OutgoingMessage, type Receipt } from './gateway.ts';

type Settings = Extract<SmsSettings, { gateway: 'aliyun' }>;

export interface AliyunDeps {
  readonly settings: Settings;
  readonly send: SendRequest;
  readonly clock: () => Date;
  /** Another text each time. */
  readonly nonce: () => string;
}

export function aliyunGateway({ settings, send, clock, nonce }: AliyunDeps): Gateway {
  return {
    name: 'aliyun',
    send: (message, signal) => {
      const params = parametersOf(message, settings, clock(), nonce());
      const body = canonical({ ...params, Signature: signature('POST', params, settings.accessKeySecret) });
      const headers = { 'content-type': 'application/x-www-form-urlencoded' };
      const request = { url: 'https://dysmsapi.aliyuncs.com/', method: 'POST', headers, body } as const;
      return exchange(send, request, signal, (answer) => {
        const code = textIn(answer, 'Code');
        const providerId = textIn(answer, 'BizId');
        if (code === 'OK') return { status: 'accepted', ...(providerId && { providerId }) };
        return code ? { status: 'rejected', code } : undefined;
      });
    },
    parseReceipts: (body) => objectsIn(body).flatMap(receiptOf),
    receiptReply: { code: 0, msg: '接收成功' },
  };
}

function parametersOf(
  { id, to, templateKey, params }: OutgoingMessage,
  { accessKeyId, signName }: Settings,
  now: Date,
  nonce: string,
): Record<string, string> {
  return {
    AccessKeyId: accessKeyId,
    Action: 'SendSms',
    Format: 'JSON',
    OutId: id,
    PhoneNumbers: to.replace('+', ''),
    SignName: signName,
    SignatureMethod: 'HMAC-SHA1',
    SignatureNonce: nonce,
    SignatureVersion: '1.0',
    TemplateCode: templateKey,
    TemplateParam: JSON.stringify(Object.fromEntries(params.map(({ name, value }) => [name, value]))),
    Timestamp: now.toISOString().replace(/\.\d+Z$/, 'Z'),
    Version: '2017-05-25',
  };
}

function receiptOf(fields: Readonly<Record<string, unknown>>): Receipt[] {
  const providerId = textIn(fields, 'biz_id');
  if (!providerId || typeof fields['success'] !== 'boolean') return [];
  const ownId = textIn(fields, 'out_id');
  const code = textIn(fields, 'err_code');
  return [
    {
      providerId,
      state: fields['success'] ? 'delivered' : 'failed',
      ...(ownId && { ownId }),
      ...(code && { code }),
    },
  ];
}

/** @see https://help.aliyun.com/zh/sdk/product-overview/rpc-mechanism */
export function signature(
  method: 'GET' | 'POST',
  params: Readonly<Record<string, string>>,
  secret: string,
): string {
  const text = `${method}&${encode('/')}&${encode(canonical(params))}`;
  return createHmac('sha1', `${secret}&`).update(text).digest('base64');
}

function canonical(params: Readonly<Record<string, string>>): string {
  return Object.entries(params)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .join('&');
}

/** As RFC 3986 has it, which is stricter than the language's own. */
const encode = (text: string): string =>
  encodeURIComponent(text).replaceAll(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
