// Which gateway a company's messages go through, and what it needs for that.
import Type from 'typebox';
import { filledText, text } from '../core/types.ts';

/** Empty: it stays what it was. */
const secret = text(200);
const plain = filledText(200);

export const SmsSettings = Type.Union([
  /** Nothing is sent; the server's log says what would have been. */
  Type.Object({ gateway: Type.Literal('log') }),
  Type.Object({
    gateway: Type.Literal('aliyun'),
    accessKeyId: plain,
    accessKeySecret: secret,
    signName: plain,
  }),
  Type.Object({
    gateway: Type.Literal('tencent'),
    secretId: plain,
    secretKey: secret,
    sdkAppId: plain,
    signName: plain,
  }),
  /** Anything else, by a small service of one's own. */
  Type.Object({
    gateway: Type.Literal('http'),
    url: Type.String({ minLength: 8, maxLength: 500, pattern: '^https?://[^\\s]+$' }),
    token: secret,
  }),
]);
export type SmsSettings = Type.Static<typeof SmsSettings>;
export type GatewayName = SmsSettings['gateway'];

export const secretFields = ['accessKeySecret', 'secretKey', 'token'] as const;

/** What may be shown: whether there is a secret, never which. */
export function withoutSecrets(settings: SmsSettings): SmsSettings {
  const shown = Object.entries(settings).map(([field, value]) => [
    field,
    secretFields.some((secretField) => secretField === field) ? '' : value,
  ]);
  return Object.fromEntries(shown) as SmsSettings;
}

/** Secrets left empty are taken over from what was there, for the same gateway at the same address. */
export function withFormerSecrets(settings: SmsSettings, former: SmsSettings | undefined): SmsSettings {
  if (former?.gateway !== settings.gateway) return settings;
  // Nobody who does not know a secret may have it sent to an address of his own.
  if ('url' in former && 'url' in settings && former.url !== settings.url) return settings;
  const kept = Object.entries(former).filter(
    ([field]) =>
      secretFields.some((secretField) => secretField === field) &&
      settings[field as keyof SmsSettings] === ('' as string),
  );
  return { ...settings, ...Object.fromEntries(kept) };
}
