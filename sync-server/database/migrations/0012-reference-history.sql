-- Who has changed which reference document, and what of it. Read newest first, a page at a time.
create table reference_history (
  company_id text not null,
  -- Of private data of employees: staff-private.
  collection text not null,
  document_id text not null,
  id bigint generated always as identity,
  version bigint not null,
  at timestamptz not null,
  actor_id text not null,
  device_id text,
  -- The document as it was created; later entries have the fields that were changed instead.
  created json,
  -- [{field, before?, after?}]
  changes json,
  primary key (company_id, collection, document_id, id)
);
