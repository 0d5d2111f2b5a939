// A batch is found again where it was not read to its end, and only there.
import { beforeEach, describe, expect, test } from 'vitest';
import type { OnlineVerdict } from '../../client/data/commands.ts';
import { createAsking, keeperOf, type KeptBatch } from '../../client/data/kept-batch.ts';

const batch: KeptBatch = {
  at: '2026-03-01T08:00:00Z',
  lines: [
    { label: '1', request: { id: 'c-1', type: 'approve-price', orderId: 'o-1', payload: { amountFen: 1 } } },
  ],
};

/** Held by name until whoever asked for it lets go, as a browser's are. */
function createLocks() {
  const held = new Set<string>();
  const locks = {
    query: () => Promise.resolve({ held: [...held].map((name) => ({ name })) }),
    request: async (name: string, _: LockOptions, work: (lock: object | null) => unknown) => {
      if (held.has(name)) return work(null);
      held.add(name);
      await work({});
      held.delete(name);
    },
  };
  return { locks: locks as unknown as LockManager, closeTab: () => held.clear() };
}

function createStorage(room = Infinity) {
  const items = new Map<string, string>();
  return {
    getItem: (key: string) => items.get(key) ?? null,
    removeItem: (key: string) => void items.delete(key),
    setItem: (key: string, value: string) => {
      if (value.length > room) throw new DOMException('full', 'QuotaExceededError');
      items.set(key, value);
    },
  } as unknown as Storage;
}

describe('a batch', () => {
  let storage = createStorage();
  let tabs = createLocks();
  beforeEach(() => {
    storage = createStorage();
    tabs = createLocks();
  });
  const keeper = (key = 'batch') => keeperOf(key, { storage, locks: tabs.locks });

  test('that a closed tab was at is found by the next', async () => {
    keeper().begin(batch);
    expect(await keeper().interrupted(), 'the other tab is at it').toBeUndefined();
    tabs.closeTab();
    expect(await keeper().interrupted()).toEqual(batch);
    expect(await keeper('of-somebody-else').interrupted()).toBeUndefined();
  });

  test('whose verdicts were read is gone', async () => {
    keeper().begin(batch)();
    await Promise.resolve();
    expect(await keeper().interrupted()).toBeUndefined();
  });

  test('that two tabs begin is found again when both have ended', async () => {
    const [first, second] = [keeper().begin(batch), keeper().begin(batch)];
    second();
    first();
    await Promise.resolve();
    keeper().begin(batch);
    tabs.closeTab();
    expect(await keeper().interrupted()).toEqual(batch);
  });

  test('is kept also where a browser has no locks', async () => {
    const without = () => keeperOf('batch', { storage, locks: undefined });
    const end = without().begin(batch);
    expect(await without().interrupted()).toEqual(batch);
    end();
    expect(await without().interrupted()).toBeUndefined();
  });

  test('that is left stays left', async () => {
    keeper().begin(batch);
    tabs.closeTab();
    keeper().forget();
    expect(await keeper().interrupted()).toBeUndefined();
  });

  test('is done also on a device that has no room to keep it', async () => {
    storage = createStorage(10);
    const complaints: unknown[] = [];
    const complain = console.error;
    console.error = (...said: unknown[]) => complaints.push(said);
    keeper().begin(batch)();
    console.error = complain;
    expect(complaints).toHaveLength(1);
    expect(await keeper().interrupted()).toBeUndefined();
  });

  test('that cannot be read is none', async () => {
    storage.setItem('batch', '{"lines":');
    expect(await keeper().interrupted()).toBeUndefined();
  });
});

describe('a line', () => {
  test('keeps its id until it is answered, and is another question after a refusal', async () => {
    const asked: (string | undefined)[] = [];
    const answers: OnlineVerdict[] = [
      { status: 'offline' },
      { status: 'rejected', code: 'month-closed' },
      { status: 'applied' },
    ];
    let made = 0;
    const ask = createAsking({
      newId: () => `new-${++made}`,
      decideManyOnline: (requests) => {
        asked.push(...requests.map(({ id }) => id));
        return Promise.resolve(answers.splice(0, requests.length));
      },
    });
    for (let time = 0; time < 3; time++) await ask(batch.lines);
    expect(asked).toEqual(['c-1', 'c-1', 'new-1']);
  });
});
