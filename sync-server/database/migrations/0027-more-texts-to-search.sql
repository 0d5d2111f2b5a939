-- What orders of all time are found by, besides: the car's colour, the third party's word, the rescued person's comment
-- and why drivers declined. Only of the orders that have any of it is something written anew.
create or replace function order_search_row(body json) returns table (
  created_at timestamptz, outlet_id text, customer_id text, service_id text, vehicle_id text, driver_id text,
  words text, status text, stage text
) language sql stable as $$
  select "createdAt", "outletId", "customerId", "serviceId", assignment ->> 'vehicleId', assignment ->> 'driverId',
    concat_ws(E'\n',
      'n' || search_spelling(number), 'c' || search_spelling("customerOrderNumber"),
      'p' || search_spelling(car ->> 'plate'), 'v' || search_spelling(car ->> 'vin'),
      't' || search_spelling(contact ->> 'phone'), 't' || search_spelling(requester ->> 'phone'),
      search_spelling(contact ->> 'name'), search_spelling(requester ->> 'name'),
      search_spelling(pickup ->> 'address'), search_spelling(destination ->> 'address'),
      search_spelling(car ->> 'model'), search_spelling(fault), search_spelling(note),
      search_spelling(car ->> 'color'), search_spelling(confirmation ->> 'returnRemark'),
      search_spelling(confirmation ->> 'outcome'), search_spelling(rating ->> 'comment'),
      (select string_agg(search_spelling(entry ->> 'reason'), E'\n')
        from json_array_elements(timeline) entry where entry ->> 'type' = 'decline')),
    status, finance ->> 'stage'
  from json_to_record(body) as o(
    "createdAt" timestamptz, "outletId" text, "customerId" text, "serviceId" text, assignment json, number text,
    "customerOrderNumber" text, car json, contact json, requester json, pickup json, destination json, fault text,
    note text, confirmation json, rating json, timeline json, status text, finance json)
$$;

-- What another server writes meanwhile would be taken for what it was before.
lock table order_search in share row exclusive mode;

update order_search s set words = found.words
from documents d, order_search_row(d.body) found
where d.collection = 'orders' and d.company_id = s.company_id and d.id = s.order_id and s.words <> found.words;
