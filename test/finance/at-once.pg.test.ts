// Two clerks who settle the same at the same moment, and a batch of 1,000 receipts on a server that is killed in the
// middle of it: every order is posted once or not at all, and what is sent again is done once.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actor, command, company, creation } from '../setup/company.ts';
import { createServerDatabase, quietLog, testDatabases, type OpenTestDatabase } from '../setup/postgres.ts';
import { foundSmallCompany, testPassword } from '../setup/server.ts';
import { startServerProcess, type ServerProcessOptions } from '../setup/server-process.ts';
import type { Database } from '../../sync-server/database/database.ts';
import { openEmbedded } from '../../sync-server/database/embedded.ts';
import { migrate } from '../../sync-server/database/migrate.ts';
import { loadMigrations } from '../../sync-server/database/migrations.ts';
import { openPostgres } from '../../sync-server/database/postgres.ts';
import { readBalances } from '../../sync-server/finance/accounts.ts';
import { createCommandExecutor } from '../../sync-server/orders/executor.ts';
import { differencesIn, type Accounts } from '#schemas/finance/accounts.ts';
import type { Verdict } from '#schemas/orders/commands.ts';

const postgresUrl = process.env['TEST_DATABASE_URL'];
const ids = Array.from({ length: 1_000 }, (_, index) => `order-${String(index).padStart(4, '0')}`);
const amountFen = 20_000;
const method = 'settlement-transfer';
/** In one request. */
const atOnce = 250;

async function price(database: Database, orderIds: readonly string[]): Promise<void> {
  const executor = createCommandExecutor({ database, clock: () => new Date(), log: quietLog });
  const verified = { lines: [], amountFen, method };
  for (const [who, commands] of [
    ['dispatcher', orderIds.map((id) => command('create-order', id, creation()))],
    ['dispatcher', orderIds.map((id) => command('complete', id, {}))],
    ['finance', orderIds.map((id) => command('verify', id, verified))],
    ['finance2', orderIds.map((id) => command('approve-price', id, { amountFen }))],
  ] as const) {
    const verdicts = await executor.submit(actor(who), commands);
    expect(new Set(verdicts.map(({ status }) => status))).toEqual(new Set(['applied']));
  }
}

describe.each(testDatabases)('two clerks at once on $name', ({ openMigrated }) => {
  let opened: OpenTestDatabase;
  const rounds = Array.from({ length: 6 }, (_, round) => round);

  beforeAll(async () => {
    opened = await openMigrated();
    await foundSmallCompany(opened.database);
    await price(opened.database, [
      ...rounds.map((round) => `o-${round}`),
      ...rounds.map((round) => `s-${round}`),
      ...['k-0', 'k-1', 'k-2'],
    ]);
  });
  afterAll(() => opened.drop());

  /** Two servers decide at the same moment. @returns what each was told, sorted */
  async function bothSay(...commands: ReturnType<typeof command>[]): Promise<string[]> {
    const said = await Promise.all(
      commands.map((one, index) =>
        createCommandExecutor({ database: opened.database, clock: () => new Date(), log: quietLog }).submit(
          actor(index === 0 ? 'finance' : 'finance2'),
          [one],
        ),
      ),
    );
    return said
      .flat()
      .map(({ status, code }) => code ?? status)
      .sort();
  }
  async function sumOf(account: string): Promise<number> {
    const [row] = await opened.database.query<{ sum: number }>(
      'select coalesce(sum(amount_fen), 0)::bigint as sum from posting_lines where account = $1',
      [account],
    );
    return Number(row?.sum);
  }

  it('post an order once', async () => {
    for (const round of rounds) {
      const id = `o-${round}`;
      const pay = () => command('post-payment', id, { receivedFen: amountFen, method });
      expect(await bothSay(pay(), pay())).toEqual(['applied', 'wrong-finance-stage']);
      expect(await sumOf(`money:${method}`)).toBe(amountFen * (round + 1));
    }
  });

  it('receive a statement once, and discard it only while it is a draft', async () => {
    const executor = createCommandExecutor({
      ...{ database: opened.database, clock: () => new Date(), log: quietLog },
    });
    const before = await sumOf(`money:${method}`);
    for (const round of rounds) {
      const [id, orderId] = [`statement-${round}`, `s-${round}`];
      const period = { from: '2026-03-01', until: '2026-03-31' };
      await executor.submit(actor('finance'), [
        command('open-statement', id, { customerId: 'customer-all', period }),
        command('add-to-statement', orderId, { statementId: id }),
      ]);
      const told = await bothSay(command('discard-statement', id, {}), command('send-statement', id, {}));
      expect(told).toEqual(['applied', 'wrong-statement-state']);
      const pay = () =>
        command('receive-payment', id, { amountFen, method, receivedOn: '2026-04-02', seenFen: amountFen });
      const received = await bothSay(pay(), pay());
      expect([
        ['applied', 'wrong-statement-state'],
        ['wrong-statement-state', 'wrong-statement-state'],
      ]).toContainEqual(received);
    }
    const [settled] = await opened.database.query<{ count: number }>(
      `select count(*)::int as count from documents
       where collection = 'statements' and body ->> 'state' = 'settled'`,
    );
    expect((await sumOf(`money:${method}`)) - before).toBe(amountFen * (settled?.count ?? 0));
  });

  it('use what a customer paid too much once, whichever of his statements it is for', async () => {
    const executor = createCommandExecutor({
      ...{ database: opened.database, clock: () => new Date(), log: quietLog },
    });
    const period = { from: '2026-03-01', until: '2026-03-31' };
    const ids = ['k-0', 'k-1', 'k-2'];
    const receive = (id: string, fen: number, by: string) =>
      command('receive-payment', id, {
        ...{ amountFen: fen, method: by, receivedOn: '2026-04-02' },
        ...(fen > amountFen && { reason: '客户多付' }),
      });
    const verdicts = await executor.submit(actor('finance'), [
      ...ids.flatMap((id) => [
        command('open-statement', `of-${id}`, { customerId: 'customer-all', period }),
        command('add-to-statement', id, { statementId: `of-${id}` }),
        command('send-statement', `of-${id}`, {}),
      ]),
      receive('of-k-0', amountFen + 1_000, method),
    ]);
    expect(new Set(verdicts.map(({ status }) => status))).toEqual(new Set(['applied']));
    const said = await bothSay(
      receive('of-k-1', 1_000, 'customer-credit'),
      receive('of-k-2', 1_000, 'customer-credit'),
    );
    expect(said).toEqual(['applied', 'credit-short']);
    expect(await sumOf('clearing:customer-all')).toBe(-1_000);
    expect(differencesIn(await readBalances(opened.database, company.id))).toEqual([]);
  });
});

interface Place {
  /** Not while the server is at it. */
  readonly open: () => Promise<Database>;
  readonly server: ServerProcessOptions;
  readonly remove: () => Promise<void>;
}

async function embedded(): Promise<Place> {
  const dataDir = await mkdtemp(join(tmpdir(), 'towline-batch-'));
  return {
    open: () => openEmbedded({ log: quietLog, directory: join(dataDir, 'database') }),
    server: { dataDir },
    remove: () => rm(dataDir, { recursive: true, force: true }),
  };
}

async function onPostgres(serverUrl: string): Promise<Place> {
  const { url, remove } = await createServerDatabase(serverUrl);
  const open = () => Promise.resolve(openPostgres(url, { log: quietLog, maxConnections: 3 }));
  return { open, server: { databaseUrl: url }, remove };
}

const places: { name: string; make: () => Promise<Place> }[] = [
  { name: 'embedded', make: embedded },
  ...(postgresUrl ? [{ name: 'postgres', make: () => onPostgres(postgresUrl) }] : []),
];

describe.each(places)(
  'a batch of 1,000 on a server that is killed, $name',
  { timeout: 300_000 },
  ({ make }) => {
    let place: Place;
    const receipts = ids.map((id) => command('post-payment', id, { receivedFen: amountFen, method }));

    async function withDatabase<Value>(work: (database: Database) => Promise<Value>): Promise<Value> {
      const database = await place.open();
      try {
        return await work(database);
      } finally {
        await database.close();
      }
    }
    beforeAll(async () => {
      place = await make();
      await withDatabase(async (database) => {
        await migrate(database, loadMigrations());
        await foundSmallCompany(database);
        await price(database, ids);
      });
    }, 300_000);
    afterAll(() => place.remove());

    /** How many of the orders have been posted, by what is recorded of each: event, ledger and document agree. */
    async function posted(): Promise<number> {
      const rows = await withDatabase((database) =>
        database.query<{ events: number; lines: number; sum: number; stage: string }>(recordedSql),
      );
      expect(rows).toHaveLength(ids.length);
      for (const { events, lines, sum, stage } of rows)
        expect([`${events} ${lines} ${sum} ${stage}`]).toContainEqual(
          stage === 'posted' ? `1 2 ${amountFen} posted` : '0 0 0 priced',
        );
      return rows.filter(({ stage }) => stage === 'posted').length;
    }

    it('leaves each order done once or not done, and is finished by sending it again', async () => {
      const first = await startServerProcess(place.server);
      const asFirst = await signIn(first.url);
      await send(first.url, asFirst, receipts.slice(0, atOnce));
      const seen = await changesAfter(first.url, asFirst, { id: '', lwt: 0 });
      const unanswered = batches.slice(1).map((batch) => send(first.url, asFirst, batch));
      const lost = expect(Promise.all(unanswered)).rejects.toThrow();
      while ((await changesAfter(first.url, asFirst, seen.checkpoint)).documents.length === 0);
      await first.kill();
      await lost;
      const done = await posted();
      expect(done).toBeGreaterThan(atOnce);
      expect(done).toBeLessThan(ids.length);

      const second = await startServerProcess(place.server);
      const asSecond = await signIn(second.url);
      for (const batch of batches) {
        const verdicts = await send(second.url, asSecond, batch);
        expect(new Set(verdicts.map(({ status }) => status))).toEqual(new Set(['applied']));
      }
      const answer = await fetch(`${second.url}/api/finance/accounts`, { headers: asSecond });
      const { balances } = (await answer.json()) as Accounts;
      expect(differencesIn(balances)).toEqual([]);
      expect(balances.find(({ account }) => account === `money:${method}`)?.ledgerFen).toBe(
        ids.length * amountFen,
      );
      await second.stop();
      expect(await posted()).toBe(ids.length);
    });

    const batches = Array.from({ length: ids.length / atOnce }, (_, index) =>
      receipts.slice(index * atOnce, (index + 1) * atOnce),
    );
  },
);

type Headers = Record<string, string>;

async function signIn(url: string): Promise<Headers> {
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ username: 'finance2', password: testPassword });
  const response = await fetch(`${url}/api/session`, { method: 'POST', headers, body });
  const { token } = (await response.json()) as { token: string };
  return { ...headers, authorization: `Bearer ${token}` };
}

async function send(url: string, headers: Headers, commands: readonly object[]): Promise<Verdict[]> {
  const body = JSON.stringify({ commands });
  const response = await fetch(`${url}/api/commands`, { method: 'POST', headers, body });
  return ((await response.json()) as { verdicts: Verdict[] }).verdicts;
}

interface Changes {
  readonly documents: readonly object[];
  readonly checkpoint: { readonly id: string; readonly lwt: number };
}

async function changesAfter(
  url: string,
  headers: Headers,
  { id, lwt }: Changes['checkpoint'],
): Promise<Changes> {
  const address = `${url}/replication/orders/0/pull?lwt=${lwt}&id=${encodeURIComponent(id)}&limit=1000`;
  return (await (await fetch(address, { headers })).json()) as Changes;
}

const recordedSql = `
select body -> 'finance' ->> 'stage' as stage,
  (select count(*)::int from order_events e
    where e.company_id = d.company_id and e.order_id = d.id and e.type = 'post-payment') as events,
  (select count(*)::int from posting_lines p join order_events e
    on e.company_id = p.company_id and e.order_id = p.order_id and e.event_id = p.posting_id
    where p.company_id = d.company_id and p.order_id = d.id and e.type = 'post-payment') as lines,
  (select coalesce(sum(p.amount_fen), 0)::bigint from posting_lines p
    where p.company_id = d.company_id and p.order_id = d.id and p.account like 'money:%') as sum
from documents d where collection = 'orders'`;
