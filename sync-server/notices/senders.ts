// The statements on the table `notice_senders`. Secrets leave it only to sign and to check signatures.
import { randomBytes } from 'node:crypto';
import type { Queryable } from '../database/database.ts';
import type { Seal } from '../seal.ts';
import type { SenderTerms } from '#schemas/notices/mapping.ts';
import type { ListedSender, Sender, SenderInput } from '#schemas/notices/sender.ts';

/** A sender as the server knows it. */
export interface StoredSender extends SenderTerms {
  readonly companyId: string;
  readonly callbackUrl?: string;
  readonly disabled: boolean;
  /** The current one, and for some time the one before. */
  readonly secrets: readonly string[];
}

interface Row {
  readonly company_id: string;
  readonly id: string;
  readonly name: string;
  readonly key: string;
  readonly customer_id: string | null;
  readonly outlet_id: string | null;
  readonly services: Record<string, string>;
  readonly customers: Record<string, string>;
  readonly callback_url: string | null;
  readonly secret: string;
  readonly previous_secret: string | null;
  readonly previous_until: Date | null;
  readonly disabled: boolean;
  readonly created_at: Date;
}

/** The key begins with its company, so that the statement reaches one shard. */
export const newKey = (companyId: string): string => `${companyId}.${randomBytes(12).toString('base64url')}`;

const companyOfKey = (key: string): string | undefined =>
  /^([A-Za-z0-9][A-Za-z0-9_.:-]{0,63})\.[A-Za-z0-9_-]{16}$/.exec(key)?.[1];

export async function senderByKey(
  database: Queryable,
  seal: Seal,
  key: string,
  now: Date,
): Promise<StoredSender | undefined> {
  const companyId = companyOfKey(key);
  if (companyId === undefined) return undefined;
  const [row] = await database.query<Row>(
    'select * from notice_senders where company_id = $1 and key = $2 and not disabled',
    [companyId, key],
  );
  return row && storedSender(row, seal, now);
}

export async function senderById(
  database: Queryable,
  seal: Seal,
  companyId: string,
  id: string,
  now: Date,
): Promise<StoredSender | undefined> {
  const [row] = await database.query<Row>('select * from notice_senders where company_id = $1 and id = $2', [
    companyId,
    id,
  ]);
  return row && storedSender(row, seal, now);
}

function storedSender(row: Row, seal: Seal, now: Date): StoredSender {
  const hasPrevious = row.previous_until !== null && row.previous_until > now;
  const secrets = [row.secret, ...(hasPrevious && row.previous_secret ? [row.previous_secret] : [])];
  return {
    companyId: row.company_id,
    id: row.id,
    name: row.name,
    ...(row.customer_id && { customerId: row.customer_id }),
    ...(row.outlet_id && { outletId: row.outlet_id }),
    services: row.services,
    customers: row.customers,
    ...(row.callback_url && { callbackUrl: row.callback_url }),
    disabled: row.disabled,
    secrets: secrets.map((secret) => seal.open(secret)),
  };
}

interface ListedRow extends Row {
  readonly last_notice_at: Date | null;
  readonly waiting: number;
  readonly dead: number;
}

/** As an administrator sees them: without secrets. */
export async function listSenders(database: Queryable, companyId: string): Promise<ListedSender[]> {
  const rows = await database.query<ListedRow>(listSql, [companyId]);
  return rows.map(({ last_notice_at: lastNotice, waiting, dead, ...row }) => ({
    ...shown(row),
    ...(lastNotice && { lastNoticeAt: lastNotice.toISOString() }),
    waiting,
    dead,
  }));
}

const listSql = `
with told as (
  select d.body ->> 'senderId' as sender_id,
    count(*) filter (where j.state = 'waiting' and j.attempts > 0) as waiting,
    count(*) filter (where j.state = 'dead') as dead
  from outbox_jobs j join documents d
    on d.company_id = j.company_id and d.collection = 'notices' and d.id = j.payload ->> 'noticeId'
  where j.company_id = $1 and j.state in ('waiting', 'dead')
  group by 1
)
select s.*, coalesce(told.waiting, 0)::int as waiting, coalesce(told.dead, 0)::int as dead,
  (select max(r.received_at) from notice_requests r
   where r.company_id = s.company_id and r.sender_id = s.id) as last_notice_at
from notice_senders s left join told on told.sender_id = s.id
where s.company_id = $1 order by s.disabled, s.name, s.id`;

function shown(row: Row): Sender {
  return {
    id: row.id,
    name: row.name,
    key: row.key,
    disabled: row.disabled,
    ...(row.customer_id && { customerId: row.customer_id }),
    ...(row.outlet_id && { outletId: row.outlet_id }),
    services: row.services,
    customers: row.customers,
    ...(row.callback_url && { callbackUrl: row.callback_url }),
    createdAt: row.created_at.toISOString(),
    ...(row.previous_until && { previousUntil: row.previous_until.toISOString() }),
  };
}

export async function insertSender(
  database: Queryable,
  sender: {
    readonly companyId: string;
    readonly id: string;
    readonly input: SenderInput;
    readonly sealedSecret: string;
    readonly by: string;
    readonly now: Date;
  },
): Promise<Sender> {
  const { companyId, id, input, sealedSecret, by, now } = sender;
  const [row] = await database.query<Row>(
    `insert into notice_senders (company_id, id, name, customer_id, outlet_id, services, customers, callback_url,
       disabled, key, secret, created_at, created_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) returning *`,
    [companyId, id, ...columnsOf(input), newKey(companyId), sealedSecret, now, by],
  );
  if (!row) throw new Error('A sender was not stored');
  return shown(row);
}

export async function updateSender(
  database: Queryable,
  companyId: string,
  id: string,
  input: SenderInput,
): Promise<Sender | undefined> {
  const [row] = await database.query<Row>(
    `update notice_senders set name = $3, customer_id = $4, outlet_id = $5, services = $6, customers = $7,
       callback_url = $8, disabled = $9
     where company_id = $1 and id = $2 returning *`,
    [companyId, id, ...columnsOf(input)],
  );
  return row && shown(row);
}

const columnsOf = (input: SenderInput) =>
  [
    input.name,
    input.customerId ?? null,
    input.outletId ?? null,
    JSON.stringify(input.services),
    JSON.stringify(input.customers),
    input.callbackUrl ?? null,
    input.disabled,
  ] as const;

/** The former secret stays valid until `previousUntil`. */
export async function rotateSecret(
  database: Queryable,
  companyId: string,
  id: string,
  sealedSecret: string,
  previousUntil: Date,
): Promise<Sender | undefined> {
  const [row] = await database.query<Row>(
    `update notice_senders set previous_secret = secret, previous_until = $4, secret = $3
     where company_id = $1 and id = $2 returning *`,
    [companyId, id, sealedSecret, previousUntil],
  );
  return row && shown(row);
}
