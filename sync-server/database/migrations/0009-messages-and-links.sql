-- Which gateway a company's messages go through, and with which account: sealed as sync-server/seal.ts says.
create table sms_settings (
  company_id text primary key,
  gateway text not null,
  settings text not null,
  -- The last part of the address that the gateway reports to; nobody else knows it.
  receipt_key text not null,
  changed_at timestamptz not null,
  changed_by text not null
);

-- Each message that was handed to a gateway. It is written before the message leaves, so that none leaves twice.
create table sms_messages (
  company_id text not null,
  -- The id of the command that asked for it.
  id text not null,
  order_id text not null,
  gateway text not null,
  -- The gateway's own id; null until it gave one.
  provider_id text,
  -- sending, sent, unknown, delivered, failed
  state text not null,
  code text,
  changed_at timestamptz not null,
  primary key (company_id, id)
);
create unique index sms_messages_by_provider on sms_messages (company_id, gateway, provider_id);

-- The rescued person's way to one order, for some days. The token itself is in the message alone.
create table public_links (
  company_id text not null,
  token_hash text not null,
  order_id text not null,
  expires_at timestamptz not null,
  primary key (company_id, token_hash)
);
create index public_links_by_expiry on public_links (company_id, expires_at);
