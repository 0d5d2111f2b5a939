-- What was told of one thing is looked at long after it was told: the index of its lane holds all of it, not only
-- what still waits.
drop index if exists outbox_lanes;
create index outbox_lanes on outbox_jobs (company_id, lane, seq);
-- When a sender last sent anything.
create index if not exists notice_requests_latest on notice_requests (company_id, sender_id, received_at);
