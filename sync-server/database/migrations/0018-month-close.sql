-- The months of the books: closing one, and opening it again, are entries of a list that only grows. The latest says
-- until when the books are closed; a month is closed where its end is not later.
create table month_closings (
  company_id text not null,
  seq integer not null,
  kind text not null check (kind in ('close', 'reopen')),
  -- 2026-03, in the company's zone.
  month text not null,
  -- Entries of the ledger with an earlier date are refused from here on.
  closed_until timestamptz not null,
  actor_id text not null,
  at timestamptz not null,
  reason text,
  -- What each account stood at by the end of the month, when it was closed.
  balances json,
  primary key (company_id, seq),
  check (kind = 'close' or reason is not null)
);
create trigger month_closings_append_only before update or delete on month_closings
  for each row execute function refuse_change();

-- The date of an entry where it is another one than that of its recording.
alter table posting_lines add column booked_at timestamptz;

-- The company's row is held by whoever closes a month, and by whoever writes: an entry that waited for a closing sees it.
create function posting_is_in_open_month() returns trigger language plpgsql as $$
declare
  refused text;
begin
  perform 1 from companies where company_id in (select company_id from added) for no key update;
  select a.posting_id into refused from added a where coalesce(a.booked_at, a.recorded_at) < (
    select closed_until from month_closings m where m.company_id = a.company_id order by seq desc limit 1)
    limit 1;
  if refused is not null then
    raise exception 'posting % is dated in a closed month', refused using errcode = 'TW003';
  end if;
  return null;
end $$;

create trigger posting_in_open_month after insert on posting_lines
  referencing new table as added for each statement execute function posting_is_in_open_month();
