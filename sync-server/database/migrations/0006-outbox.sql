-- What has to be told to the outside world, written together with the change that causes it. Any server carries
-- it out after the commit, more than once if it must; the job's id tells the receiver that it is the same.
create table outbox_jobs (
  company_id text not null,
  id text not null,
  seq bigint generated always as identity,
  kind text not null,
  -- Jobs of one lane are carried out one after the other, in the order in which they were written.
  lane text not null,
  payload json not null,
  -- waiting, done, dead
  state text not null default 'waiting',
  attempts integer not null default 0,
  -- When it is tried next. Whoever takes it moves this ahead: when he dies, another takes it from then on.
  due_at timestamptz not null,
  created_at timestamptz not null,
  finished_at timestamptz,
  -- What came of the last try.
  outcome text,
  primary key (company_id, id)
);
create index outbox_due on outbox_jobs (due_at) where state = 'waiting';
create index outbox_lanes on outbox_jobs (company_id, lane, seq) where state = 'waiting';
create index outbox_by_state on outbox_jobs (company_id, state, seq);
