// Counts orders for the reports, and what statements change about them, in the order in which they were written, so that
// nothing is skipped: versions are given under the company's counter and become visible in their order.
import type { Logger } from 'pino';
import type { Database, Queryable } from '../database/database.ts';
import { every, oneAtATime } from '../rounds.ts';
import type { Statement } from '#schemas/finance/statements/statement.ts';
import type { Order } from '#schemas/orders/order.ts';
import { figuresOf, figuresRules, outlayCodes } from '#schemas/reports/figures.ts';

const batchSize = 500;
const everyMs = 30_000;

/**
 * Counts what was written since it was last called, at most `batches` times five hundred orders and statements.
 * @returns whether that was all
 */
export async function countOrders(database: Database, companyId: string, batches = 4): Promise<boolean> {
  for (let batch = 0; batch < batches; batch++) {
    const read = await database.transaction((tx) => countBatch(tx, companyId));
    if (read < batchSize) return true;
  }
  return false;
}

/** Now and every half minute, all there is, until the returned function is called. */
export function keepCounting(database: Database, log: Pick<Logger, 'warn'>): () => void {
  let isStopped = false;
  const countAll = async (): Promise<void> => {
    const companies = await database.query<{ id: string }>('select company_id as id from companies');
    for (const { id } of companies) while (!isStopped && !(await countOrders(database, id)));
  };
  const complain = (err: unknown) => log.warn({ err }, 'orders were not counted for the reports');
  const stop = every(
    everyMs,
    oneAtATime(() => countAll().catch(complain)),
  );
  return () => {
    isStopped = true;
    stop();
  };
}

/** One server at a time: the row stays locked until the commit. @returns how many documents it read */
async function countBatch(tx: Queryable, companyId: string): Promise<number> {
  const since = await readUpTo(tx, companyId);
  const written = await tx.query<Written>(writtenSql, [companyId, since, batchSize]);
  const last = written.at(-1);
  if (!last) return 0;
  const orders = written.filter(isOrder).map(({ body }) => body);
  const statements = written.filter((document) => !isOrder(document)).map(({ body }) => body.id);
  const theirs = orders.flatMap(({ finance: { statementId } }) => statementId ?? []);
  const outlays = await tx.query<{ id: string }>(outlaysSql, [companyId, outlayCodes]);
  const items = new Set(outlays.map(({ id }) => id));
  await tx.query(storeSql, [companyId, JSON.stringify(orders.map((order) => rowOf(order, items)))]);
  await tx.query(adjustSql, [companyId, [...new Set([...statements, ...theirs])]]);
  await tx.query('update figures_read set version = $2 where company_id = $1', [companyId, last.version]);
  return written.length;
}

type Written = { readonly version: number } & (
  | { readonly collection: 'orders'; readonly body: Order }
  | { readonly collection: 'statements'; readonly body: Pick<Statement, 'id'> }
);

const isOrder = (document: Written): document is Extract<Written, { collection: 'orders' }> =>
  document.collection === 'orders';

async function readUpTo(tx: Queryable, companyId: string): Promise<number> {
  await tx.query(
    'insert into figures_read values ($1, 0, $2) on conflict (company_id) do update set version = 0, rules = $2 where figures_read.rules <> $2',
    [companyId, figuresRules],
  );
  const [read] = await tx.query<{ version: number }>(
    'select version from figures_read where company_id = $1 for update',
    [companyId],
  );
  return read?.version ?? 0;
}

function rowOf(order: Order, outlayItems: ReadonlySet<string>): object {
  const { revenueFen, outlayFen, receivedFen, kept, reason } = figuresOf(order, outlayItems);
  return {
    ...{ order_id: order.id, created_at: order.createdAt, outlet_id: order.outletId },
    ...{ customer_id: order.customerId, service_id: order.serviceId },
    ...{ vehicle_id: order.assignment?.vehicleId, driver_id: order.assignment?.driverId },
    ...{ status: order.status, stage: order.finance.stage },
    ...{ revenue_fen: revenueFen, outlay_fen: outlayFen, received_fen: receivedFen },
    ...{ accept_kept: kept.accept, arrive_kept: kept.arrive, complete_kept: kept.complete, reason },
  };
}

// Its index leaves commands out, which is said so that it is taken.
const writtenSql = `
select version, collection, case collection when 'orders' then body else json_build_object('id', id) end as body
from documents
where company_id = $1 and version > $2 and collection in ('orders', 'statements') and collection <> 'commands'
order by version limit $3`;

const outlaysSql = `
select id from documents where company_id = $1 and collection = 'catalog'
  and body ->> 'type' = 'price-item' and body ->> 'code' = any($2::text[])`;

const columns = `order_id, created_at, outlet_id, customer_id, service_id, vehicle_id, driver_id, status, stage,
  revenue_fen, outlay_fen, received_fen, accept_kept, arrive_kept, complete_kept, reason`;

const storeSql = `
insert into order_figures (company_id, ${columns})
select $1, ${columns} from json_to_recordset($2::json) as o(
  order_id text, created_at timestamptz, outlet_id text, customer_id text, service_id text, vehicle_id text,
  driver_id text, status text, stage text, revenue_fen bigint, outlay_fen bigint, received_fen bigint,
  accept_kept boolean, arrive_kept boolean, complete_kept boolean, reason text)
on conflict (company_id, order_id) do update set
  outlet_id = excluded.outlet_id, customer_id = excluded.customer_id, service_id = excluded.service_id,
  vehicle_id = excluded.vehicle_id, driver_id = excluded.driver_id, status = excluded.status,
  stage = excluded.stage, revenue_fen = excluded.revenue_fen, outlay_fen = excluded.outlay_fen,
  received_fen = excluded.received_fen, accept_kept = excluded.accept_kept, arrive_kept = excluded.arrive_kept,
  complete_kept = excluded.complete_kept, reason = excluded.reason, adjusted_fen = 0`;

// An order that left its statement has taken its adjustments along.
const adjustSql = `
update order_figures f set adjusted_fen = adjusted.fen
from (
  select line ->> 'id' as order_id, coalesce(sum((adjustment ->> 'amountFen')::bigint), 0) as fen
  from documents d, json_array_elements(d.body -> 'lines') line
    left join lateral json_array_elements(line -> 'adjustments') adjustment on true
  where d.company_id = $1 and d.collection = 'statements' and d.id = any($2::text[])
  group by 1
) adjusted
where f.company_id = $1 and f.order_id = adjusted.order_id and f.adjusted_fen <> adjusted.fen`;
