-- Under which scopes lies what was held back, and which order or notice a command is about: who manages some outlets
-- sees what is theirs. Of what was held back before this nobody knows: it is for those who manage all outlets.
alter table quarantine
  add column scopes text[] not null default '{outlet:*}',
  add column order_id text;
create index quarantine_by_order on quarantine (company_id, order_id) where order_id is not null;
