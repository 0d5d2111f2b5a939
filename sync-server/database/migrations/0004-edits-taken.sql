-- The last edit of each device that was taken into a document, so that one that arrives a second time is known.
-- Everybody reads a device's id in what it has edited, so it counts only together with who sends.
create table edits_taken (
  company_id text not null,
  collection text not null,
  document_id text not null,
  actor_id text not null,
  device_id text not null,
  n bigint not null,
  primary key (company_id, collection, document_id, actor_id, device_id)
);
