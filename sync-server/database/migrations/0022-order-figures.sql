-- What the reports count of each order. It is worked out by the program, after the fact and in the order of versions:
-- writing an order costs nothing more. `figures_read` says up to which version that has been done, and by which rules.
create table order_figures (
  company_id text not null,
  order_id text not null,
  created_at timestamptz not null,
  outlet_id text not null,
  customer_id text not null,
  service_id text not null,
  vehicle_id text,
  driver_id text,
  status text not null,
  stage text not null,
  revenue_fen bigint not null,
  outlay_fen bigint not null,
  received_fen bigint not null,
  -- Null: not done yet, or not timed.
  accept_kept boolean,
  arrive_kept boolean,
  complete_kept boolean,
  reason text,
  primary key (company_id, order_id)
);
create index order_figures_by_time on order_figures (company_id, created_at);

create table figures_read (
  company_id text primary key,
  version bigint not null,
  rules integer not null
);
