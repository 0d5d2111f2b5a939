// Reads the books of a company. The ledger is summed as it was posted; what it should come to is worked out from the
// documents alone, so that a fault in what is posted cannot hide itself. Who owes, and since when, the ledger says.
import type { Queryable } from '../database/database.ts';
import { customerCredit } from '#schemas/finance/statements/credit.ts';
import {
  ages,
  mostDebtOrders,
  type AccountBalance,
  type Debt,
  type DebtOrder,
  type DebtOrders,
} from '#schemas/finance/accounts.ts';

export function readBalances(database: Queryable, companyId: string): Promise<AccountBalance[]> {
  return database.query<AccountBalance>(balancesSql, [companyId]);
}

/** @param at ISO instant to which ages are counted */
export function readDebts(database: Queryable, companyId: string, at: string): Promise<Debt[]> {
  return database.query<Debt>(debtsSql, [companyId, at]);
}

/** The orders behind a debt. */
export async function readDebtOrders(
  database: Queryable,
  companyId: string,
  at: string,
  customerId: string,
): Promise<DebtOrders> {
  const rows = await database.query<DebtOrderRow>(debtOrdersSql, [companyId, at, customerId]);
  const orders = rows.map(({ count: _, endedAt, statementId, ...order }) => ({
    ...order,
    ...(endedAt && { endedAt: endedAt.toISOString() }),
    ...(statementId && { statementId }),
  }));
  return { asOf: at, orders, count: rows[0]?.count ?? 0 };
}

type DebtOrderRow = Omit<DebtOrder, 'endedAt' | 'statementId'> & {
  readonly endedAt: Date | null;
  readonly statementId: string | null;
  readonly count: number;
};

// A posted order was paid from the cash that its driver took, and beyond that an order of a statement from what its
// customer had on account, every other by its own method; what came of it later, each part by its own.
const documentsSql = `
priced as (
  select id, body, body ->> 'customerId' as customer, finance ->> 'method' as method,
    (finance ->> 'amountFen')::bigint as amount,
    case finance ->> 'stage' when 'posted' then (finance ->> 'receivedFen')::bigint else 0 end as received,
    finance ->> 'statementId' is not null as by_statement, finance -> 'rests' as rests,
    coalesce((finance -> 'taken' ->> 'takenFen')::bigint, 0) as taken,
    coalesce((finance -> 'taken' ->> 'paysFen')::bigint, 0) as pays
  from (
    select id, body, body -> 'finance' as finance from documents where company_id = $1 and collection = 'orders'
  ) o
  where finance ->> 'stage' in ('priced', 'posted')
), rests as (
  select rest ->> 'method' as method, (rest ->> 'receivedFen')::bigint as amount, p.method as first_method
  from priced p, json_array_elements(p.rests) rest
), statements as (
  select body ->> 'customerId' as customer, body from documents where company_id = $1 and collection = 'statements'
), adjusted as (
  select customer, line ->> 'id' as order_id, (adjustment ->> 'amountFen')::bigint as amount
  from statements, json_array_elements(body -> 'lines') line, json_array_elements(line -> 'adjustments') adjustment
), receipts as (
  select customer, receipt ->> 'method' as method, (receipt ->> 'amountFen')::bigint as amount
  from statements, json_array_elements(body -> 'receipts') receipt
  where receipt ->> 'reversed' is null and receipt ->> 'method' <> '${customerCredit}'
), collections as (
  select body -> 'cash' ->> 'driverId' as driver, (body -> 'cash' ->> 'collectedFen')::bigint as amount,
    body -> 'cash' -> 'handovers' as handovers
  from documents where company_id = $1 and collection = 'orders' and body -> 'cash' is not null
), handed_over as (
  select driver, handover ->> 'id' as id, handover ->> 'method' as method,
    (handover ->> 'fen')::bigint as fen, (handover ->> 'expectedFen')::bigint as owed,
    (handover ->> 'countedFen')::bigint as counted
  from collections, json_array_elements(handovers) handover where handover ->> 'reversed' is null
), counts as (
  select distinct driver, id, method, owed, counted from handed_over
)`;

const balancesSql = `
with ${documentsSql}, expected as (
  select 'receivable:' || customer as account, amount - received as fen from priced
  union all select 'receivable:' || customer, amount from adjusted
  union all select 'clearing:' || customer, received - pays from priced where by_statement
  union all select 'clearing:' || customer, pays - taken from priced
  union all select 'clearing:' || customer, -amount from receipts
  union all select 'money:' || method, received - pays from priced where not by_statement
  union all select 'money:' || method, amount from rests
  union all select 'money:' || first_method, -amount from rests
  union all select 'collected:unposted', taken from priced
  union all select 'collected:unposted', -amount from collections
  union all select 'driver:' || driver, amount from collections
  union all select 'driver:' || driver, -fen from handed_over
  union all select 'money:' || method, counted from counts
  union all select 'difference:' || driver, owed - counted from counts
  union all select 'money:' || method, amount from receipts
  union all select 'revenue:rescue', -amount from priced
  union all select 'revenue:adjustment', -amount from adjusted
), documents_say as (
  select account, sum(fen) as fen from expected group by account
), ledger_says as (
  select account, sum(amount_fen) as fen from posting_lines where company_id = $1 group by account
)
select account, coalesce(l.fen, 0)::bigint as "ledgerFen", coalesce(d.fen, 0)::bigint as "documentsFen"
from ledger_says l full join documents_say d using (account)
where coalesce(l.fen, 0) <> 0 or coalesce(d.fen, 0) <> 0
order by account`;

/**
 * Owed is what an order's entries leave open, less what lies on the customer's account for it already: a receipt pays
 * an order only when all of it has come.
 *
 * @param accounts which receivables, as SQL
 */
const owedSql = (accounts: string): string => `
with entered as (
  select order_id, substr(account, length('receivable:') + 1) as customer, sum(amount_fen) as fen
  from posting_lines where company_id = $1 and ${accounts}
  group by order_id, account having sum(amount_fen) <> 0
), received_in_part as (
  select line ->> 'id' as order_id, (line ->> 'receivedFen')::bigint as fen
  from documents, json_array_elements(body -> 'lines') line
  where company_id = $1 and collection = 'statements' and not (line ->> 'posted')::boolean
), ended as (
  select customer, order_id, o.body, e.fen - coalesce(r.fen, 0) as fen, coalesce(r.fen, 0) as part, (
    select max((fact ->> 'recordedAt')::timestamptz) from json_array_elements(o.body -> 'timeline') fact
    where fact ->> 'type' in ('complete', 'empty-run')
  ) as ended_at
  from entered e left join received_in_part r using (order_id)
  left join documents o on o.company_id = $1 and o.collection = 'orders' and o.id = order_id
), owed as (
  select *, case
    when ended_at < $2::timestamptz - interval '90 days' then 'older'
    when ended_at < $2::timestamptz - interval '60 days' then 'upTo90'
    when ended_at < $2::timestamptz - interval '30 days' then 'upTo60'
    else 'upTo30' end as age
  from ended
)`;

const debtsSql = `${owedSql(`account like 'receivable:%'`)}
select customer as "customerId", count(*)::int as orders, sum(part)::bigint as "partFen",
  ${ages.map((age) => `coalesce(sum(fen) filter (where age = '${age}'), 0)::bigint as "${age}"`).join(', ')}
from owed group by customer order by sum(fen) desc, customer`;

const debtOrdersSql = `${owedSql(`account = 'receivable:' || $3`)}
select order_id as "orderId", coalesce(body ->> 'number', '') as number, ended_at as "endedAt", age, fen::bigint as fen,
  part::bigint as "partFen", body -> 'finance' ->> 'statementId' as "statementId", count(*) over ()::int as count
from owed order by ended_at nulls last, order_id limit ${mostDebtOrders}`;
