-- By what a statement made an order more or less: revenue and what is owed change by it, as they do in the ledger.
alter table order_figures add column adjusted_fen bigint not null default 0;
