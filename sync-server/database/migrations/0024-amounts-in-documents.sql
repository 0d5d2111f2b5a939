-- Whether an order names an amount is known when it is written, and need not be found out for each who reads it.
alter table documents
  add column names_amounts boolean generated always as (collection = 'orders' and position('Fen' in body::text) > 0) stored;
