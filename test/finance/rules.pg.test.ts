// Whoever verified may approve where the company has switched that rule off, and only whoever may change roles does so.
import { describe, expect, it } from 'vitest';
import { command, creation } from '../setup/company.ts';
import { testDatabases } from '../setup/postgres.ts';
import { useSetting } from '../traps/setting.ts';
import { otherApproves, ruleSwitched } from '#schemas/finance/rules.ts';
import type { Verdict } from '#schemas/orders/commands.ts';

const amountFen = 20_000;
const orderId = 'order-one-clerk';

describe.each(testDatabases)('who approves on $name', ({ openMigrated }) => {
  const setting = useSetting(openMigrated);

  async function says(who: 'dispatcher' | 'finance', said: ReturnType<typeof command>) {
    const client = await setting.server.as(who);
    const { body } = await client.post<{ verdicts: Verdict[] }>('/api/commands', { commands: [said] });
    return body.verdicts[0]?.code ?? body.verdicts[0]?.status;
  }

  const rule = async (isOn: boolean) =>
    ruleSwitched(await setting.stored('catalog', otherApproves), isOn, '核单与核价由不同人员');
  const switches = async (isOn: boolean) => {
    const { edit: _, ...switched } = await rule(isOn);
    await setting.change('catalog', otherApproves, switched);
  };
  const approves = () => says('finance', command('approve-price', orderId, { amountFen }));

  it('by its rule another one; without it the same, and then by its rule again', async () => {
    const verified = { lines: [], amountFen, method: 'settlement-transfer' };
    expect(await says('dispatcher', command('create-order', orderId, creation()))).toBe('applied');
    expect(await says('dispatcher', command('complete', orderId, {}))).toBe('applied');
    expect(await says('finance', command('verify', orderId, verified))).toBe('applied');
    expect(await approves()).toBe('same-person');

    await switches(false);
    await switches(true);
    expect(await approves()).toBe('same-person');

    await switches(false);
    expect(await approves()).toBe('applied');
    const repair = { patch: { amountFen: 1 }, base: { amountFen }, reason: '少一个零' };
    await switches(true);
    expect(await says('finance', command('repair-finance', orderId, repair))).toBe('same-person');
    await switches(false);
    expect(await says('finance', command('repair-finance', orderId, repair))).toBe('applied');
  });

  it('somebody who may not change roles switches nothing', async () => {
    const before = await setting.stored('catalog', otherApproves);
    const clerk = await setting.server.as('clerk');
    const newDocumentState = { ...(await rule(true)), edit: { deviceId: 'device-of-a-clerk', n: 1 } };
    const row = { newDocumentState, assumedMasterState: before };
    const { body } = await clerk.post('/replication/catalog/0/push', [row]);
    expect(body).not.toEqual([]);
    expect(await setting.stored('catalog', otherApproves)).toEqual(before);
  });

  it('its history says who switched it, each time', async () => {
    const rows = await setting.database.query<{ actor_id: string }>(
      'select actor_id from reference_history where collection = $1 and document_id = $2',
      ['catalog', otherApproves],
    );
    expect(rows.map(({ actor_id }) => actor_id)).toEqual(Array(5).fill('staff-admin'));
  });
});
