-- A customer's way to one statement, with a password. Neither can be read here: both are hashed.
create table statement_links (
  company_id text not null,
  id text not null,
  statement_id text not null,
  token_hash text not null,
  password_hash text not null,
  created_at timestamptz not null,
  created_by text not null,
  expires_at timestamptz not null,
  last_opened_at timestamptz,
  revoked_at timestamptz,
  revoked_by text,
  primary key (company_id, id)
);
create unique index statement_links_by_token on statement_links (company_id, token_hash);
create index statement_links_by_statement on statement_links (company_id, statement_id);

-- Browsers in which the password was entered.
create table statement_link_sessions (
  company_id text not null,
  session_hash text not null,
  link_id text not null,
  expires_at timestamptz not null,
  primary key (company_id, session_hash)
);
create index statement_link_sessions_by_expiry on statement_link_sessions (company_id, expires_at);
