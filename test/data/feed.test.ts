// The gap rule, the stream's text, the gate, and how devices count.
import { addRxPlugin, createRxDatabase } from 'rxdb';
import { getRxStorageMemory } from 'rxdb/plugins/storage-memory';
import { RxDBLocalDocumentsPlugin } from 'rxdb/plugins/local-documents';
import { describe, expect, test } from 'vitest';
import type { ClientDatabase } from '../../client/data/database.ts';
import { openDevice } from '../../client/data/device.ts';
import { Feed, nextStep } from '../../client/data/feed.ts';
import { backOff, Gate, GateShut } from '../../client/data/gate.ts';
import { createEventParser } from '../../client/data/sse.ts';
import { parseEvent } from '../../client/data/stream.ts';
import { collections } from '#schemas/sync/collections.ts';
import { rxSchemaOf } from '#schemas/sync/rx-schema.ts';
import type { Checkpoint, Page, StreamMessage } from '#schemas/sync/protocol.ts';
import { FakeClock } from './fixtures.ts';

const at = (lwt: number, id = 'e'): Checkpoint => ({ id, lwt });
const message = (previous: number, lwt: number, id = 'e'): StreamMessage => ({
  collection: 'orders',
  previous,
  documents: [{ id: `v${lwt}`, _deleted: false }],
  checkpoint: at(lwt, id),
});
const idsOf = ({ documents }: Page) => documents.map(({ id }) => id);

describe('the gap rule', () => {
  test('what is known already is ignored', () => {
    expect(nextStep(at(10), [message(8, 9), message(9, 10)])).toEqual({ kind: 'up-to-date' });
  });

  test('what follows without a gap is taken, as far as it does', () => {
    const step = nextStep(at(10), [message(9, 10), message(10, 11), message(11, 13), message(14, 15)]);
    expect(step).toMatchObject({ kind: 'take', page: { checkpoint: at(13) }, rest: [message(14, 15)] });
    expect(step.kind === 'take' && idsOf(step.page)).toEqual(['v11', 'v13']);
  });

  test('a gap, and another life of the database, ask the server', () => {
    expect(nextStep(at(10), [message(11, 12)])).toEqual({ kind: 'pull' });
    expect(nextStep(at(10), [message(3, 4, 'restored')])).toEqual({ kind: 'pull' });
  });
});

describe('a feed', () => {
  const feedOf = (...pages: Page[]) => {
    const asked: Checkpoint[] = [];
    const moves: string[] = [];
    const feed = new Feed({
      page: (from, _limit, onSent) => {
        asked.push(from);
        onSent();
        const page = pages.shift();
        return page ? Promise.resolve(page) : Promise.reject(new Error('nothing more'));
      },
      documents: (ids) => Promise.resolve(ids.map((id) => ({ id, _deleted: false }))),
      onMoved: () => moves.push('moved'),
    });
    return { feed, asked, moves };
  };
  const empty = (lwt: number): Page => ({ documents: [], checkpoint: at(lwt) });

  test('remembers how far an empty page came, which RxDB does not', async () => {
    const { feed, asked } = feedOf(empty(50));
    await feed.pull(at(40), 500);
    feed.add(message(50, 51));
    expect(idsOf(await feed.pull(at(40), 500))).toEqual(['v51']);
    expect(asked).toEqual([at(40)]);
  });

  test('a full page is followed by another question, a short one is not', async () => {
    const { feed, asked } = feedOf({ documents: message(0, 1).documents, checkpoint: at(1) }, empty(1));
    await feed.pull(undefined, 1);
    await feed.pull(at(1), 1);
    await feed.pull(at(1), 1);
    expect(asked).toEqual([at(0, ''), at(1)]);
  });

  test('what is held wrongly comes between the pages, and moves the checkpoint nowhere', async () => {
    const { feed } = feedOf(empty(50), empty(50));
    await feed.pull(at(40), 500);
    feed.suspect(['a', 'b', 'c']);
    const page = await feed.pull(at(40), 3);
    expect([idsOf(page), page.checkpoint, feed.hasSuspects]).toEqual([['a', 'b'], at(50), true]);
    expect(idsOf(await feed.pull(at(50), 3))).toEqual(['c']);
    expect(feed.hasSuspects).toBe(false);
  });

  test('tells of another life of the database, not of a first reading that goes on', async () => {
    const pages = ['e1.s1.70', 'e1.s1', 'e2.s1'].map((id): Page => ({
      documents: [],
      checkpoint: { id, lwt: 1 },
    }));
    const { feed, moves } = feedOf(...pages);
    await feed.pull(undefined, 500);
    for (const id of ['e1.s1.70', 'e1.s1']) {
      expect(moves).toEqual([]);
      feed.demand();
      await feed.pull({ id, lwt: 1 }, 500);
    }
    expect(moves).toEqual(['moved']);
  });

  test('what is demanded while a page is under way is asked for again', async () => {
    const { feed, asked } = feedOf(empty(5), empty(6));
    const first = feed.pull(at(1), 500);
    feed.demand();
    await first;
    await feed.pull(at(1), 500);
    expect(asked).toEqual([at(1), at(5)]);
  });

  test('a question without an answer is asked again', async () => {
    const { feed } = feedOf();
    await expect(feed.pull(at(1), 500)).rejects.toThrow('nothing more');
    await expect(feed.pull(at(1), 500)).rejects.toThrow('nothing more');
  });
});

describe('the stream', () => {
  test('events are read whatever pieces they come in', () => {
    const parse = createEventParser();
    const text = ': alive\n\nevent: message\ndata: "RESYNC"\n\ndata: {"a":\r\ndata: 1}\r\n\r\n';
    expect([...text].flatMap((letter) => parse(letter))).toEqual(['"RESYNC"', '{"a":\n1}']);
    expect(createEventParser()(text)).toEqual(['"RESYNC"', '{"a":\n1}']);
  });

  test('a message of an unknown collection is passed over, a broken one asks for everything', () => {
    expect(parseEvent(JSON.stringify(message(1, 2)))).toEqual(message(1, 2));
    expect(parseEvent(JSON.stringify({ ...message(1, 2), collection: 'future' }))).toBeUndefined();
    expect(parseEvent('{"collection":')).toBe('RESYNC');
  });
});

describe('the gate', () => {
  test('after a failure one request tries, and the others follow when it got through', async () => {
    const clock = new FakeClock();
    const gate = new Gate(clock);
    const passed: number[] = [];
    gate.failed({ kind: 'unreachable' });
    const all = [1, 2, 3].map((each) => gate.pass().then(() => passed.push(each)));
    clock.advance(999);
    expect(gate.state$.value).toBe('waiting');
    clock.advance(1);
    await all[0];
    expect([gate.state$.value, passed]).toEqual(['probing', [1]]);
    gate.reached();
    await Promise.all(all);
    expect([gate.state$.value, passed]).toEqual(['open', [1, 2, 3]]);
  });

  test('of somebody disabled waits for the network as well, though handing in is let through', async () => {
    const gate = new Gate(new FakeClock());
    gate.failed({ kind: 'account-disabled' });
    await gate.pass('handing-in');
    gate.failed({ kind: 'unreachable' });
    expect(gate.state$.value).toBe('waiting');
  });

  test('finds a server within half a minute after hours without one', async () => {
    const clock = new FakeClock();
    const gate = new Gate(clock);
    gate.failed({ kind: 'unreachable' });
    for (let outage = 1; outage < 20; outage++) {
      const probe = gate.pass();
      clock.advance(30_000);
      gate.failed({ kind: 'unreachable' }, await probe);
    }
    expect(gate.state$.value).toBe('waiting');
  });

  test('waits twice as long each time, up to a minute and a half, and not at all when woken', async () => {
    expect([1, 2, 3, 9].map((failures) => backOff(failures, 0.5))).toEqual([1000, 2000, 4000, 60_000]);
    const gate = new Gate(new FakeClock());
    gate.failed({ kind: 'unreachable', retryAfterMs: 600_000 });
    gate.wake();
    await gate.pass();
  });

  test('tries again soon when the network that it was woken for is not quite there', async () => {
    const clock = new FakeClock();
    const gate = new Gate(clock);
    gate.failed({ kind: 'unreachable' });
    for (let outage = 1; outage < 6; outage++) {
      const probe = gate.pass();
      clock.advance(60_000);
      gate.failed({ kind: 'unreachable' }, await probe);
    }
    const woken = gate.pass();
    gate.wake();
    gate.failed({ kind: 'unreachable' }, await woken);
    const next = gate.pass();
    clock.advance(1000);
    await next;
    expect(gate.state$.value).toBe('probing');
  });

  test('stays shut to everybody until the person has signed in again', async () => {
    const gate = new Gate(new FakeClock());
    gate.failed({ kind: 'signed-out' });
    gate.wake();
    const waiting = gate.pass();
    expect(gate.state$.value).toBe('signed-out');
    gate.reset();
    await waiting;
  });

  test('a probe that was given up makes room for the next', async () => {
    const gate = new Gate(new FakeClock());
    gate.failed({ kind: 'unreachable' });
    const [first, second] = [gate.pass(), gate.pass()];
    gate.wake();
    await first;
    gate.released();
    await second;
  });

  test('tells who waits when it is shut for good', async () => {
    const gate = new Gate(new FakeClock());
    gate.failed({ kind: 'unreachable' });
    const waiting = gate.pass();
    gate.shut();
    await expect(waiting).rejects.toBeInstanceOf(GateShut);
    await expect(gate.pass()).rejects.toBeInstanceOf(GateShut);
  });
});

describe('numbers', () => {
  test('are given once each, and after a loss go on behind the stored commands', async () => {
    addRxPlugin(RxDBLocalDocumentsPlugin);
    const opened = await createRxDatabase({
      ...{ name: 'towline-acme-numbers', storage: getRxStorageMemory(), multiInstance: false },
      localDocuments: true,
    });
    const { indexes, required, ...schema } = rxSchemaOf(collections.commands);
    const lists = { required: [...required], indexes: indexes.map((index) => [...index]) };
    await opened.addCollections({ commands: { schema: { ...schema, ...lists } } });
    const database = opened as unknown as ClientDatabase;
    const device = await openDevice(database);
    const given = await Promise.all([1, 2, 3, 4, 5].map(() => device.nextNumber()));
    expect(given.toSorted()).toEqual([1, 2, 3, 4, 5]);
    expect(await Promise.all([device.nextNumber(20), device.nextNumber()])).toEqual([6, 26]);
    const command = { deviceId: device.id, type: 'void', orderId: 'o', at: '', payload: {} };
    await database.commands.insert({ id: 'c', n: 41, ...command });
    const again = await openDevice(database);
    expect([again.id, await again.nextNumber()]).toEqual([device.id, 42]);
    await opened.close();
  });
});
