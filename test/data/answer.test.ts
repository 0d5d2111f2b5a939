// What a page shows of the server's answers: the one to its question, and what was kept while none comes.
import { createRoot } from 'solid-js';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createAnswer, type KeptValue } from '../../client/data/answer.ts';
import type { Http, RequestFailure } from '../../client/data/http.ts';
import type { KeptAnswer, KeptAnswers } from '../../client/data/kept-answers.ts';
import { fail, ok, type Result } from '#schemas/core/result.ts';

const at = '2026-03-01T08:00:00.000Z';
const unreachable: RequestFailure = { kind: 'unreachable' };
const forbidden: RequestFailure = { kind: 'refused', status: 403 };

/** A server whose answers are given by the test. */
class Server implements Pick<Http, 'getJson'> {
  readonly waiting: { path: string; answer: (result: Result<unknown, RequestFailure>) => void }[] = [];
  getJson(path: string): Promise<Result<unknown, RequestFailure>> {
    return new Promise((answer) => this.waiting.push({ path, answer }));
  }
  async says(path: string, result: Result<unknown, RequestFailure>): Promise<void> {
    const place = this.waiting.findIndex((one) => one.path === path);
    expect(place).not.toBe(-1);
    this.waiting.splice(place, 1)[0]?.answer(result);
    await vi.advanceTimersByTimeAsync(0);
  }
}

function memory(
  entries: Record<string, unknown> = {},
): KeptAnswers & { readonly held: Map<string, KeptAnswer> } {
  const held = new Map(Object.entries(entries).map(([path, value]) => [path, { value, at }]));
  return {
    held,
    read: (path) => Promise.resolve(held.get(path)),
    keep: async (path, answer) => void held.set(path, answer),
    forget: async (path) => void held.delete(path),
  };
}

let dispose: (() => void) | undefined;
beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  dispose?.();
  vi.useRealTimers();
});

function asking(server: Server, kept?: KeptAnswers) {
  let path = '/a';
  const answer = createRoot((end): KeptValue<string> => {
    dispose = end;
    return createAnswer<string>(server, () => path, kept);
  });
  // Signals outside of a browser do not tell that they changed: it is asked as by somebody who presses.
  const ask = (next: string): void => {
    path = next;
    answer.refresh();
  };
  return { answer, ask, shown: () => [answer.value(), answer.state(), answer.keptAt()] };
}

describe('an answer', () => {
  test('is kept when it comes, and shown without an age', async () => {
    const [server, kept] = [new Server(), memory({ '/a': 'old' })];
    const { shown } = asking(server, kept);
    expect(shown()).toEqual([undefined, 'loading', undefined]);
    await server.says('/a', ok('new'));
    expect(shown()).toEqual(['new', 'ready', undefined]);
    expect(kept.held.get('/a')?.value).toBe('new');
  });

  test('that does not come is the kept one, with its age, also to who waits long', async () => {
    const server = new Server();
    const { shown } = asking(server, memory({ '/a': 'old' }));
    await vi.advanceTimersByTimeAsync(2000);
    expect(shown()).toEqual(['old', 'loading', at]);
    await server.says('/a', fail(unreachable));
    expect(shown()).toEqual(['old', 'offline', at]);
  });

  test('of another question is not shown for one that nobody has asked before; the way back leads to it', async () => {
    const server = new Server();
    const { shown, ask } = asking(server, memory({ '/a': 'old' }));
    await server.says('/a', fail(unreachable));
    ask('/b');
    await server.says('/b', fail(unreachable));
    expect(shown()).toEqual([undefined, 'offline', undefined]);
    ask('/a');
    await server.says('/a', fail(unreachable));
    expect(shown()).toEqual(['old', 'offline', at]);
  });

  test('that comes late is not shown for the question asked since', async () => {
    const server = new Server();
    const { shown, ask } = asking(server, memory());
    ask('/b');
    await server.says('/b', ok('b'));
    await server.says('/a', ok('a'));
    expect(shown()).toEqual(['b', 'ready', undefined]);
  });

  test('that one may not have any more goes from the screen and from the device', async () => {
    const [server, kept] = [new Server(), memory()];
    const { shown, answer } = asking(server, kept);
    await server.says('/a', ok('mine'));
    answer.refresh();
    await server.says('/a', fail(forbidden));
    expect(shown()).toEqual([undefined, 'refused', undefined]);
    expect(kept.held.size).toBe(0);
  });

  test('that is asked for too often stays on the device', async () => {
    const [server, kept] = [new Server(), memory({ '/a': 'old' })];
    const { shown } = asking(server, kept);
    await server.says('/a', fail({ kind: 'refused', status: 429 }));
    expect(shown()).toEqual(['old', 'refused', at]);
    expect(kept.held.size).toBe(1);
  });

  test('that cannot be kept is shown all the same', async () => {
    const server = new Server();
    const complaint = vi.spyOn(console, 'error').mockReturnValue();
    const full = { ...memory(), keep: () => Promise.reject(new Error('full')) };
    const { shown } = asking(server, full);
    await server.says('/a', ok('new'));
    expect(shown()).toEqual(['new', 'ready', undefined]);
    expect(complaint).toHaveBeenCalledOnce();
    complaint.mockRestore();
  });
});
