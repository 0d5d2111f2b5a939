-- A session that somebody else has ended stays until it would have expired: should its holder be disabled next, his
-- device may still hand in what he had entered, and nothing else.
alter table sessions add column if not exists ended boolean not null default false;
