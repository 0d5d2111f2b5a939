-- Every primary key begins with company_id, so that the schema can be distributed by company.
-- Nothing crosses a company.

create table companies (
  company_id text primary key,
  name text not null,
  -- IANA zone in which times are shown and order numbers count their days.
  zone text not null,
  -- The company's change counter. A transaction that changes synced documents takes it as late as possible
  -- and holds it to its commit, so that the order of versions is the order of commits and a reader that pages
  -- by version can skip nothing.
  version bigint not null default 0,
  -- Another value after a backup was restored: devices then start over.
  epoch text not null,
  created_at timestamptz not null default now()
);

-- Every replicated document of every collection. `body` is JSON text as it goes to the socket, without the
-- version, which is given inside the writing statement.
create table documents (
  company_id text not null,
  collection text not null,
  id text not null,
  body json not null,
  version bigint not null,
  changed_at timestamptz not null default now(),
  primary key (company_id, collection, id)
);

-- Who may see what, and since which version. A document that left a scope stays as gone = true, and is served
-- to that scope's readers as a bare tombstone.
create table visibility (
  company_id text not null,
  collection text not null,
  scope text not null,
  document_id text not null,
  version bigint not null,
  gone boolean not null default false,
  primary key (company_id, collection, document_id, scope)
);
create index visibility_by_version on visibility (company_id, collection, scope, version);

-- The sets of scopes that checkpoints were handed out for, so that a device whose rights changed can be told
-- exactly what it has to forget.
create table scope_sets (
  company_id text not null,
  id text not null,
  scopes text[] not null,
  primary key (company_id, id)
);

-- The event log: what every order is a fold of, and the audit trail.
create table order_events (
  company_id text not null,
  order_id text not null,
  -- Position among the order's events, from 1.
  seq integer not null,
  event_id text not null,
  type text not null,
  actor_id text not null,
  device_id text not null,
  recorded_at timestamptz not null,
  event json not null,
  primary key (company_id, order_id, seq),
  unique (company_id, event_id)
);

create table order_numbers (
  company_id text not null,
  day text not null,
  last integer not null,
  primary key (company_id, day)
);

-- Double entry: the lines of a posting sum to zero when its transaction commits.
create table posting_lines (
  company_id text not null,
  posting_id text not null,
  line integer not null,
  order_id text not null,
  account text not null,
  amount_fen bigint not null,
  recorded_at timestamptz not null,
  primary key (company_id, posting_id, line)
);
create index posting_lines_by_account on posting_lines (company_id, account);
create index posting_lines_by_order on posting_lines (company_id, order_id);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only: correct it with a reversing entry', tg_table_name using errcode = 'TW001';
end $$;

create trigger order_events_append_only before update or delete on order_events
  for each row execute function refuse_change();
create trigger posting_lines_append_only before update or delete on posting_lines
  for each row execute function refuse_change();

create function posting_sums_to_zero() returns trigger language plpgsql as $$
declare
  total bigint;
begin
  select sum(amount_fen) into total from posting_lines
    where company_id = new.company_id and posting_id = new.posting_id;
  if total <> 0 then
    raise exception 'posting % does not balance: % fen', new.posting_id, total using errcode = 'TW002';
  end if;
  return null;
end $$;

create constraint trigger posting_balances after insert on posting_lines
  deferrable initially deferred for each row execute function posting_sums_to_zero();

-- Rows that a device pushed and that were not taken over. Nothing a person entered is thrown away.
create table refused_writes (
  company_id text not null,
  id bigint generated always as identity,
  collection text not null,
  document_id text not null,
  actor_id text not null,
  code text not null,
  detail text,
  row json not null,
  at timestamptz not null default now(),
  primary key (company_id, id)
);

create table credentials (
  company_id text not null,
  staff_id text not null,
  username text not null,
  password_hash text not null,
  primary key (company_id, staff_id),
  unique (company_id, username)
);
create index credentials_by_username on credentials (username);

-- The token itself is known to its holder alone.
create table sessions (
  company_id text not null,
  token_hash text not null,
  staff_id text not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  primary key (company_id, token_hash)
);
create index sessions_by_staff on sessions (company_id, staff_id);
