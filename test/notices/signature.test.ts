// Signatures of webhooks. The examples are computed from the words of the convention.
import { describe, expect, test } from 'vitest';
import { newSecret, sign, verify } from '../../sync-server/notices/signature.ts';
import { signedHeaders } from '../setup/notices.ts';

const now = new Date('2026-03-01T08:00:00Z');
const secret = newSecret();
const body = '{"number":"PA-1","place":"文三路"}';

const claimedOf = (headers: Record<string, string>) => ({
  id: headers['webhook-id'],
  timestamp: headers['webhook-timestamp'],
  signature: headers['webhook-signature'],
});
const claimed = (at = now, text = body, by = secret) => claimedOf(signedHeaders(by, 'msg-1', at, text));
const minutes = (count: number) => new Date(now.getTime() + count * 60_000);

test('fits the published example of Standard Webhooks', () => {
  const headers = sign(
    ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'],
    'msg_p5jXN8AQM9LWM0D4loKWxJek',
    new Date(1_614_265_330_000),
    '{"test": 2432232314}',
  );
  expect(headers['webhook-signature']).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=');
});

describe('what a sender signed', () => {
  test('is good', () => {
    expect(verify([secret], claimed(), now, Buffer.from(body))).toBe('good');
  });

  test('is good with the former secret as well while that is valid', () => {
    expect(verify([newSecret(), secret], claimed(), now, body)).toBe('good');
    expect(verify([newSecret()], claimed(), now, body)).toBe('bad-signature');
  });

  test('is good when one of several signatures fits', () => {
    const other = `v1,${'A'.repeat(43)}= v2,future`;
    const both = { ...claimed(), signature: `${other} ${claimed().signature}` };
    expect(verify([secret], both, now, body)).toBe('good');
  });

  test.each([-5, 5])('may be %d minutes off', (off) => {
    expect(verify([secret], claimed(minutes(off)), now, body)).toBe('good');
  });

  test.each([-6, 6])('is stale at %d minutes', (off) => {
    expect(verify([secret], claimed(minutes(off)), now, body)).toBe('stale-timestamp');
  });

  test('does not fit other bytes, another id or another time', () => {
    expect(verify([secret], claimed(), now, body.replace('文三', '文二'))).toBe('bad-signature');
    expect(verify([secret], { ...claimed(), id: 'msg-2' }, now, body)).toBe('bad-signature');
    expect(verify([secret], { ...claimed(), timestamp: '1772352001' }, now, body)).toBe('bad-signature');
  });

  test.each(['id', 'timestamp', 'signature'])('needs its %s', (field) => {
    expect(verify([secret], { ...claimed(), [field]: undefined }, now, body)).toBe('bad-signature');
  });

  test.each(['', 'v1', 'v1,', 'nonsense', 'v1,短'])('is not %j', (signature) => {
    expect(verify([secret], { ...claimed(), signature }, now, body)).toBe('bad-signature');
  });
});

test('what we sign is signed with every secret that the receiver may have', () => {
  const former = newSecret();
  const headers = sign([secret, former], 'msg-2', now, body);
  for (const known of [secret, former]) {
    const expected = signedHeaders(known, 'msg-2', now, body)['webhook-signature'];
    expect(headers['webhook-signature'].split(' ')).toContain(expected);
  }
});
