// Passwords are kept so that nobody can read them.
import { expect, test } from 'vitest';
import { hashPassword, verifyPassword } from '../../sync-server/staff/passwords.ts';

test("a hash is argon2id with OWASP's settings, and another one each time", async () => {
  const [one, two] = await Promise.all([hashPassword('towline'), hashPassword('towline')]);
  expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(one).not.toBe(two);
});

test('the right password belongs to its hash, another does not', async () => {
  const stored = await hashPassword('正確 🚛');
  expect(await verifyPassword('正確 🚛', stored)).toBe(true);
  expect(await verifyPassword('正確', stored)).toBe(false);
  expect(await verifyPassword('', stored)).toBe(false);
});

test('nobody signs in without a hash, also not with what is compared instead', async () => {
  expect(await verifyPassword('nobody signs in with this', undefined)).toBe(false);
});
