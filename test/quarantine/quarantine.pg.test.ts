// Work that comes in after its sender lost the right to it is kept, and shown to a manager.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actor, command, companyDocuments, creation, type Who } from '../setup/company.ts';
import { findHeldBack, listHeldBack, resolveHeldBack } from '../../sync-server/quarantine/quarantine.ts';
import { enteredScopes } from '../../sync-server/quarantine/reach.ts';
import { testDatabases, type OpenTestDatabase } from '../setup/postgres.ts';
import { startServer, type SignedInClient, type TestServer } from '../setup/server.ts';
import type { Actor } from '#schemas/staff/permissions.ts';
import { limits } from '#schemas/sync/protocol.ts';
import type { QuarantineEntry } from '#schemas/sync/quarantine.ts';

type Doc = Record<string, unknown>;

describe.each(testDatabases)('what is held back on $name', ({ openMigrated }) => {
  let opened: OpenTestDatabase;
  let server: TestServer;
  let now = Date.parse('2026-03-01T08:00:00Z');

  beforeAll(async () => {
    opened = await openMigrated();
    server = await startServer(opened.database, { clock: () => new Date(now) });
  });
  afterAll(async () => {
    await server.stop();
    await opened.drop();
  });

  /** Changes somebody's staff document, and lets the time pass that a server believes what it looked up. */
  async function change(username: Who, changed: Doc): Promise<void> {
    const found = companyDocuments.find(({ document }) => document.id === `staff-${username}`)?.document;
    const admin = await server.as('admin');
    const { status, body } = await admin.post('/replication/staff/0/push', [
      { newDocumentState: { ...found, ...changed }, assumedMasterState: found },
    ]);
    expect({ status, body }).toEqual({ status: 200, body: [] });
    now += 15_000;
  }

  const pushed = (client: SignedInClient, rows: readonly unknown[], collection = 'commands') =>
    client.post<Doc[]>(
      `/replication/${collection}/0/push?answer=all`,
      rows.map((newDocumentState) => ({ newDocumentState })),
    );

  async function open(who: Who = 'admin', query = ''): Promise<readonly QuarantineEntry[]> {
    const client = await server.as(who);
    const { body } = await client.get<{ entries: QuarantineEntry[] }>(`/api/quarantine?${query}`);
    return body.entries;
  }

  it('holds the work of somebody who was disabled meanwhile, who can do nothing else any more', async () => {
    const client = await server.signIn('driver3');
    await change('driver3', { disabled: true });
    expect(await client.get('/replication/orders/0/pull')).toMatchObject({
      status: 401,
      body: { code: 'account-disabled' },
    });
    const work = command('create-order', 'order-of-the-disabled', creation({ outletId: 'outlet-2' }));
    const { status, body } = await pushed(client, [work]);
    expect(status).toBe(200);
    expect(body).toMatchObject([
      { id: work.id, verdict: { status: 'rejected', code: 'sender-disabled' }, _deleted: false },
    ]);
    expect(await open()).toMatchObject([
      {
        kind: 'command',
        documentId: work.id,
        actorName: 'driver3',
        code: 'sender-disabled',
        entered: { type: 'create-order', payload: work.payload },
      },
    ]);
    expect(await client.post('/api/commands', { commands: [work] })).toMatchObject({ status: 401 });
    const seen = await pushed(client, [{ id: 'outlet-1' }, { id: 'nothing' }], 'outlets');
    expect(seen.body).toEqual([
      { id: 'outlet-1', _deleted: true, _refused: { code: 'sender-disabled' } },
      { id: 'nothing', _deleted: true, _refused: { code: 'sender-disabled' } },
    ]);
    expect(await client.delete('/api/session')).toBe(204);
    expect(await pushed(client, [work])).toMatchObject({ status: 401, body: { code: 'not-signed-in' } });
  });

  it('holds a large entry whole, lists few at a time of many large ones, and has room for so many', async () => {
    const client = await server.signIn('finance2');
    await change('finance2', { disabled: true });
    const names = Array.from({ length: 400 }, (_, index) => `field-${index}`);
    const params = Object.fromEntries(names.map((name) => [name, 'x'.repeat(200)]));
    const payload = { templateId: 'sms-dispatched', phone: '13900000000', params };
    const large = Array.from({ length: 60 }, (_, index) => command('send-sms', `order-${index}`, payload));
    for (let sent = 0; sent < large.length; sent += 20) await pushed(client, large.slice(sent, sent + 20));
    const admin = await server.as('admin');
    const found: QuarantineEntry[] = [];
    for (let before = ''; ; before = `&before=${found.at(-1)?.id}`) {
      const { body } = await admin.get<{ entries: QuarantineEntry[]; hasMore: boolean }>(
        `/api/quarantine?handled=0${before}`,
      );
      expect(JSON.stringify(body).length).toBeLessThan(2 * limits.bodyBytes);
      found.push(...body.entries);
      if (!body.hasMore) break;
    }
    const ofHim = found.filter(({ actorName }) => actorName === 'finance2');
    expect(ofHim.map(({ documentId }) => documentId)).toEqual(large.map(({ id }) => id).reverse());
    for (const { entered } of ofHim) expect(entered).toMatchObject({ payload });

    // What waits of one person is bounded, and more is taken again when a manager has looked at it.
    const { query } = opened.database;
    await query(
      `insert into quarantine (company_id, collection, document_id, actor_id, code, row)
       select 'acme', 'customers', 'many-' || i, 'staff-finance2', 'sender-disabled', '{}'
       from generate_series(1, 2000) i`,
    );
    const more = command('create-order', 'order-too-many', creation());
    const tooMany = { status: 429, body: { code: 'too-many-requests' } };
    expect(await pushed(client, [more])).toMatchObject(tooMany);
    expect(await pushed(client, [{ id: 'customer-all' }], 'customers')).toMatchObject(tooMany);
    await query(`delete from quarantine where document_id like 'many-%'`);
    expect(await pushed(client, [more])).toMatchObject({ status: 200 });
  });

  it.each([
    ['driver1', { disabled: true }],
    ['driver2', { deleted: true }],
  ] as const)(
    'holds the work of %s, who was signed out everywhere before he became %o',
    async (who, patch) => {
      const client = await server.signIn(who);
      await (await server.as('admin')).delete(`/api/staff/staff-${who}/sessions`);
      const work = command('create-order', `order-of-${who}`, creation());
      expect(await pushed(client, [work])).toMatchObject({ status: 401, body: { code: 'not-signed-in' } });
      await change(who, patch);
      expect((await pushed(client, [work])).body).toMatchObject([
        { id: work.id, verdict: { status: 'rejected', code: 'sender-disabled' } },
      ]);
      expect((await open()).filter(({ documentId }) => documentId === work.id)).toHaveLength(1);
      expect(await client.get('/api/session')).toMatchObject({
        status: 401,
        body: { code: 'account-disabled' },
      });
    },
  );

  it('holds the work of somebody whose session had expired before he was disabled, for ninety days', async () => {
    const client = await server.signIn('dispatcher');
    const expired = (days: number) =>
      opened.database.query(
        `update sessions set expires_at = $1 where token_hash = encode(sha256($2::text::bytea), 'hex')`,
        [new Date(now - days * 24 * 60 * 60 * 1000), client.token],
      );
    const disable = (isDisabled: boolean) =>
      opened.database.query(
        `update documents set body = (body::jsonb || $1)::json where id = 'staff-dispatcher'`,
        [JSON.stringify({ disabled: isDisabled })],
      );
    const work = command('create-order', 'order-of-the-late', creation());
    await expired(1);
    expect(await pushed(client, [work])).toMatchObject({ status: 401, body: { code: 'not-signed-in' } });
    await disable(true);
    expect((await pushed(client, [work])).body).toMatchObject([
      { id: work.id, verdict: { status: 'rejected', code: 'sender-disabled' } },
    ]);
    expect((await open()).map(({ documentId }) => documentId)).toContain(work.id);
    expect(await client.get('/api/session')).toMatchObject({
      status: 401,
      body: { code: 'account-disabled' },
    });
    await expired(90);
    expect(await pushed(client, [work])).toMatchObject({ status: 401, body: { code: 'not-signed-in' } });
    await disable(false);
  });

  it('keeps a thing once, however often it is sent', async () => {
    const before = (await open()).length;
    const client = await server.as('clerk');
    const work = command('dispatch', 'order-x', { vehicleId: 'vehicle-1', driverId: 'staff-driver1' });
    const edit = { ...companyDocuments.find(({ collection }) => collection === 'customers')?.document };
    for (let time = 0; time < 3; time++) {
      await pushed(client, [work]);
      await pushed(client, [{ ...edit, name: 'mine' }], 'customers');
    }
    expect((await open()).length).toBe(before + 2);
  });

  it('holds what somebody entered for an outlet that is his no longer', async () => {
    const client = await server.signIn('clerk');
    await change('clerk', { outletIds: ['outlet-2'] });
    const work = command('create-order', 'order-moved', creation());
    const { body } = await pushed(client, [work]);
    expect(body).toMatchObject([{ verdict: { status: 'rejected', code: 'outlet-not-yours' } }]);
    expect((await open())[0]).toMatchObject({ documentId: work.id, code: 'outlet-not-yours' });
  });

  it('does not hold a refusal that is about the order itself', async () => {
    const before = (await open()).length;
    await server.say('dispatcher', 'create-order', 'order-plain', creation());
    await server.say('dispatcher', 'void', 'order-plain', { reason: 'x' });
    const again = await server.say('dispatcher', 'void', 'order-plain', { reason: 'y' });
    expect(again).toMatchObject({ status: 'rejected', code: 'order-voided' });
    expect((await open()).length).toBe(before);
  });

  it('is settled once by a manager, and found again among what is settled', async () => {
    const [first] = await open();
    const admin = await server.as('admin');
    const path = `/api/quarantine/${first?.id}`;
    const settled = await admin.post(path, { resolution: 'taken-over', note: '已重新录入' });
    expect(settled).toMatchObject({
      status: 200,
      body: { id: first?.id, resolution: 'taken-over', note: '已重新录入', handledBy: 'staff-admin' },
    });
    expect(await admin.post(path, { resolution: 'discarded' })).toEqual(settled);
    expect((await open()).map(({ id }) => id)).not.toContain(first?.id);
    expect((await open('admin', 'handled=1'))[0]).toEqual(settled.body);
  });

  it('is for managers only, each of whom sees the people within his reach', async () => {
    const refused = await (await server.as('dispatcher')).get('/api/quarantine');
    expect(refused).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    const permissions = ['staff.view', 'staff.edit'];
    const role = { id: 'role-local', name: '网点主管', disabled: false, permissions };
    expect((await pushed(await server.as('admin'), [role], 'roles')).status).toBe(200);
    await change('dispatcher2', { roleIds: ['role-local'], outletIds: ['outlet-2'] });
    const local = await server.signIn('dispatcher2');
    const { body } = await local.get<{ entries: QuarantineEntry[] }>('/api/quarantine');
    expect(new Set(body.entries.map(({ actorName }) => actorName))).toContain('driver3');
    const foreign = await opened.database.query<{ id: number }>(
      `insert into quarantine (company_id, collection, document_id, actor_id, code, row)
       values ('acme', 'customers', 'customer-all', 'staff-admin', 'not-permitted', '{}') returning id`,
    );
    const hidden = await local.post(`/api/quarantine/${foreign[0]?.id}`, { resolution: 'discarded' });
    expect(hidden, 'of somebody who works for all outlets').toMatchObject({ status: 404 });
  });

  describe('about an outlet that is not the manager’s, by somebody who works for both,', () => {
    const manager: Actor = {
      ...{ ...actor('dispatcher2'), outletIds: ['outlet-2'] },
      permissions: ['staff.view', 'staff.edit'],
    };
    const known = (collection: string, id: string): Doc => {
      const found = companyDocuments.find((one) => one.collection === collection && one.document.id === id);
      return { ...found?.document };
    };
    const customer = (id: string, outletIds: unknown): Doc => ({
      ...{ ...known('customers', 'customer-all'), id, outletIds },
    });
    const finds = async (documentId: unknown): Promise<boolean> => {
      const rows = await opened.database.query<{ id: number }>(
        `select id from quarantine where actor_id = 'staff-finance' and document_id = $1`,
        [String(documentId)],
      );
      expect(rows, String(documentId)).toHaveLength(1);
      const id = rows[0]?.id ?? 0;
      const all = { handled: false, before: undefined, limit: 1000 };
      const { entries } = await listHeldBack(opened.database, manager, all);
      const found = await findHeldBack(opened.database, manager, id);
      expect(entries.some((entry) => entry.id === id)).toBe(found !== undefined);
      if (!found) {
        const word = { resolution: 'discarded' } as const;
        expect(await resolveHeldBack(opened.database, manager, id, word)).toBeUndefined();
      }
      return found !== undefined;
    };
    let author: SignedInClient;

    beforeAll(async () => {
      await change('finance', { outletIds: ['outlet-1', 'outlet-2'] });
      author = await server.signIn('finance');
      const stored = [customer('customer-here', ['outlet-2']), customer('customer-there', ['outlet-1'])];
      await pushed(await server.as('admin'), stored, 'customers');
      await server.say('dispatcher', 'create-order', 'order-there', creation());
      const ofAll = creation({ outletId: 'outlet-2' });
      expect((await server.say('admin', 'create-order', 'order-here', ofAll)).status).toBe('applied');
    });

    it('is for who sees every outlet where no rule can read it', () => {
      const { outletId: _, ...nowhere } = creation();
      const unread = [
        { ...command('create-order', 'order-nowhere', creation()), payload: nowhere },
        { ...command('dispatch', 'order-here', {} as never), type: 'unheard-of' },
      ];
      for (const work of unread) expect(enteredScopes('commands', work)).toEqual(['outlet:*']);
    });

    it.each([
      ['customers', () => customer('customer-here', ['outlet-1'])],
      ['customers', () => customer('customer-there', ['outlet-2'])],
      ['customers', () => customer('customer-new-there', ['outlet-1'])],
      ['customers', () => customer('customer-odd', 7)],
      ['customers', () => customer('customer-nul', ['\0'])],
      ['vehicles', () => ({ ...known('vehicles', 'vehicle-1'), note: 'x' })],
      ['staff', () => ({ ...known('staff', 'staff-driver2'), phone: '13900000000' })],
      ['commands', () => command('create-order', 'order-new-there', creation())],
      ['commands', () => command('decline', 'order-new-there', { reason: 'x' })],
      ['commands', () => command('void', 'order-there', { reason: 'x' })],
      ['commands', () => command('edit-order', 'order-here', { patch: { outletId: 'outlet-1' }, base: {} })],
    ] as const)('one of %s is not listed, found or settled', async (collection, entered) => {
      const document: Doc = entered();
      await pushed(author, [document], collection);
      expect(await finds(document['id'])).toBe(false);
    });

    it.each([
      ['customers', () => customer('customer-new', [])],
      ['customers', () => customer('customer-both', ['outlet-1', 'outlet-2'])],
      ['vehicles', () => ({ ...known('vehicles', 'vehicle-2'), note: 'x' })],
      ['roles', () => ({ ...known('roles', 'role-clerk'), name: 'x' })],
      ['commands', () => command('create-order', 'order-new', creation({ outletId: 'outlet-2' }))],
      ['commands', () => command('decline', 'order-new', { reason: 'x' })],
      ['commands', () => command('decline', 'order-of-nobody', { reason: 'x' })],
      ['commands', () => command('void', 'order-here', { reason: 'x' })],
    ] as const)('one of %s that is his is', async (collection, entered) => {
      const document: Doc = entered();
      await pushed(author, [document], collection);
      expect(await finds(document['id'])).toBe(true);
    });
  });

  it.each(['0', 'x', '999999', '1.5'])('knows no entry %s', async (id) => {
    const answer = await (await server.as('admin')).post(`/api/quarantine/${id}`, { resolution: 'done' });
    expect(answer).toMatchObject({ status: 404, body: { code: 'not-found' } });
  });

  it('refuses a resolution that does not exist', async () => {
    const answer = await (await server.as('admin')).post('/api/quarantine/1', { resolution: 'gone' });
    expect(answer).toMatchObject({ status: 400, body: { code: 'invalid-request' } });
  });
});
