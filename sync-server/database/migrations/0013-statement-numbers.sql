-- Statements are numbered by customer and month.
create table statement_numbers (
  company_id text not null,
  customer_id text not null,
  month text not null,
  last integer not null,
  primary key (company_id, customer_id, month)
);
