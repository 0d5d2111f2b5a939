// First passwords for several people at once: nobody loses his own, and none is set that nobody knows.
import { describe, expect, test } from 'vitest';
import { createInitialPasswords } from '../../client/staff/initial-passwords.ts';
import { fail, ok } from '#schemas/core/result.ts';
import { stored as storedOf } from '../reference/company.ts';

const [ann, ben] = [storedOf('staff', 'staff-driver1'), storedOf('staff', 'staff-driver2')];

const everybody = () => Promise.resolve(true);

/** A server of people with and without passwords. */
function setting(had: readonly string[] = []) {
  const stored = new Map(had.map((id) => [id, 'their own']));
  const asked: unknown[] = [];
  let isAnswering = true;
  let made = 0;
  const passwords = (isSent = everybody) =>
    createInitialPasswords({
      isSent,
      suggest: () => `made-up-${(made += 1)}`,
      api: {
        account: (id) => Promise.resolve(ok({ hasPassword: stored.has(id), mustChange: false })),
        setPassword: (id, password, mustChange) => {
          asked.push([id, mustChange]);
          stored.set(id, password);
          return Promise.resolve(isAnswering ? ok(undefined) : fail('offline'));
        },
      },
    });
  return { stored, asked, passwords, answer: (answers: boolean) => void (isAnswering = answers) };
}

describe('first passwords', () => {
  test('are given to each who has none, one of his own, and have to be changed', async () => {
    const { passwords, stored, asked } = setting();
    const own = passwords();
    expect([await own.give(ann), await own.give(ben)]).toEqual([undefined, undefined]);
    expect(own.given().map(({ person: { id }, password }) => [id, password])).toEqual([...stored]);
    expect(new Set(stored.values()).size).toBe(2);
    expect(asked).toEqual([
      [ann.id, true],
      [ben.id, true],
    ]);
  });

  test('leave alone who has one', async () => {
    const { passwords, stored } = setting([ann.id]);
    const own = passwords();
    await own.give(ann);
    expect(stored.get(ann.id)).toBe('their own');
    expect(own.given()).toEqual([]);
    expect(own.kept()).toEqual([ann]);
  });

  test('wait until the server knows him', async () => {
    const { passwords, stored } = setting();
    expect(await passwords(() => Promise.resolve(false)).give(ann)).toBe('unsent');
    expect(stored.size).toBe(0);
  });

  test('of which the answer was lost are set again as they were, and shown', async () => {
    const { passwords, stored, answer } = setting();
    const own = passwords();
    answer(false);
    expect(await own.give(ann)).toBe('offline');
    answer(true);
    expect(await own.give(ann)).toBeUndefined();
    expect(own.given()).toEqual([{ person: ann, password: stored.get(ann.id) }]);
    expect(own.given()[0]?.password).toBe('made-up-1');
  });
});
