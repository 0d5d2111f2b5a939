// From where an outlet's call system speaks is for whoever edits outlets: others have the outlet without it, on whichever
// way it comes, and lose none of it when they send the outlet back.
import { beforeAll, describe, expect, it } from 'vitest';
import { companyDocuments, type Who } from '../setup/company.ts';
import { pullAll } from '../setup/server.ts';
import { testDatabases } from '../setup/postgres.ts';
import { eventually, heldBy, useSetting } from '../traps/setting.ts';
import { rememberedFor } from '../../sync-server/staff/sessions.ts';
import type { HistoryPage } from '#schemas/reference/history.ts';
import type { Permission } from '#schemas/staff/permissions.ts';
import type { Page } from '#schemas/sync/protocol.ts';

const id = 'outlet-1';
const secret = '10.20.30.40';
const push = '/replication/outlets/0/push?answer=all';

describe.each(testDatabases)('addresses of call systems on $name', ({ openMigrated }) => {
  let shift = 0;
  const setting = useSetting(openMigrated, {
    clock: () => new Date(Date.now() + shift),
    heartbeatMs: 50,
  });

  beforeAll(async () => {
    await setting.change('outlets', id, { callSystemAddresses: [secret] });
    await setting.change('outlets', id, { callSystemAddresses: [secret, '10.0.0.0/8'], note: '夜班' });
  });

  async function allow(...added: Permission[]): Promise<void> {
    const found = companyDocuments.find(({ document }) => document.id === 'role-driver')?.document;
    if (!found || !('permissions' in found)) throw new Error('There is no role of drivers');
    await setting.change('roles', 'role-driver', { permissions: [...found.permissions, ...added] });
    shift += rememberedFor + 1;
  }

  const outletOf = async (who: Who): Promise<Record<string, unknown>> => {
    const { documents } = await pullAll(await setting.server.as(who), 'outlets');
    const found = documents.find((one) => one['id'] === id) ?? {};
    return Object.fromEntries(Object.entries(found).filter(([field]) => field !== 'edit'));
  };

  const addresses = async () => (await setting.stored('outlets', id))?.callSystemAddresses;

  it('come with no way of reading to whoever does not edit outlets', async () => {
    expect(await outletOf('admin')).toMatchObject({ callSystemAddresses: [secret, '10.0.0.0/8'] });
    for (const who of ['driver1', 'clerk', 'finance'] as const) {
      const client = await setting.server.as(who);
      const shown = await outletOf(who);
      expect(shown).toMatchObject({ id, note: '夜班', phone: '0571-80000000' });
      const { body: byId } = await client.post<Page>('/replication/outlets/0/documents', { ids: [id] });
      const { body: answered } = await client.post(push, [{ newDocumentState: { ...shown, name: '改' } }]);
      const { body: history } = await client.get<HistoryPage>(`/api/history/outlets/${id}`);
      expect(byId.documents).toEqual([expect.objectContaining(shown)]);
      expect(history.entries.map(({ kind, changes }) => [kind, changes[0]?.field])).toEqual([
        ['changed', 'note'],
        ['created', 'name'],
      ]);
      expect(JSON.stringify([shown, byId, answered, history])).not.toMatch(/10\.\d+\.|callSystem/);
    }
    const { body } = await (await setting.server.as('admin')).get<HistoryPage>(`/api/history/outlets/${id}`);
    expect(body.entries.map(({ changes }) => changes.length)).toEqual([2, 1, 7]);
  });

  it('nor in the note of what two people entered for them, nor in what waits for a manager of employees', async () => {
    const admin = await setting.server.as('admin');
    const before = await outletOf('admin');
    const other = { ...before, callSystemAddresses: ['10.9.9.9'] };
    const assumed = { ...before, callSystemAddresses: ['10.8.8.8'] };
    await admin.post(push, [{ newDocumentState: other, assumedMasterState: assumed }]);
    expect(await outletOf('admin')).toMatchObject({ conflicts: [{ other: ['10.9.9.9'] }] });
    const driver = await setting.server.as('driver1');
    // What it may not enter is held back, whatever it is.
    await driver.post(push, [
      { newDocumentState: { ...before, name: '改', callSystemAddresses: ['10.7.7.7'] } },
    ]);
    await allow('staff.view', 'staff.edit', 'outlets.all');
    const { body } = await (
      await setting.server.as('driver1')
    ).get<{ entries: unknown[] }>('/api/quarantine');
    expect(body.entries.length).toBeGreaterThan(0);
    expect(JSON.stringify([body, await outletOf('driver1')])).not.toMatch(/10\.\d+\.|"conflicts"/);
    await allow();
    const now = await outletOf('admin');
    await admin.post(push, [{ newDocumentState: { ...now, conflicts: [] }, assumedMasterState: now }]);
    expect(await outletOf('admin')).toMatchObject({ conflicts: [] });
  });

  it('stay when an outlet comes back without them', async () => {
    const [admin, shown] = [await setting.server.as('admin'), await outletOf('driver1')];
    const before = await addresses();
    const edit = { deviceId: 'device-addresses', n: 1, on: shown['version'] };
    // He was given the right, and his device still has what it had: as it is, and as one that names what is older.
    for (const [n, assumed] of [shown, { ...shown, version: 1 }].entries()) {
      const newDocumentState = { ...shown, note: `${n}`, edit: { ...edit, n: n + 1 } };
      await admin.post(push, [{ newDocumentState, assumedMasterState: assumed }]);
      expect(await setting.stored('outlets', id)).toMatchObject({
        note: `${n}`,
        callSystemAddresses: before,
      });
    }
    const now = await outletOf('admin');
    await admin.post(push, [
      { newDocumentState: { ...now, callSystemAddresses: [] }, assumedMasterState: now },
    ]);
    expect(await addresses()).toEqual([]);
    await setting.change('outlets', id, { callSystemAddresses: [secret] });
  });

  it('are an empty list for an outlet that is new without them', async () => {
    const { callSystemAddresses: _, ...shape } = (await setting.stored('outlets', id)) ?? {};
    const admin = await setting.server.as('admin');
    await admin.post(push, [{ newDocumentState: { ...shape, id: 'outlet-new', name: '新' } }]);
    expect((await setting.stored('outlets', 'outlet-new'))?.callSystemAddresses).toEqual([]);
  });

  it('come and go on a device as the right to edit does', async () => {
    const device = await setting.open('driver1');
    const held = async () => (await heldBy(device, 'outlets', id))?.callSystemAddresses;
    const becomes = (wanted: readonly string[] | undefined) =>
      eventually(async () => {
        device.clock.advance(2000);
        expect(await held()).toEqual(wanted);
      });
    await becomes(undefined);
    await allow('outlets.edit');
    await becomes([secret]);
    await allow();
    await becomes(undefined);
    // What comes while the stream is open comes without them as well.
    await setting.change('outlets', id, { callSystemAddresses: ['10.1.1.1'], note: '新的' });
    await eventually(async () => expect((await heldBy(device, 'outlets', id))?.note).toBe('新的'));
    expect(await held()).toBeUndefined();
  });
});
