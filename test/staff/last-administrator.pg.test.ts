// Two administrators who disable each other at the same moment: one of them stays, whoever was first.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabases, type OpenTestDatabase } from '../setup/postgres.ts';
import { pullAll, startServer, type SignedInClient, type TestServer } from '../setup/server.ts';
import type { Staff } from '#schemas/staff/staff.ts';

describe.each(testDatabases)('the last administrator on $name', ({ openMigrated }) => {
  let opened: OpenTestDatabase;
  let server: TestServer;

  beforeAll(async () => {
    opened = await openMigrated();
    server = await startServer(opened.database);
  });
  afterAll(async () => {
    await server.stop();
    await opened.drop();
  });

  const stored = async (id: string): Promise<Staff> => {
    const { documents } = await pullAll(await server.as('admin'), 'staff');
    const found = documents.find((document) => document['id'] === id);
    expect(found).toBeDefined();
    return found as unknown as Staff;
  };
  /** Whether it went in; who was disabled meanwhile is not even listened to. */
  async function push(by: SignedInClient, id: string, patch: Partial<Staff>): Promise<boolean> {
    const assumedMasterState = await stored(id);
    const row = { assumedMasterState, newDocumentState: { ...assumedMasterState, ...patch } };
    const { status, body } = await by.post<object[]>('/replication/staff/0/push?answer=all', [row]);
    return status === 200 && body[0] !== undefined && !('_refused' in body[0]);
  }

  it('is refused to be disabled, also when each of two disables the other', async () => {
    const admin = await server.as('admin');
    expect(await push(admin, 'staff-finance', { roleIds: ['role-manager'], outletIds: [] })).toBe(true);
    const other = await server.signIn('finance');
    const went = await Promise.all([
      push(admin, 'staff-finance', { disabled: true }),
      push(other, 'staff-admin', { disabled: true }),
    ]);
    expect(went.filter(Boolean)).toHaveLength(1);
    const rows = await opened.database.query<{ disabled: boolean }>(
      `select (body ->> 'disabled')::boolean as disabled from documents
       where collection = 'staff' and id in ('staff-admin', 'staff-finance')`,
    );
    expect(rows.filter(({ disabled }) => !disabled)).toHaveLength(1);
  });
});
