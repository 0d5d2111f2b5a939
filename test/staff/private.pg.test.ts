// What of an employee lies on no device: who sees it, who writes it, and what happens when two do.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import sharp from 'sharp';
import { companyDocuments, type Who } from '../setup/company.ts';
import { dataUrl, jpeg, svg } from '../setup/pictures.ts';
import { testDatabases, type OpenTestDatabase } from '../setup/postgres.ts';
import { pullAll, startServer, type TestServer } from '../setup/server.ts';
import { basicRoles } from '../../sync-server/company/roles.ts';
import type { Permission } from '#schemas/staff/permissions.ts';
import { mostPortraitCharacters, type StaffPrivateStored } from '#schemas/staff/staff.ts';

const details = { idNumber: '330106199001011234', bank: '招商银行', bankAccount: '6214830000000000' };

describe.each(testDatabases)('private data on $name', ({ openMigrated }) => {
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

  const path = (who: string) => `/api/staff/staff-${who}/private`;
  const get = async (who: Who, of: string) => (await server.as(who)).get<object>(path(of));
  const put = async (who: Who, of: string, body: object) =>
    (await server.as(who)).put<object>(path(of), body);

  async function grant(role: string, added: readonly Permission[]): Promise<void> {
    const held = basicRoles().find(({ id }) => id === role);
    const body = { ...held, permissions: [...(held?.permissions ?? []), ...added] };
    await opened.database.query(`update documents set body = $2 where collection = 'roles' and id = $1`, [
      role,
      JSON.stringify(body),
    ]);
  }

  it('is empty at first, then what was entered, under a version', async () => {
    expect(await get('admin', 'clerk')).toEqual({ status: 200, body: { version: 0, details: {} } });
    expect(await put('admin', 'clerk', { version: 0, details })).toEqual({
      ...{ status: 200, body: { version: 1, details } },
    });
    expect(await get('admin', 'clerk')).toEqual({ status: 200, body: { version: 1, details } });
    const changed = { bank: '工商银行' };
    expect(await put('admin', 'clerk', { version: 1, details: changed })).toEqual({
      ...{ status: 200, body: { version: 2, details: changed } },
    });
  });

  it('is not overwritten by who has read an earlier version, who is told what stands', async () => {
    await put('admin', 'driver2', { version: 0, details });
    const late = await put('admin', 'driver2', { version: 0, details: { bank: '别的' } });
    expect(late).toMatchObject({
      ...{ status: 409, body: { code: 'stale-version', current: { version: 1, details } } },
    });
    expect(await get('admin', 'driver2')).toMatchObject({ body: { version: 1, details } });
  });

  it('takes one of two that are written at the same moment', async () => {
    const answers = await Promise.all(
      ['甲', '乙', '丙'].map((bank) => put('admin', 'finance2', { version: 0, details: { bank } })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
  });

  it('is in no document', async () => {
    await put('admin', 'dispatcher', { version: 0, details });
    const { documents } = await pullAll(await server.as('admin'), 'staff');
    expect(JSON.stringify(documents)).not.toContain(details.idNumber);
  });

  it('is for who may see it, within his outlets; one’s own may be read', async () => {
    await put('admin', 'driver1', { version: 0, details });
    expect(await get('driver1', 'driver1')).toMatchObject({ status: 200, body: { details } });
    expect(await put('driver1', 'driver1', { version: 1, details: {} })).toMatchObject({ status: 403 });
    expect(await get('dispatcher', 'driver1')).toMatchObject({ status: 403 });
    expect(await get('driver2', 'driver1')).toMatchObject({ status: 403 });

    await grant('role-dispatcher', ['staff.sensitive']);
    const dispatcher = await server.signIn('dispatcher2');
    expect((await dispatcher.get(path('driver3'))).status).toBe(200);
    expect((await dispatcher.get(path('driver1'))).status).toBe(404);
    expect((await dispatcher.get(path('admin'))).status).toBe(403);
    expect((await dispatcher.put(path('driver3'), { version: 0, details })).status).toBe(403);

    await grant('role-dispatcher', ['staff.sensitive', 'staff.edit']);
    const editor = await server.signIn('dispatcher2');
    const entered = { version: 0, details };
    expect((await editor.put(path('driver3'), entered)).status).toBe(200);
    expect((await editor.put(path('driver1'), entered)).status).toBe(404);
    expect((await editor.put(path('admin'), entered)).status).toBe(403);
  });

  it('takes nothing but what belongs to it', async () => {
    const odd = { version: 0, details: { bank: '甲', salary: 1 } };
    expect(await put('admin', 'finance', odd)).toMatchObject({ body: { details: { bank: '甲' } } });
    expect((await get('admin', 'finance')).body).toEqual({ version: 1, details: { bank: '甲' } });
    for (const bad of [{ bank: 1 }, { photo: 'data:text/html;base64,AAAA' }, { bank: '\0' }])
      expect(await put('admin', 'finance', { version: 1, details: bad })).toMatchObject({ status: 400 });
    expect(await put('admin', 'finance', { details: {} })).toMatchObject({ status: 400 });
    expect(await put('admin', 'nobody', { version: 0, details: {} })).toMatchObject({ status: 404 });
  });

  it('keeps a picture small and upright, without what the camera noted, and takes nothing else for one', async () => {
    const sent = dataUrl(await jpeg(600, 700));
    const stored = (await put('admin', 'dispatcher2', { version: 0, details: { photo: sent } })).body;
    const { photo = '' } = (stored as StaffPrivateStored).details;
    const kept = sharp(Buffer.from(photo.slice(photo.indexOf(',') + 1), 'base64'));
    const { width, height, format, exif } = await kept.metadata();
    expect({ width, height, format, exif }).toEqual({
      width: 439,
      height: 512,
      format: 'jpeg',
      exif: undefined,
    });

    const other = { version: 1, details: { photo, bank: '甲' } };
    expect((await put('admin', 'dispatcher2', other)).body).toEqual({ ...other, version: 2 });
    for (const bytes of [Buffer.from('<script>'), svg(), svg('<!--ftypheic-->')]) {
      const noPicture = dataUrl({ kind: 'image/png', bytes });
      expect(await put('admin', 'dispatcher2', { version: 2, details: { photo: noPicture } })).toMatchObject({
        ...{ status: 422, body: { code: 'picture-unreadable' } },
      });
    }
    const tooLarge = `data:image/jpeg;base64,${'A'.repeat(mostPortraitCharacters)}`;
    expect(await put('admin', 'dispatcher2', { version: 2, details: { photo: tooLarge } })).toMatchObject({
      status: 400,
    });
    expect((await put('admin', 'dispatcher2', { version: 2, details: {} })).body).toEqual({
      version: 3,
      details: {},
    });
  });

  it('goes with the employee who is deleted', async () => {
    const like = companyDocuments.find(({ document }) => document.id === 'staff-driver2')?.document;
    const added = { ...like, id: 'staff-brief', username: 'brief' };
    const admin = await server.as('admin');
    const push = (row: object) => admin.post('/replication/staff/0/push', [row]);
    await push({ newDocumentState: added });
    expect(await put('admin', 'brief', { version: 0, details })).toMatchObject({ status: 200 });
    await push({ newDocumentState: { ...added, deleted: true }, assumedMasterState: added });
    expect(await get('admin', 'brief')).toMatchObject({ status: 404 });
    const left = await opened.database.query(
      `select 1 from staff_private where staff_id = 'staff-brief'
       union all select 1 from reference_history
       where document_id = 'staff-brief' and changes::text like '%${details.idNumber}%'`,
    );
    expect(left).toEqual([]);
  });
});
