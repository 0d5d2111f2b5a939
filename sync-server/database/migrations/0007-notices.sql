-- Insurers and platforms that send us orders. A secret has to be known in clear to check a signature; it is sealed
-- when the server has a key for that (sync-server/seal.ts).
create table notice_senders (
  company_id text not null,
  id text not null,
  name text not null,
  -- The last part of the sender's address; not a secret.
  key text not null,
  customer_id text,
  outlet_id text,
  -- Our ids by the sender's words.
  services json not null default '{}',
  customers json not null default '{}',
  -- Where it wants to hear of its orders; null: nowhere.
  callback_url text,
  secret text not null,
  -- Valid beside the new one until the sender has changed over.
  previous_secret text,
  previous_until timestamptz,
  disabled boolean not null default false,
  created_at timestamptz not null,
  created_by text not null,
  primary key (company_id, id),
  unique (company_id, key)
);

-- Every notice as it was sent, and by which a repetition is known.
create table notice_requests (
  company_id text not null,
  sender_id text not null,
  number text not null,
  webhook_id text not null,
  notice_id text not null,
  body text not null,
  received_at timestamptz not null,
  primary key (company_id, sender_id, number),
  unique (company_id, sender_id, webhook_id)
);
