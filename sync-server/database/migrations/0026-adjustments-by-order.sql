-- What a statement adjusted is filed under the order that it speaks of, as its price is: then what is owed of an order
-- is the sum of its entries. Amounts, accounts and dates stay as they were posted.
alter table posting_lines disable trigger posting_lines_append_only;

with adjusted as (
  select e.company_id, e.event_id, a.line ->> 'lineId' as order_id,
    row_number() over (partition by e.company_id, e.event_id order by a.place) as place
  from order_events e, json_array_elements(e.event -> 'adjustments') with ordinality as a(line, place)
  where e.type in ('adjust-line', 'settle-dispute', 'receive-payment', 'reverse-receipt')
    and (a.line ->> 'amountFen')::bigint <> 0
), posted as (
  -- Two entries for each adjustment, in its order.
  select company_id, posting_id, line,
    (row_number() over (partition by company_id, posting_id, account order by line)) as place
  from posting_lines where account like 'receivable:%' or account = 'revenue:adjustment'
)
update posting_lines l set order_id = a.order_id
from posted p join adjusted a on a.company_id = p.company_id and a.event_id = p.posting_id and a.place = p.place
where l.company_id = p.company_id and l.posting_id = p.posting_id and l.line = p.line;

alter table posting_lines enable trigger posting_lines_append_only;
