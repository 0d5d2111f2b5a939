// What devices push: reference data is merged row by row, and nothing that comes in breaks the server.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actor, command, companyDocuments, creation } from '../setup/company.ts';
import { testDatabases, type OpenTestDatabase } from '../setup/postgres.ts';
import { quietLog } from '../setup/quiet-log.ts';
import { pullAll, startServer, type Answer, type TestServer } from '../setup/server.ts';
import { pushReference } from '../../sync-server/replication/push.ts';
import { mostConflicts } from '#schemas/core/reference.ts';
import type { RateCard } from '#schemas/finance/rate-card.ts';
import type { Actor } from '#schemas/staff/permissions.ts';

type Doc = Record<string, unknown>;

const now = '2026-03-01T08:00:00.000Z';

/** Manages one outlet. */
const localManager: Actor = {
  ...actor('admin'),
  id: 'staff-local',
  outletIds: ['outlet-1'],
  permissions: actor('admin').permissions.filter((permission) => permission !== 'outlets.all'),
};

describe.each(testDatabases)('a push on $name', ({ openMigrated }) => {
  let opened: OpenTestDatabase;
  let server: TestServer;
  let made = 0;

  beforeAll(async () => {
    opened = await openMigrated();
    server = await startServer(opened.database);
  });
  afterAll(async () => {
    await server.stop();
    await opened.drop();
  });

  const customer = (changed: Doc = {}): Doc => ({
    id: `customer-new-${++made}`,
    name: '平安',
    disabled: false,
    typeId: 'customer-type-insurer',
    contact: { name: '李' },
    outletIds: [],
    settlement: { cycle: 'monthly' },
    needsConfirmation: false,
    ...changed,
  });

  const row = (newDocumentState: unknown, assumedMasterState?: unknown) => ({
    newDocumentState,
    ...(assumedMasterState !== undefined && { assumedMasterState }),
  });

  const push = (rows: readonly unknown[], as: Actor = actor('admin')) =>
    pushReference(opened.database, { actor: as, collection: 'customers', now, log: quietLog }, rows);

  async function post(
    who: 'admin' | 'clerk',
    body: unknown,
    path = 'customers/0',
  ): Promise<Answer<Doc & Doc[]>> {
    return (await server.as(who)).post(`/replication/${path}/push`, body);
  }

  async function stored(id: unknown): Promise<Doc | undefined> {
    const [found] = await opened.database.query<{ body: Doc; version: number }>(
      `select body, version from documents where collection = 'customers' and id = $1`,
      [String(id)],
    );
    return found && { ...found.body, version: found.version };
  }

  async function refused(id: unknown): Promise<{ code: string; row: unknown; actor_id: string }[]> {
    return opened.database.query(
      'select code, row, actor_id from quarantine where document_id = $1 order by id',
      [String(id)],
    );
  }

  async function inserted(changed: Doc = {}): Promise<Doc> {
    const doc = customer(changed);
    expect(await push([row(doc)])).toEqual([]);
    return doc;
  }

  it('takes in what is new and reaches those who may see it', async () => {
    const doc = customer({ outletIds: ['outlet-2'] });
    expect(await post('admin', [row({ ...doc, _deleted: false })])).toEqual({ status: 200, body: [] });
    const seen = (await pullAll(await server.as('dispatcher2'), 'customers')).documents;
    expect(seen).toContainEqual(expect.objectContaining({ ...doc, _deleted: false }));
    const unseen = (await pullAll(await server.as('dispatcher'), 'customers')).documents;
    expect(unseen.map(({ id }) => id)).not.toContain(doc['id']);
  });

  it('keeps both changes of different fields, and answers the merged document', async () => {
    const base = await inserted();
    await push([row({ ...base, name: '太平洋' }, base)]);
    const [answer] = await push([row({ ...base, needsConfirmation: true }, base)]);
    const merged = { ...base, name: '太平洋', needsConfirmation: true };
    expect(answer).toMatchObject({ ...merged, _deleted: false });
    expect(await stored(base['id'])).toEqual({ ...merged, version: answer?.['version'] });
  });

  it('refuses a row at which the server fails, keeps it, and takes the others', async () => {
    const spoilt = await inserted();
    const spoil = (from: string, to: string) =>
      opened.database.query(`update documents set body = replace(body::text, $1, $2)::json where id = $3`, [
        ...[from, to],
        String(spoilt['id']),
      ]);
    await spoil('"outletIds":[]', '"outletIds":7');
    const others = [customer(), customer()];
    const edited = row({ ...spoilt, name: '太平洋' }, spoilt);
    const answers = await push([row(others[0]), edited, row(others[1])]);
    expect(answers).toMatchObject([{ id: spoilt['id'], _deleted: true }]);
    for (const { id, name } of others) expect(await stored(id)).toMatchObject({ name });
    expect(await refused(spoilt['id'])).toMatchObject([{ code: 'server-fault' }]);
    await spoil('"outletIds":7', '"outletIds":[]');
  });

  it('lets the earlier value of a field stand, and notes the other until somebody settles it', async () => {
    const base = await inserted();
    await push([row({ ...base, name: '太平洋' }, base)]);
    const [answer = {}] = await push([row({ ...base, name: '人保' }, base)], localManager);
    const note = { field: 'name', kept: '太平洋', other: '人保', by: 'staff-local', at: now };
    expect(answer).toMatchObject({ name: '太平洋', conflicts: [note] });
    const again = await push([row({ ...base, name: '人保' }, base)], localManager);
    expect(again[0]?.['conflicts'], 'the same push again').toEqual([note]);

    const { conflicts: _, ...settled } = answer;
    expect(await push([row({ ...settled, name: '人保' }, answer)])).toEqual([]);
    expect(await stored(base['id'])).toMatchObject({ name: '人保' });
    expect(await stored(base['id'])).not.toHaveProperty('conflicts');
  });

  it('holds so many notes and no more: the oldest one goes to a manager, and the record is edited on', async () => {
    const base = await inserted();
    await push([row({ ...base, name: '太平洋' }, base)]);
    await push([row({ ...base, name: '人保' }, base)], localManager);
    await push(Array.from({ length: mostConflicts }, (_, n) => row({ ...base, name: `name ${n}` }, base)));
    const full = (await stored(base['id'])) ?? {};
    const names = (full['conflicts'] as Doc[]).map(({ other }) => other);
    expect(names).toEqual(['人保', ...Array.from({ length: mostConflicts - 1 }, (_, n) => `name ${n + 1}`)]);

    await push([row({ ...base, needsConfirmation: true, address: '文三路' }, base)]);
    expect(await push([row({ ...full, note: 'on' }, full)])).toMatchObject([
      { note: 'on', address: '文三路' },
    ]);
    expect(await refused(base['id'])).toMatchObject([
      {
        code: 'conflicts-full',
        actor_id: 'staff-admin',
        row: { newDocumentState: { name: 'name 0' }, assumedMasterState: { name: '太平洋' } },
      },
    ]);
  });

  it('takes no note of a conflict from a device: only the merge makes them', async () => {
    const made = { field: 'name', kept: '平安', other: 'x'.repeat(100_000), by: 'staff-admin', at: now };
    const base = customer();
    const [answer = {}] = await push([row({ ...base, conflicts: [made] })]);
    expect(answer).toMatchObject({ id: base['id'] });
    expect(answer).not.toHaveProperty('conflicts');
    const before = (await stored(base['id'])) ?? {};
    await push([row({ ...before, note: 'on', conflicts: [made] }, before)]);
    expect(await stored(base['id'])).toMatchObject({ note: 'on' });
    expect(await stored(base['id'])).not.toHaveProperty('conflicts');
  });

  it('stores a note that is sent again and again once', async () => {
    const base = await inserted();
    await push([row({ ...base, name: '太平洋' }, base)]);
    const [noted = {}] = await push([row({ ...base, name: '人保' }, base)], localManager);
    const [note] = noted['conflicts'] as Doc[];
    await push([row({ ...noted, note: 'on', conflicts: Array(50).fill(note) }, noted)]);
    expect(await stored(base['id'])).toMatchObject({ note: 'on', conflicts: [note] });
  });

  it('lets nobody put somebody on his vehicle whom he does not see', async () => {
    const found = companyDocuments.find(({ document }) => document.id === 'vehicle-1')?.document;
    const vehicle = { ...found, id: 'vehicle-of-one', plate: '浙A55555', driverIds: ['staff-driver1'] };
    const pushVehicle = (changed: Doc) =>
      pushReference(opened.database, { actor: localManager, collection: 'vehicles', now, log: quietLog }, [
        row({ ...vehicle, ...changed }),
      ]);
    expect(await pushVehicle({})).toEqual([]);
    const beyond = { id: 'vehicle-of-two', plate: '浙A66666', driverIds: ['staff-dispatcher2'] };
    expect(await pushVehicle(beyond)).toMatchObject([{ id: 'vehicle-of-two', _deleted: true }]);
    expect(await refused('vehicle-of-two')).toMatchObject([{ code: 'not-permitted' }]);
  });

  it('can edit a record again that had got too many notes', async () => {
    const base = await inserted();
    const conflicts = Array.from({ length: mostConflicts + 2 }, (_, n) => {
      return { field: 'name', kept: '平安', other: `name ${n}`, by: `staff-${n}`, at: now };
    });
    await opened.database.query(
      `update documents set body = (body::jsonb || $1)::json where collection = 'customers' and id = $2`,
      [JSON.stringify({ conflicts }), String(base['id'])],
    );
    const full = (await stored(base['id'])) ?? {};
    await push([row({ ...full, note: 'on' }, full)]);
    expect(await stored(base['id'])).toMatchObject({ note: 'on', conflicts: conflicts.slice(2) });
    expect((await refused(base['id'])).map(({ actor_id }) => actor_id)).toEqual(['staff-0', 'staff-1']);
  });

  it('acknowledges what is stored already, and numbers no change for it', async () => {
    const base = await inserted();
    const before = await stored(base['id']);
    expect(await push([row(base), row(base, { ...base, name: 'long ago' })])).toEqual([]);
    expect(await stored(base['id'])).toEqual(before);
  });

  it('knows a device’s own change whose answer was lost, and lets it edit on', async () => {
    const base = await inserted();
    const edit = (n: number) => ({ edit: { deviceId: 'device-a', n } });
    await push([row({ ...base, name: 'first', ...edit(1) }, base)]);
    expect(await push([row({ ...base, name: 'second', ...edit(2) }, base)])).toEqual([]);
    expect(await stored(base['id'])).toMatchObject({ name: 'second' });
    expect(await stored(base['id'])).not.toHaveProperty('conflicts');
  });

  describe('of a device that holds more than it says it was told', () => {
    const madeOn = (on: unknown) => ({ edit: { deviceId: 'device-half', n: 1, on } });
    const told = async ({ id }: Doc): Promise<Doc> => (await stored(id)) ?? {};

    it('does not bring back what was taken back since', async () => {
      const base = await told(await inserted());
      await push([row({ ...base, address: '旧路' }, base)]);
      const now = await told(base);
      await push([row({ ...now, address: base['address'], name: 'later' }, now)]);
      await push([row({ ...now, note: 'mine', ...madeOn(now['version']) }, base)]);
      const after = await stored(base['id']);
      expect(after).toMatchObject({ name: 'later', note: 'mine' });
      expect(after?.['address']).toBe(base['address']);
      expect(after).not.toHaveProperty('conflicts');
    });

    it('settles no conflict of which it cannot have known', async () => {
      const base = await told(await inserted());
      await push([row({ ...base, address: '旧路' }, base)]);
      const now = await told(base);
      await push([row({ ...now, name: '太平洋' }, now)]);
      await push([row({ ...now, name: '人保' }, now)], localManager);
      await push([row({ ...now, note: 'mine', ...madeOn(now['version']) }, base)]);
      expect(await stored(base['id'])).toMatchObject({
        note: 'mine',
        conflicts: [{ field: 'name', kept: '太平洋', other: '人保' }],
      });
    });

    it('is in conflict where both have changed the field since', async () => {
      const base = await told(await inserted());
      await push([row({ ...base, name: '一' }, base)]);
      const now = await told(base);
      await push([row({ ...now, name: '二' }, now)]);
      await push([row({ ...now, name: '三', ...madeOn(now['version']) }, base)]);
      expect(await stored(base['id'])).toMatchObject({
        name: '二',
        conflicts: [{ field: 'name', kept: '二', other: '三' }],
      });
    });

    it('is read as it says when its number is of a database that is gone', async () => {
      const base = await told(await inserted());
      await push([row({ ...base, name: '一' }, base)]);
      const of = Number((await told(base))['version']) + 1000;
      await push([row({ ...base, name: '三', ...madeOn(of) }, base)]);
      expect(await stored(base['id'])).toMatchObject({
        name: '一',
        conflicts: [{ field: 'name', kept: '一', other: '三' }],
      });
    });
  });

  it('knows an edit that comes again by device and person: nobody can use up another’s numbers', async () => {
    const base = await inserted();
    const edit = (n: number) => ({ edit: { deviceId: 'device-shared', n } });
    const forger: Actor = { ...actor('admin'), id: 'staff-forger' };
    await push([row({ ...base, address: 'x', ...edit(Number.MAX_SAFE_INTEGER) }, base)], forger);
    await push([row({ ...base, name: 'mine', ...edit(5) }, base)]);
    expect(await stored(base['id'])).toMatchObject({ name: 'mine', address: 'x' });
    expect(await push([row({ ...base, name: 'older', ...edit(4) }, base)])).toMatchObject([{ name: 'mine' }]);
    expect(await refused(base['id'])).toEqual([]);
  });

  it.each([2 ** 60, 1e300, -1, 1.5])('refuses the edit number %d, and goes on', async (n) => {
    const base = await inserted();
    await push([row({ ...base, name: 'x', edit: { deviceId: 'device-a', n } }, base)]);
    expect(await refused(base['id'])).toMatchObject([{ code: 'invalid-document' }]);
    await push([row({ ...base, name: 'y' }, base)]);
    expect(await stored(base['id'])).toMatchObject({ name: 'y' });
  });

  it('keeps of what is larger than any document only its beginning', async () => {
    const id = `customer-large-${++made}`;
    await push([row({ id, note: 'x'.repeat(200_000) })]);
    const [kept] = await refused(id);
    expect(JSON.stringify(kept?.row).length).toBeLessThan(2000);
  });

  it('keeps a valid row whole, however much was entered', async () => {
    const base = await inserted();
    const rateCards = Array.from({ length: 400 }, (_, index) => rateCard(index));
    const entered = row({ ...base, rateCards }, base);
    expect(JSON.stringify(entered).length).toBeGreaterThan(100_000);
    await post('clerk', [entered]);
    expect(await refused(base['id'])).toMatchObject([{ code: 'not-permitted', row: entered }]);
    const page = await (await server.as('admin')).get<{ entries: Doc[] }>('/api/quarantine');
    expect(page.body.entries[0]?.['entered']).toEqual(entered);
  });

  it('takes in the good rows around a forbidden one, which it answers and keeps', async () => {
    const [first, last] = [customer({ outletIds: ['outlet-1'] }), customer()];
    const foreign = companyDocuments.find(({ document }) => document.id === 'customer-2')?.document;
    const forbidden = row({ ...foreign, name: 'mine now' }, foreign);
    expect(await push([row(first), forbidden, row(last)], localManager)).toEqual([
      { id: 'customer-2', _deleted: true },
    ]);
    expect(await stored(first['id'])).toMatchObject(first);
    expect(await stored(last['id'])).toMatchObject(last);
    expect(await stored('customer-2')).toMatchObject({ name: 'customer-2' });
    expect(await refused('customer-2')).toMatchObject([{ code: 'not-permitted', row: forbidden }]);
  });

  it('answers with the true state who sees a document but may not change it', async () => {
    const base = await inserted();
    const { status, body } = await post('clerk', [row({ ...base, name: 'x' }, base)]);
    expect(status).toBe(200);
    expect(body).toEqual([{ ...(await stored(base['id'])), _deleted: false }]);
    expect(await refused(base['id'])).toMatchObject([{ code: 'not-permitted' }]);
  });

  it('does not let a document be taken out of the sender’s reach', async () => {
    const base = await inserted({ outletIds: ['outlet-1'] });
    const [answer] = await push([row({ ...base, outletIds: ['outlet-2'] }, base)], localManager);
    expect(answer).toMatchObject({ id: base['id'], outletIds: ['outlet-1'] });
  });

  it('answers and keeps a document that is not valid', async () => {
    const base = await inserted();
    const invalid = row({ ...base, name: '' }, base);
    expect(await push([invalid])).toEqual([{ ...(await stored(base['id'])), _deleted: false }]);
    expect(await refused(base['id'])).toMatchObject([{ code: 'invalid-document', row: invalid }]);
  });

  it('never deletes: not on request, and not because a tombstone comes back', async () => {
    const base = await inserted();
    const before = await stored(base['id']);
    const rows = [row({ ...base, _deleted: true }, base), row({ id: base['id'], _deleted: true })];
    for (const one of rows) expect(await push([one])).toEqual([{ ...before, _deleted: false }]);
    const tombstone = { id: 'customer-2', _deleted: true };
    expect(await push([row(tombstone, tombstone)], localManager)).toEqual([tombstone]);
    expect(await stored(base['id'])).toEqual(before);
    expect(await stored('customer-2')).toBeDefined();
    expect((await refused(base['id'])).map(({ code }) => code)).toEqual(['delete-refused', 'delete-refused']);
  });

  it('answers the final state of a document of which one row was good and another was not', async () => {
    const base = await inserted();
    const good = { ...base, name: 'good' };
    const answers = await push([row({ ...base, name: '' }, base), row(good, base)]);
    for (const answer of answers) expect(answer).toMatchObject(good);
    expect(await stored(base['id'])).toMatchObject(good);
  });

  it('merges what several push at the same moment', async () => {
    const base = await inserted();
    const changes: Doc[] = [{ name: 'A' }, { needsConfirmation: true }, { disabled: true }];
    await Promise.all(changes.map((change) => push([row({ ...base, ...change }, base)])));
    expect(await stored(base['id'])).toMatchObject({ name: 'A', needsConfirmation: true, disabled: true });
    const same = customer();
    await Promise.all([1, 2, 3].map(() => push([row(same)])));
    expect(await stored(same['id'])).toMatchObject(same);
  });

  it('takes commands, and answers only those that were refused', async () => {
    const good = command('create-order', 'order-pushed', creation());
    const bad = command('create-order', 'order-pushed-2', creation({ customerId: 'customer-none' }));
    const { status, body } = await post('clerk', [row(good), row(bad)], 'commands/0');
    expect(status).toBe(200);
    expect(body).toMatchObject([
      { id: bad.id, verdict: { status: 'rejected', code: 'unknown-reference' }, _deleted: false },
    ]);
  });

  it.each([
    ['an order', 'orders/0', 403, 'forbidden'],
    ['a statement', 'statements/0', 403, 'forbidden'],
    ['an unknown collection', 'secrets/0', 404, 'not-found'],
    ['a name of JavaScript’s own', 'constructor/0', 404, 'not-found'],
    ['a version newer than the server', 'customers/7', 426, 'server-older'],
  ])('refuses %s with a problem', async (_what, path, status, code) => {
    const answer = await post('admin', [row({ id: 'customer-all', _deleted: true })], path);
    expect(answer).toMatchObject({ status, body: { code } });
  });

  it('refuses more rows than fit, and what is no list', async () => {
    const many = Array.from({ length: 501 }, () => row(customer()));
    expect(await post('admin', many)).toMatchObject({ status: 413, body: { code: 'too-large' } });
    for (const body of [{}, 'null', '5', { rows: [] }])
      expect(await post('admin', body)).toMatchObject({ status: 400, body: { code: 'invalid-request' } });
  });

  it('asks who is there', async () => {
    const response = await fetch(`${server.url}/replication/customers/0/push`, { method: 'POST' });
    expect(response.status).toBe(401);
  });

  it('takes a good row among malformed ones, whatever they are made of', async () => {
    const base = await inserted();
    for (const odd of oddRows(base)) {
      const good = customer();
      const { status } = await post('admin', `[${odd},${JSON.stringify(row(good))}]`);
      expect(status, odd.slice(0, 200)).toBe(200);
      expect(await stored(good['id']), odd.slice(0, 200)).toMatchObject(good);
    }
    expect(await stored(base['id'])).toMatchObject({ id: base['id'] });
  });

  it.each(['id=a.%00', 'id=%00', 'id=a.b&lwt=9007199254740991', 'id=.&limit=999999', 'lwt=-1', 'limit=x'])(
    'survives the pull ?%s',
    async (query) => {
      const { status } = await (await server.as('admin')).get(`/replication/customers/0/pull?${query}`);
      expect([200, 400]).toContain(status);
    },
  );
});

const rateCard = (index: number): RateCard => ({
  ...{ id: `rate-${index}`, serviceIds: ['service-tow'], version: index + 1 },
  validFrom: new Date(Date.UTC(2026, 0, 1 + index)).toISOString().slice(0, 10),
  ...{ startFen: 20_000, includedKm: 10, kmFen: { out: 0, tow: 800, back: 0, empty: 0 }, emptyRunFen: 5000 },
  ...{ extras: [{ itemId: 'item-dolly', unitFen: 10_000 }], tolls: 'at-cost' },
});

/** JSON of rows that no device of ours sends. */
function oddRows(base: Doc): string[] {
  const deep = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;
  const text = JSON.stringify;
  const master = (assumedMasterState: unknown) =>
    text({ newDocumentState: { ...base, name: 'odd' }, assumedMasterState });
  return [
    ...[null, 1, 'x', [], {}, [[]], { newDocumentState: null }, { newDocumentState: [] }].map((odd) =>
      text(odd),
    ),
    ...['', 'x'.repeat(65), `${'x'.repeat(63)}😀`, 'nul\u0000', '\uD800', 5, null].map((id) =>
      text({ newDocumentState: { id } }),
    ),
    ...[5, 'x', [], {}, { id: base['id'] }, { id: 7 }].map(master),
    ...[5, 'x', {}, [null], [5], [{ field: 5 }]].map((conflicts) => master({ ...base, conflicts })),
    ...[5, [null], 'x'].map((conflicts) => text({ newDocumentState: { ...base, conflicts } })),
    text({ newDocumentState: { ...base, note: 'nul \u0000' } }),
    text({ newDocumentState: { ...base, name: '', note: String.raw`\u0000` } }),
    text({ newDocumentState: { ...base, edit: { deviceId: '', n: 'x' } } }),
    `{"newDocumentState":{"id":"odd-proto","__proto__":{"x":1},"constructor":5}}`,
    ...[30, 1000, 20_000].flatMap((levels) => [
      `{"newDocumentState":{"id":"odd-deep","contact":${deep(levels)}}}`,
      `{"newDocumentState":${text({ ...base, name: 'odd2' })},"assumedMasterState":{"id":"x","contact":${deep(levels)}}}`,
      `{"newDocumentState":{"id":"odd-both","contact":${deep(levels)}},"assumedMasterState":{"id":"x","contact":${deep(levels)}}}`,
    ]),
  ];
}
