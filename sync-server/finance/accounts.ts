// Reads the books of a company. The ledger is summed as it was posted; what it should come to is worked out from the
// documents alone, so that a fault in what is posted cannot hide itself.
import type { Queryable } from '../database/database.ts';
import type { AccountBalance, Debt } from '#schemas/finance/accounts.ts';

export function readBalances(database: Queryable, companyId: string): Promise<AccountBalance[]> {
  return database.query<AccountBalance>(balancesSql, [companyId]);
}

/** @param at ISO instant to which ages are counted */
export function readDebts(database: Queryable, companyId: string, at: string): Promise<Debt[]> {
  return database.query<Debt>(debtsSql, [companyId, at]);
}

// A posted order of a statement was paid from what its customer had on account, every other by its own method.
const documentsSql = `
priced as (
  select id, body, body ->> 'customerId' as customer, finance ->> 'method' as method,
    (finance ->> 'amountFen')::bigint as amount,
    case finance ->> 'stage' when 'posted' then (finance ->> 'receivedFen')::bigint else 0 end as received,
    finance ->> 'statementId' is not null as by_statement
  from (
    select id, body, body -> 'finance' as finance from documents where company_id = $1 and collection = 'orders'
  ) o
  where finance ->> 'stage' in ('priced', 'posted')
), statements as (
  select body ->> 'customerId' as customer, body from documents where company_id = $1 and collection = 'statements'
), adjusted as (
  select customer, line ->> 'id' as order_id, (adjustment ->> 'amountFen')::bigint as amount
  from statements, json_array_elements(body -> 'lines') line, json_array_elements(line -> 'adjustments') adjustment
), receipts as (
  select customer, receipt ->> 'method' as method, (receipt ->> 'amountFen')::bigint as amount
  from statements, json_array_elements(body -> 'receipts') receipt
  where receipt ->> 'reversed' is null
)`;

const balancesSql = `
with ${documentsSql}, expected as (
  select 'receivable:' || customer as account, amount - received as fen from priced
  union all select 'receivable:' || customer, amount from adjusted
  union all select 'clearing:' || customer, received from priced where by_statement
  union all select 'clearing:' || customer, -amount from receipts
  union all select 'money:' || method, received from priced where not by_statement and received > 0
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

const debtsSql = `
with ${documentsSql}, adjustments as (
  select order_id, sum(amount) as adjusted from adjusted group by order_id
), owed as (
  select customer, amount - received + coalesce(adjusted, 0) as fen, $2::timestamptz - (
    select max((fact ->> 'recordedAt')::timestamptz) from json_array_elements(body -> 'timeline') fact
    where fact ->> 'type' in ('complete', 'empty-run')
  ) as age
  from priced left join adjustments on order_id = id
  where amount - received + coalesce(adjusted, 0) <> 0
)
select customer as "customerId", count(*)::int as orders,
  coalesce(sum(fen) filter (where age is null or age <= interval '30 days'), 0)::bigint as "upTo30",
  coalesce(sum(fen) filter (where age > interval '30 days' and age <= interval '60 days'), 0)::bigint as "upTo60",
  coalesce(sum(fen) filter (where age > interval '60 days' and age <= interval '90 days'), 0)::bigint as "upTo90",
  coalesce(sum(fen) filter (where age > interval '90 days'), 0)::bigint as older
from owed group by customer order by sum(fen) desc, customer`;
