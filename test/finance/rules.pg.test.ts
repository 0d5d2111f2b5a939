// Whoever verified may approve where the company has switched that rule off, and only whoever may change roles does so.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { command, creation } from '../setup/company.ts';
import { testDatabases, type OpenTestDatabase } from '../setup/postgres.ts';
import { startServer, type TestServer } from '../setup/server.ts';
import { otherApproves, ruleSwitched } from '#schemas/finance/rules.ts';
import type { Verdict } from '#schemas/orders/commands.ts';

const amountFen = 20_000;
const orderId = 'order-one-clerk';

describe.each(testDatabases)('who approves on $name', ({ openMigrated }) => {
  let opened: OpenTestDatabase;
  let server: TestServer;
  let edits = 0;

  beforeAll(async () => {
    opened = await openMigrated();
    server = await startServer(opened.database);
  });
  afterAll(async () => {
    await server.stop();
    await opened.drop();
  });

  async function says(
    who: 'dispatcher' | 'finance',
    type: 'create-order' | 'complete' | 'verify' | 'approve-price',
    payload: object,
  ) {
    const client = await server.as(who);
    const { body } = await client.post<{ verdicts: Verdict[] }>('/api/commands', {
      commands: [command(type, orderId, payload as never)],
    });
    const [verdict] = body.verdicts;
    return verdict?.code ?? verdict?.status;
  }

  async function switches(who: 'admin' | 'clerk', isOn: boolean): Promise<string> {
    const [row] = await opened.database.query<{ body: never }>(
      `select body from documents where collection = 'catalog' and id = $1`,
      [otherApproves],
    );
    const edit = { deviceId: 'device-of-the-office', n: ++edits };
    const newDocumentState = { ...ruleSwitched(row?.body, isOn, '核单与核价由不同人员'), edit };
    const client = await server.as(who);
    const { body } = await client.post('/replication/catalog/0/push', [
      { newDocumentState, ...(row && { assumedMasterState: row.body }) },
    ]);
    return JSON.stringify(body);
  }

  it('by its rule another one; without it the same, and then by its rule again', async () => {
    expect(await says('dispatcher', 'create-order', creation())).toBe('applied');
    expect(await says('dispatcher', 'complete', {})).toBe('applied');
    const method = 'settlement-transfer';
    expect(await says('finance', 'verify', { lines: [], amountFen, method })).toBe('applied');
    expect(await says('finance', 'approve-price', { amountFen })).toBe('same-person');

    expect(await switches('clerk', false)).not.toBe('[]');
    expect(await says('finance', 'approve-price', { amountFen })).toBe('same-person');

    expect(await switches('admin', false)).toBe('[]');
    expect(await switches('admin', true)).toBe('[]');
    expect(await says('finance', 'approve-price', { amountFen })).toBe('same-person');

    expect(await switches('admin', false)).toBe('[]');
    expect(await says('finance', 'approve-price', { amountFen })).toBe('applied');
  });

  it('its history says who switched it', async () => {
    const rows = await opened.database.query(
      'select 1 from reference_history where collection = $1 and document_id = $2',
      ['catalog', otherApproves],
    );
    expect(rows).toHaveLength(3);
  });
});
