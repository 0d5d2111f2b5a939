-- What was entered and not taken over, because its sender had no right to it any more: a manager looks at it
-- and says what became of it. It is kept once, however often a device sends it again.
alter table refused_writes rename to quarantine;
alter table quarantine
  add column handled_at timestamptz,
  add column handled_by text,
  -- taken-over, done, discarded
  add column resolution text,
  add column note text;

delete from quarantine q using quarantine earlier
where q.company_id = earlier.company_id and q.collection = earlier.collection
  and q.document_id = earlier.document_id and q.actor_id = earlier.actor_id
  and q.row::text = earlier.row::text and q.id > earlier.id;
create unique index quarantine_once
  on quarantine (company_id, collection, document_id, actor_id, md5(row::text));

