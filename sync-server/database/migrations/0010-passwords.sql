-- A password that somebody else has set has to be changed before anything else is done with it.
alter table credentials
  add column must_change boolean not null default false,
  add column last_sign_in_at timestamptz;
