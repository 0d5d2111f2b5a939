// Companies from before months could be closed: their ready-made roles get the rights, and everybody hears of it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrate } from '../../sync-server/database/migrate.ts';
import { loadMigrations } from '../../sync-server/database/migrations.ts';
import { basicRoles } from '../../sync-server/company/roles.ts';
import { foundCompany, type Filed } from '../../sync-server/company/found.ts';
import { changeChannel, writeChanges } from '../../sync-server/replication/changes.ts';
import { testDatabases, type OpenTestDatabase } from '../setup/postgres.ts';
import { pullAll, startServer, type TestServer } from '../setup/server.ts';
import { company, type Who } from '../setup/company.ts';
import { eventually } from '../traps/setting.ts';
import type { Actor, Permission } from '#schemas/staff/permissions.ts';
import type { HistoryPage } from '#schemas/reference/history.ts';
import type { Role } from '#schemas/staff/staff.ts';

const name = '0021-rights-to-close-months.sql';
const numbered = (file: string, place: number) => String(place + 1).padStart(4, '0') + file.slice(4);
// Applied last: the server, which runs from the start, needs what came after it, and that says nothing of roles.
const files = loadMigrations();
const others = Object.keys(files).filter((file) => file !== name);
const before = Object.fromEntries(others.map((file, place) => [numbered(file, place), files[file] ?? '']));
const last = numbered(name, others.length);
const all = { ...before, [last]: files[name] ?? '' };

const added: readonly Permission[] = ['finance.close', 'finance.reopen'];
const isOld = (permission: Permission) => !added.includes(permission);
const basic = (id: string) => basicRoles().filter((role) => role.id === id);
const old = (id: string): Role[] =>
  basic(id).map((role) => ({ ...role, permissions: role.permissions.filter(isOld) }));

describe.each(testDatabases)('rights to close months on $name', ({ open }) => {
  let opened: OpenTestDatabase;
  let server: TestServer;

  beforeAll(async () => {
    opened = await open();
    await migrate(opened.database, before);
    server = await startServer(opened.database);
    await write(company.id, [
      ...old('role-manager').map((role) => ({ ...role, edit: { deviceId: 'device', n: 4 } })),
      ...old('role-finance'),
    ]);
    // As if they had been founded so.
    await opened.database.query(`delete from reference_history where document_id like 'role-%'`);
  });
  afterAll(async () => {
    await server.stop();
    await opened.drop();
  });

  const write = (companyId: string, roles: readonly Role[], isNew = false) =>
    opened.database.transaction((tx) =>
      writeChanges(tx, companyId, {
        documents: roles.map((body) => ({
          ...{ collection: 'roles', id: body.id, body, scopes: ['company'], isNew },
          history: { by: 'staff-admin', at: '2026-03-01T08:00:00Z', changes: [] },
        })),
      }),
    );

  const found = (id: string, roles: readonly Role[]) =>
    opened.database.transaction((tx) =>
      foundCompany(
        tx,
        { ...company, id },
        roles.map((document): Filed => ({ collection: 'roles', document })),
        [],
        new Date(),
      ),
    );

  interface Stored {
    readonly body: Role;
    readonly version: number;
    readonly filed: number;
  }
  const stored = async (companyId: string): Promise<Record<string, Stored>> => {
    const rows = await opened.database.query<Stored>(
      `select d.body, d.version, v.version as filed from documents d join visibility v
         on v.company_id = d.company_id and v.collection = 'roles' and v.document_id = d.id
       where d.company_id = $1 and d.collection = 'roles'`,
      [companyId],
    );
    return Object.fromEntries(rows.map((row) => [row.body.id, row]));
  };
  const counter = async (companyId: string) => {
    const [row] = await opened.database.query<{ version: number }>(
      'select version from companies where company_id = $1',
      [companyId],
    );
    return row?.version ?? -1;
  };
  /** To somebody who signs in now. */
  const allowed = async (who: Who) =>
    (await (await server.signIn(who)).get<Actor>('/api/session')).body.permissions;
  const grants = async (companyId: string, id: string) =>
    (await stored(companyId))[id]?.body.permissions.filter((permission) => !isOld(permission));

  it('go to the ready-made roles alone, as a new company has them', async () => {
    const own = { ...old('role-finance')[0]!, id: 'role-own', name: '会计' };
    const [finance] = old('role-finance');
    const limited = {
      ...finance!,
      permissions: finance!.permissions.filter((held) => held !== 'finance.post'),
    };
    const isTaken = { field: 'permissions', before: ['finance.close'], after: [] };
    await write(company.id, [own], true);
    await found('limited', [limited, ...old('role-manager')]);
    await found('new', basicRoles());
    await found('taken', old('role-finance'));
    await opened.database.query(
      `insert into reference_history (company_id, collection, document_id, version, at, actor_id, changes)
       values ('taken', 'roles', 'role-finance', 2, now(), 'staff-admin', $1)`,
      [JSON.stringify([isTaken])],
    );
    await found(
      'deleted',
      old('role-finance').map((role) => ({ ...role, deleted: true })),
    );
    const untouched = ['new', 'taken', 'deleted'];
    const theirs = () => Promise.all(untouched.map(async (id) => [await counter(id), await stored(id)]));
    const [was, others, version] = [await stored(company.id), await theirs(), await counter(company.id)];

    const admin = await server.as('admin');
    const { checkpoint } = await pullAll(admin, 'roles');
    const announced: unknown[] = [];
    const hear = (payload: string) => void announced.push(JSON.parse(payload));
    const stopListening = await opened.database.listen(changeChannel, hear, () => undefined);
    expect(await allowed('admin')).not.toContain('finance.close');
    expect(await migrate(opened.database, all)).toEqual([last]);

    const now = await stored(company.id);
    for (const [id, step] of [
      ['role-finance', 1],
      ['role-manager', 2],
    ] as const) {
      expect(now[id]?.body).toEqual(basic(id)[0]);
      expect(now[id]).toMatchObject({ version: version + step, filed: version + step });
    }
    expect(await counter(company.id)).toBe(version + 2);
    for (const id of Object.keys(was).filter((id) => !['role-finance', 'role-manager'].includes(id)))
      expect(now[id]).toEqual(was[id]);
    expect(await theirs()).toEqual(others);
    expect(await grants('limited', 'role-finance')).toEqual([]);
    expect(await grants('limited', 'role-manager')).toEqual(added);

    const { documents } = await pullAll(admin, 'roles', checkpoint);
    expect(documents).toEqual([
      { ...basic('role-finance')[0], version: version + 1, _deleted: false },
      { ...basic('role-manager')[0], version: version + 2, _deleted: false },
    ]);
    expect(await allowed('admin')).toEqual(expect.arrayContaining([...added]));
    await eventually(() =>
      expect(new Set(announced)).toEqual(
        new Set([company.id, 'limited'].map((id) => ({ company: id, touched: ['roles company'] }))),
      ),
    );
    await stopListening();
    const { body } = await admin.get<HistoryPage>('/api/history/roles/role-finance');
    expect(body.entries).toMatchObject([
      { by: 'server', kind: 'changed', version: version + 1, changes: [{ field: 'permissions' }] },
    ]);
  });

  it('change nothing a second time', async () => {
    const [was, version] = [await stored(company.id), await counter(company.id)];
    await opened.database.script(all[name] ?? '');
    expect([await stored(company.id), await counter(company.id)]).toEqual([was, version]);
  });
});
