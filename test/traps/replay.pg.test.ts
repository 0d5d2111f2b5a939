// Every push of a whole job comes again: ten times at once, and later in any order. Nothing happens twice, and
// whoever asks again hears the same verdict.
import { describe, expect, it } from 'vitest';
import { creation } from '../setup/company.ts';
import { testDatabases } from '../setup/postgres.ts';
import { seededRandom, type Random } from '../../sync-server/demo/history/random.ts';
import type { OnlineVerdict } from '../../client/data/commands.ts';
import type { CommandPayload } from '#schemas/orders/commands.ts';
import { reaches, unsentAre, type Device } from './device.ts';
import { isPush, type Exchange, type Network } from './network.ts';
import { eventually, heldBy, useSetting } from './setting.ts';

interface Recorded {
  readonly network: Network;
  readonly exchange: Exchange;
}

const times = 10;
const photo: CommandPayload<'add-photo'> = {
  ...{ photoId: '01HZX000000000000000000001', slot: 'scene', takenAt: '2026-03-01T08:00:00.000Z' },
  ...{ sha256: '0'.repeat(64), bytes: 4, kind: 'image/jpeg', source: 'camera' },
};
const id = 'order-job';
const seed = 4711;

describe.each(testDatabases)('a replay on $name', ({ openMigrated }) => {
  const setting = useSetting(openMigrated);
  const recorded: Recorded[] = [];

  async function withDevice(
    who: Parameters<typeof setting.open>[0],
    work: (device: Device) => Promise<void>,
  ) {
    const device = await setting.open(who);
    await work(device);
    await unsentAre(device, 0);
    const pushes = device.network.posted.filter(isSubmission);
    recorded.push(...pushes.map((exchange) => ({ network: device.network, exchange })));
    await setting.close(device);
  }

  it('of every push of a job has no second effect and the same verdicts', async () => {
    const { id: _, ...customer } = (await setting.stored('customers', 'customer-all')) ?? {};
    await setting.change('customers', 'customer-soon-gone', customer);
    await withDevice('dispatcher', office);
    await withDevice('driver1', driver);
    await withDevice('admin', manager);
    await withDevice('finance', async ({ commands }) => {
      const priced = { lines: [], amountFen: 30_000, method: 'settlement-monthly' };
      expectApplied(await commands.decideOnline('verify', id, priced));
    });
    await withDevice('finance2', async ({ commands }) => {
      expectApplied(await commands.decideOnline('approve-price', id, { amountFen: 28_000 }));
      const paid = { receivedFen: 28_000, method: 'settlement-cash' };
      expectApplied(await commands.decideOnline('post-payment', id, paid));
    });
    expect(recorded.length).toBeGreaterThanOrEqual(9);
    expect(await setting.stored('orders', id)).toMatchObject({ finance: { stage: 'posted' } });
    expect(await setting.stored('orders', 'order-refused')).toBeUndefined();
    const before = await everythingStored();

    const tenTimes = recorded.flatMap((each) => Array.from({ length: times }, () => repeated(each)));
    for (const answer of await Promise.all(tenTimes)) expectTheSame(answer);
    expect(await everythingStored(), 'ten of each at once').toEqual(before);

    const random = seededRandom(seed);
    for (let round = 0; round < 3; round++)
      for (const each of shuffled(recorded, random)) expectTheSame(await repeated(each));
    expect(await everythingStored(), `in another order, seed ${seed}`).toEqual(before);
  });

  async function repeated({ network, exchange }: Recorded) {
    return { exchange, again: await network.repeat(exchange) };
  }

  async function office(device: Device): Promise<void> {
    await device.issue('create-order', id, creation());
    await unsentAre(device, 0);
    await device.issue('edit-order', id, { patch: { note: '钥匙在前台' }, base: {} });
    await device.issue('send-sms', id, { templateId: 'sms-completed', phone: '13900000000' });
    await device.issue('create-order', 'order-void', creation({ car: { plate: '浙A99999' } }));
    await device.issue('void', 'order-void', { reason: '客户取消' });
    device.network.cut();
    await reaches(device, 'waiting');
    await device.issue('create-order', 'order-refused', creation({ customerId: 'customer-soon-gone' }));
    await setting.change('customers', 'customer-soon-gone', { disabled: true });
    await device.issue('dispatch', id, { vehicleId: 'vehicle-1', driverId: 'staff-driver1' });
    device.network.mend();
    device.clock.advance(2000);
  }

  async function driver(device: Device): Promise<void> {
    await eventually(async () => expect(await heldBy(device, 'orders', id)).toBeDefined());
    for (const step of ['accept', 'depart', 'arrive', 'start-work', 'load', 'reach-destination'] as const)
      await device.issue(step, id, {});
    await device.issue('add-photo', id, photo);
    await device.issue('complete', id, { mileageKm: 12.5, collectedFen: 0 });
  }

  /** Two edits of one field, one of another; then somebody else has the last word. */
  async function manager(device: Device): Promise<void> {
    for (const patch of [{ name: 'first' }, { name: 'second' }, { needsConfirmation: true }]) {
      const customer = await device.database.customers.findOne('customer-all').exec(true);
      await customer.incrementalPatch(patch);
      await eventually(async () =>
        expect(await setting.stored('customers', 'customer-all')).toMatchObject(patch),
      );
    }
    await setting.change('customers', 'customer-all', { contact: { name: '王' } });
  }

  async function everythingStored(): Promise<Record<string, unknown>> {
    const tables = [
      ...['documents', 'visibility', 'order_events', 'posting_lines', 'order_numbers', 'companies'],
      ...['edits_taken', 'reference_history', 'order_search', 'order_states'],
    ];
    const rows = await Promise.all(
      [...tables, 'quarantine'].map((table) =>
        setting.database.query<{ row: string }>(`select t::text as row from ${table} t order by 1`),
      ),
    );
    // How far a message has come is its own business; that it is one is ours.
    const jobs = await setting.database.query('select id from outbox_jobs order by id');
    const byTable = rows.map((each, index) => [tables[index] ?? 'quarantine', each] as const);
    return { ...Object.fromEntries(byTable), jobs };
  }
});

const isSubmission = (exchange: Exchange): boolean =>
  isPush('commands')(exchange) || isPush('customers')(exchange) || exchange.path === '/api/commands';

const shuffled = <Item>(items: readonly Item[], random: Random): Item[] =>
  items
    .map((item) => ({ item, place: random.next() }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item);

const expectApplied = (verdict: OnlineVerdict) => expect(verdict).toMatchObject({ status: 'applied' });

/** An edit that came before another one is answered with what is stored by now. */
function expectTheSame({ exchange, again }: { exchange: Exchange; again: unknown }): void {
  if (isPush('customers')(exchange)) return;
  expect(again).toEqual(exchange.answer);
}
