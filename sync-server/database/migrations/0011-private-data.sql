-- What of an employee lies on no device: identity card, licence number, bank account, picture.
create table staff_private (
  company_id text not null,
  staff_id text not null,
  body json not null,
  -- From 1; whoever changes it names the one that he has read.
  version bigint not null,
  changed_at timestamptz not null,
  changed_by text not null,
  primary key (company_id, staff_id)
);
