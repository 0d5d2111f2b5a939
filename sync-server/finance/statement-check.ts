// Holds every statement against its orders and its receipts, line by line: sums of accounts can agree while two lines
// are wrong by the same amount.
import { mostFaults, type StatementFault } from '#schemas/finance/accounts.ts';
import type { Queryable } from '../database/database.ts';

/** The first `mostFaults`; none where all agree. */
export async function readFaults(database: Queryable, companyId: string): Promise<StatementFault[]> {
  const rows = await database.query<StatementFault & { orderId: string | null; orderNumber: string | null }>(
    faultsSql,
    [companyId],
  );
  return rows.map(({ orderId, orderNumber, ...fault }) => ({
    ...fault,
    ...(orderId && { orderId }),
    ...(orderNumber && { orderNumber }),
  }));
}

// A draft's line may be behind its order's price: it is taken over before it is sent. What is waived is an adjustment,
// so that a paid line has received all that it comes to.
const faultsSql = `
with statement as (
  select id, body ->> 'number' as number, body ->> 'state' as state, body from documents
  where company_id = $1 and collection = 'statements'
), line as (
  select s.id as statement_id, one ->> 'id' as order_id, (one ->> 'amountFen')::bigint as amount,
    (one ->> 'receivedFen')::bigint as received, (one ->> 'posted')::boolean as paid,
    (one ->> 'amountFen')::bigint + coalesce((
      select sum((a ->> 'amountFen')::bigint) from json_array_elements(one -> 'adjustments') a
    ), 0) as due
  from statement s, json_array_elements(s.body -> 'lines') one
), receipt as (
  select s.id as statement_id, one as body from statement s, json_array_elements(s.body -> 'receipts') one
  where one ->> 'reversed' is null
), allocated as (
  select statement_id, part ->> 'lineId' as order_id, sum((part ->> 'amountFen')::bigint) as fen
  from receipt, json_array_elements(body -> 'allocations') part
  group by statement_id, part ->> 'lineId'
), of_order as (
  select id as order_id, body ->> 'number' as number, finance ->> 'statementId' as statement_id,
    finance ->> 'stage' as stage, (finance ->> 'amountFen')::bigint as amount,
    (finance ->> 'receivedFen')::bigint as received
  from (
    select id, body, body -> 'finance' as finance from documents where company_id = $1 and collection = 'orders'
  ) o
  where finance ->> 'statementId' is not null
), pair as (
  select statement_id, order_id, o.number, o.stage, o.amount as order_amount, o.received as order_received,
    l.amount, l.received, l.due, l.paid, coalesce(a.fen, 0) as allocated, l.order_id is not null as on_statement
  from line l full join of_order o using (statement_id, order_id) left join allocated a using (statement_id, order_id)
), sums as (
  select s.id as statement_id, coalesce(l.due, 0) as due, coalesce(r.received, 0) as received,
    coalesce(a.allocated, 0) + coalesce(r.over, 0) as laid_out
  from statement s
  left join (select statement_id, sum(due) as due from line group by statement_id) l on l.statement_id = s.id
  left join (
    select statement_id, sum((body ->> 'amountFen')::bigint) as received, sum((body ->> 'overFen')::bigint) as over
    from receipt group by statement_id
  ) r on r.statement_id = s.id
  left join (select statement_id, sum(fen) as allocated from allocated group by statement_id) a
    on a.statement_id = s.id
), fault as (
  select statement_id, order_id, number, 'membership' as what, on_statement::int as here, (stage is not null)::int as there
  from pair where not on_statement or stage is null
  union all
  select p.statement_id, order_id, p.number, 'amount', amount, order_amount
  from pair p join statement s on s.id = p.statement_id
  where on_statement and stage is not null and s.state <> 'draft' and amount is distinct from order_amount
  union all
  select statement_id, order_id, number, 'paid', paid::int, (stage = 'posted')::int
  from pair where on_statement and stage is not null and paid <> (stage = 'posted')
  union all
  select statement_id, order_id, number, 'received', received, order_received
  from pair where paid and stage = 'posted' and (received <> order_received or received <> due)
  union all
  select statement_id, order_id, number, 'received', received, allocated
  from pair where on_statement and received <> allocated
  union all
  select u.statement_id, null, null, 'total', (s.body ->> 'totalFen')::bigint, u.due
  from sums u join statement s on s.id = u.statement_id where (s.body ->> 'totalFen')::bigint <> u.due
  union all
  select u.statement_id, null, null, 'receipts', (s.body ->> 'receivedFen')::bigint, u.received
  from sums u join statement s on s.id = u.statement_id where (s.body ->> 'receivedFen')::bigint <> u.received
  union all
  select u.statement_id, null, null, 'receipts', u.received, u.laid_out from sums u where u.received <> u.laid_out
)
select f.statement_id as "statementId", coalesce(s.number, f.statement_id) as number, f.order_id as "orderId",
  f.number as "orderNumber", what, here::bigint as "statementFen", there::bigint as "otherFen"
from fault f left join statement s on s.id = f.statement_id
order by s.number, f.number, what limit ${mostFaults}`;
