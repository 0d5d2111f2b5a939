// The settings of a gateway as their form holds them: the fields of all gateways beside each other. Pure.
import Type from 'typebox';
import { filledText, text } from '#schemas/core/types.ts';
import type { Entered } from '../ui/form/form.ts';
import { secretFields, type GatewayName, type SmsSettings } from '#schemas/sms/settings.ts';

const plain = Type.Optional(filledText(200));
const secret = Type.Optional(text(200));

export const SmsDraft = Type.Object({
  gateway: Type.Enum(['log', 'aliyun', 'tencent', 'http']),
  ...{ accessKeyId: plain, accessKeySecret: secret, signName: plain },
  ...{ secretId: plain, secretKey: secret, sdkAppId: plain },
  url: Type.Optional(Type.String({ minLength: 8, maxLength: 500, pattern: '^https?://[^\\s]+$' })),
  token: secret,
});
export type SmsDraft = Type.Static<typeof SmsDraft>;
export type SmsField = Exclude<keyof SmsDraft, 'gateway'>;

/** What each gateway needs, in the order in which its provider's page shows it. */
export const fieldsOf: Readonly<Record<GatewayName, readonly SmsField[]>> = {
  log: [],
  aliyun: ['accessKeyId', 'accessKeySecret', 'signName'],
  tencent: ['secretId', 'secretKey', 'sdkAppId', 'signName'],
  http: ['url', 'token'],
};

export const gateways = Object.keys(fieldsOf) as readonly GatewayName[];

export const isSecret = (field: SmsField): boolean =>
  secretFields.some((secretField) => secretField === field);

/** A secret that is left empty stays what it was, as long as the gateway does. */
export function missingIn(draft: Entered<SmsDraft>, stored: GatewayName): readonly SmsField[] {
  const gateway = draft.gateway ?? 'log';
  const stays = (field: SmsField): boolean => gateway === stored && isSecret(field);
  return fieldsOf[gateway].filter((field) => !draft[field]?.trim() && !stays(field));
}

/** What is of another gateway is left out. */
export function settingsOf(draft: SmsDraft): SmsSettings {
  const fields = fieldsOf[draft.gateway].map((field) => [field, draft[field]?.trim() ?? '']);
  return { gateway: draft.gateway, ...Object.fromEntries(fields) } as SmsSettings;
}
