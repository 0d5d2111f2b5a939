// 5,000 lines in a batch, as the desks of finance send them: fifty a request, one request after the other.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { command, company } from '../setup/company.ts';
import type { Database } from '../../sync-server/database/database.ts';
import type { CommandPayload, CommandType, Verdict } from '#schemas/orders/commands.ts';
import { mostLines } from '#schemas/finance/statements/statement.ts';
import { orderId, seedOrders } from './orders.ts';
import { databaseKind, named, openSessions, startOurs, type Ours } from './ours.ts';
import { report } from './report.ts';

const lines = 5_000;
const atOnce = 50;
const mostSeconds = 20;
const amountFen = 30_000;

describe(`a batch of ${lines} lines`, () => {
  let ours: Ours;
  let token = '';

  beforeAll(async () => {
    ours = await startOurs(async (database) => {
      await seedOrders(database, lines);
      await verifyAll(database);
      [token = ''] = await openSessions(database, 'finance', 1);
    });
  }, 300_000);
  afterAll(() => ours?.stop());

  /** Each has to be applied. */
  async function send(commands: readonly object[]): Promise<void> {
    const response = await fetch(`http://127.0.0.1:${ours.port}/api/commands`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ commands }),
    });
    const { verdicts } = (await response.json()) as { verdicts: Verdict[] };
    const refused = verdicts.filter(({ status }) => status !== 'applied');
    expect([verdicts.length, refused]).toEqual([commands.length, []]);
  }

  /** @returns seconds */
  async function sendAll<Kind extends CommandType>(
    type: Kind,
    payload: (index: number) => CommandPayload<Kind>,
  ): Promise<number> {
    const commands = Array.from({ length: lines }, (_, index) =>
      command(type, orderId(index), payload(index)),
    );
    const began = performance.now();
    for (let first = 0; first < lines; first += atOnce) await send(commands.slice(first, first + atOnce));
    return (performance.now() - began) / 1000;
  }

  it(`is approved, on ${databaseKind}`, async () => {
    tell('approved', await sendAll('approve-price', () => ({ amountFen })));
  });

  it(`is put on statements, on ${databaseKind}`, async () => {
    const period = { from: '2026-01-01', until: '2026-12-31' };
    const statementOf = (index: number) => `statement-${Math.floor(index / mostLines)}`;
    for (let first = 0; first < lines; first += mostLines)
      await send([command('open-statement', statementOf(first), { customerId: 'customer-all', period })]);
    tell(
      'put on statements',
      await sendAll('add-to-statement', (index) => ({ statementId: statementOf(index) })),
    );
  });
});

function tell(what: string, seconds: number): void {
  report({
    ...{ name: named(`batch of 5,000 lines, ${what}`), ours: lines / seconds, unit: 'lines/s' },
    ratio: seconds,
    target: `at most ${mostSeconds} s`,
    reached: seconds <= mostSeconds,
  });
}

/** Completed, and verified by somebody else. */
async function verifyAll(database: Database): Promise<void> {
  const at = '2026-03-01T10:00:00.000Z';
  const done = { type: 'complete', at, recordedAt: at, by: 'staff-dispatcher', status: 'completed' };
  const finance = {
    ...{ stage: 'verified', amountFen, method: 'settlement-monthly', verifiedBy: 'staff-finance2' },
    lines: [{ item: 'price-item-start', quantity: 1, unitFen: amountFen, amountFen }],
  };
  await database.query(
    `update documents set body = (body::jsonb || jsonb_build_object('status', 'completed', 'finance', $2::jsonb,
       'timeline', (body::jsonb -> 'timeline') || jsonb_set($3::jsonb, '{id}', to_jsonb('done-' || id))))::json
     where company_id = $1 and collection = 'orders'`,
    [company.id, JSON.stringify(finance), JSON.stringify(done)],
  );
  await database.script('vacuum analyze');
}
