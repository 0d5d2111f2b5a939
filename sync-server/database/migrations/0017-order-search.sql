-- What orders of all time are found by. A trigger keeps it: whatever writes an order keeps it true, in the same
-- transaction. What changes with nearly every step of an order stands apart, for the index over words is dear to write.
create table order_search (
  company_id text not null,
  order_id text not null,
  created_at timestamptz not null,
  outlet_id text not null,
  customer_id text not null,
  service_id text not null,
  vehicle_id text,
  driver_id text,
  -- One line for each text, in the spelling of search_spelling. A small letter in front says what it is: n number,
  -- c the customer's number, p plate, v VIN, t telephone; names, places and notes have none.
  words text not null,
  primary key (company_id, order_id)
);
create table order_states (
  company_id text not null,
  order_id text not null,
  created_at timestamptz not null,
  outlet_id text not null,
  status text not null,
  stage text not null,
  primary key (company_id, order_id)
);

-- Plates and telephone numbers are typed with and without spaces, dots and dashes.
create function search_spelling(typed text) returns text language sql immutable parallel safe
  return upper(regexp_replace(typed, '[[:space:].·-]+', '', 'g'));

-- By what an index finds any part of the words: of letters and digits three in a row, of anything else two, and the
-- ids besides. Nothing that a hosted or the embedded Postgres might lack is needed for it.
create function search_terms(words text, ids text[]) returns text[]
  language plpgsql immutable parallel safe cost 5000 as $$
declare
  terms text[] := array_remove(ids, null);
  one text;
  two text;
  three text;
begin
  foreach three in array string_to_array(words, null) loop
    if three = E'\n' then
      one := null;
      two := null;
      continue;
    end if;
    if octet_length(two) + octet_length(three) > 2 then
      terms := terms || (two || three);
    elsif octet_length(one) = 1 then
      terms := terms || (one || two || three);
    end if;
    one := two;
    two := three;
  end loop;
  return terms;
end $$;

create function order_search_row(body json) returns table (
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
      search_spelling(car ->> 'model'), search_spelling(fault), search_spelling(note)),
    status, finance ->> 'stage'
  from json_to_record(body) as o(
    "createdAt" timestamptz, "outletId" text, "customerId" text, "serviceId" text, assignment json, number text,
    "customerOrderNumber" text, car json, contact json, requester json, pickup json, destination json, fault text,
    note text, status text, finance json)
$$;

insert into order_search
select company_id, id, created_at, outlet_id, customer_id, service_id, vehicle_id, driver_id, words
from documents, order_search_row(body) where collection = 'orders';
insert into order_states
select company_id, id, created_at, outlet_id, status, stage from documents, order_search_row(body) where collection = 'orders';

-- Newest first within each value, so that a page is read from its index whatever else there is.
create index order_search_by_time on order_search (company_id, created_at desc);
create index order_search_by_outlet on order_search (company_id, outlet_id, created_at desc);
create index order_search_by_customer on order_search (company_id, customer_id, created_at desc);
create index order_search_by_service on order_search (company_id, service_id, created_at desc);
create index order_search_by_vehicle on order_search (company_id, vehicle_id, created_at desc);
create index order_search_by_driver on order_search (company_id, driver_id, created_at desc);
create index order_states_by_status on order_states (company_id, status, created_at desc);
create index order_states_by_stage on order_states (company_id, stage, created_at desc);

-- Without a list of what waits to be filed, which would have to be filed by whoever comes when it is full, while he
-- holds the company's counter.
create index order_search_by_term on order_search
  using gin (search_terms(words, array[outlet_id, customer_id, service_id, vehicle_id, driver_id]))
  with (fastupdate = off);
-- To learn how often terms occur takes seconds each time, and the search does not go by it.
alter index order_search_by_term alter column 1 set statistics 0;
alter table order_search alter column words set statistics 0;

create function keep_order_search() returns trigger language plpgsql as $$
declare
  found record;
begin
  select * into strict found from order_search_row(new.body);
  if tg_op = 'INSERT' then
    insert into order_search values (new.company_id, new.id, found.created_at, found.outlet_id, found.customer_id,
      found.service_id, found.vehicle_id, found.driver_id, found.words);
    insert into order_states values (new.company_id, new.id, found.created_at, found.outlet_id, found.status,
      found.stage);
    return null;
  end if;
  update order_search s
    set outlet_id = found.outlet_id, customer_id = found.customer_id, service_id = found.service_id,
      vehicle_id = found.vehicle_id, driver_id = found.driver_id, words = found.words
    where s.company_id = new.company_id and s.order_id = new.id
      and (s.outlet_id, s.customer_id, s.service_id, s.vehicle_id, s.driver_id, s.words) is distinct from
        (found.outlet_id, found.customer_id, found.service_id, found.vehicle_id, found.driver_id, found.words);
  update order_states s set outlet_id = found.outlet_id, status = found.status, stage = found.stage
    where s.company_id = new.company_id and s.order_id = new.id
      and (s.outlet_id, s.status, s.stage) is distinct from (found.outlet_id, found.status, found.stage);
  return null;
end $$;
create trigger order_search_kept after insert or update of body on documents
  for each row when (new.collection = 'orders') execute function keep_order_search();
