// Signatures of webhooks in both directions, as Standard Webhooks has them (https://www.standardwebhooks.com).
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

const toleranceSeconds = 5 * 60;
const prefix = 'whsec_';

export const newSecret = (): string => prefix + randomBytes(32).toString('base64');

export interface Signed {
  readonly 'webhook-id': string;
  readonly 'webhook-timestamp': string;
  /** One signature for each secret, so that the receiver may change over in its own time. */
  readonly 'webhook-signature': string;
}

export function sign(secrets: readonly string[], id: string, now: Date, body: string): Signed {
  const timestamp = String(Math.floor(now.getTime() / 1000));
  const signatures = secrets.map((secret) => `v1,${signatureOf(secret, id, timestamp, body)}`);
  return {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': signatures.join(' '),
  };
}

export type Verification = 'good' | 'bad-signature' | 'stale-timestamp';

export interface Claimed {
  readonly id: string | undefined;
  readonly timestamp: string | undefined;
  /** One or several, apart by spaces. */
  readonly signature: string | undefined;
}

/** @param body as it came over the wire */
export function verify(
  secrets: readonly string[],
  { id, timestamp, signature }: Claimed,
  now: Date,
  body: Buffer | string,
): Verification {
  if (!id || !timestamp || !signature || !/^\d{1,12}$/.test(timestamp)) return 'bad-signature';
  const expected = secrets.map((secret) => signatureOf(secret, id, timestamp, body));
  const given = signature.split(' ').flatMap((one) => (one.startsWith('v1,') ? [one.slice(3)] : []));
  // All are compared, so that the time taken says nothing about which secret fits.
  const matches = given.slice(0, 5).flatMap((one) => expected.map((other) => isSame(one, other)));
  if (!matches.includes(true)) return 'bad-signature';
  const off = Math.abs(Number(timestamp) - now.getTime() / 1000);
  return off > toleranceSeconds ? 'stale-timestamp' : 'good';
}

function signatureOf(secret: string, id: string, timestamp: string, body: Buffer | string): string {
  const key = Buffer.from(secret.slice(secret.startsWith(prefix) ? prefix.length : 0), 'base64');
  return createHmac('sha256', key).update(`${id}.${timestamp}.`).update(body).digest('base64');
}

function isSame(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
