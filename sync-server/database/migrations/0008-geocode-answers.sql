-- What a geocoder has answered, so that the same question is not paid for again. `question` begins with its kind.
create table geocode_answers (
  company_id text not null,
  provider text not null,
  question text not null,
  answer jsonb not null,
  asked_at timestamptz not null,
  primary key (company_id, provider, question)
);
create index geocode_answers_by_age on geocode_answers (company_id, asked_at);
