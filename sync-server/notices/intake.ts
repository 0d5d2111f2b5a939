// Takes a notice in: who sends it, whether it is signed, whether it came before; then it is a document that every
// screen of its outlet shows at once.
import { randomBytes } from 'node:crypto';
import gcoord from 'gcoord';
import type { Database, Queryable } from '../database/database.ts';
import { Problem } from '../http/problem.ts';
import { writeChanges } from '../replication/changes.ts';
import type { Seal } from '../seal.ts';
import { equalJson } from '#schemas/core/equal.ts';
import { ulid } from '#schemas/core/ids.ts';
import { isStorable } from '#schemas/core/storable.ts';
import { parse, parseOwn } from '#schemas/core/validate.ts';
import { mappedBy, type SenderTerms } from '#schemas/notices/mapping.ts';
import { offered, type Notice, type NoticePlace } from '#schemas/notices/notice.ts';
import { extraOf, NoticeRequest, type CoordinateSystem } from '#schemas/notices/request.ts';
import type { Outlet } from '#schemas/outlets/outlet.ts';
import { documentScopes } from '#schemas/sync/scopes.ts';
import { senderByKey } from './senders.ts';
import { verify, type Claimed } from './signature.ts';

export interface IntakeDeps {
  readonly database: Database;
  readonly seal: Seal;
  readonly clock: () => Date;
}

export interface Posted {
  readonly key: string;
  readonly claimed: Claimed;
  /** As it came over the wire. */
  readonly body: Buffer;
}

/** What the sender is answered: the notice as it stands. */
export interface Taken {
  readonly isNew: boolean;
  readonly answer: {
    readonly id: string;
    readonly number: string;
    readonly state: Notice['state'];
    readonly reason?: string;
  };
}

/** @throws Problem */
export async function takeNotice({ database, seal, clock }: IntakeDeps, posted: Posted): Promise<Taken> {
  const now = clock();
  const sender = await senderByKey(database, seal, posted.key, now);
  if (!sender) throw new Problem('not-found');
  const verification = verify(sender.secrets, posted.claimed, now, posted.body);
  if (verification !== 'good') throw new Problem(verification);
  const told = { sender, webhookId: posted.claimed.id ?? '', text: posted.body.toString('utf8'), now };
  return database.transaction((tx) => keepNotice(tx, told));
}

/** What somebody says who may say it. */
export interface Told {
  readonly sender: SenderTerms & { readonly companyId: string };
  readonly webhookId: string;
  readonly text: string;
  readonly now: Date;
}

/** @throws Problem */
export async function keepNotice(tx: Queryable, told: Told): Promise<Taken> {
  const { sender, text, now } = told;
  const body = objectOf(text);
  const request = requestOf(body);
  const noticeId = ulid(now.getTime(), randomBytes(10));
  const entry = { ...told, number: request.number, noticeId };
  if (!(await rememberRequest(tx, entry))) return again(tx, entry, body);
  const notice = await noticeFrom(tx, sender, request, { id: noticeId, extra: extraOf(body), now });
  await writeChanges(tx, sender.companyId, {
    documents: [
      {
        collection: 'notices',
        id: notice.id,
        body: notice,
        scopes: documentScopes('notices', notice),
        isNew: true,
      },
    ],
  });
  return { isNew: true, answer: answerOf(notice) };
}

function objectOf(text: string): object {
  const value = jsonOf(text);
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Problem('invalid-notice', 'The body has to be a JSON object.');
  if (!isStorable(value))
    throw new Problem('invalid-notice', 'The body holds characters or a depth that cannot be stored.');
  return value;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Problem('invalid-request', 'The body is not valid JSON.');
  }
}

function requestOf(body: object): NoticeRequest {
  const whole = parse(NoticeRequest, body);
  if (!whole.ok) throw new Problem('invalid-notice', whole.error.join('; '));
  const own = parseOwn(NoticeRequest, body);
  if (!own.ok) throw new Problem('invalid-notice', own.error.join('; '));
  return own.value;
}

interface Entry extends Told {
  readonly number: string;
  readonly noticeId: string;
}

/** False: its number or its id was used before. Waits for another transaction that uses it right now. */
async function rememberRequest(tx: Queryable, entry: Entry): Promise<boolean> {
  const { sender, number, webhookId, noticeId, text, now } = entry;
  const rows = await tx.query(
    `insert into notice_requests (company_id, sender_id, number, webhook_id, notice_id, body, received_at)
     values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing returning number`,
    [sender.companyId, sender.id, number, webhookId, noticeId, text, now],
  );
  return rows.length > 0;
}

/** The same once more is answered as it stands now; another thing under the same number is not. */
async function again(tx: Queryable, { sender, number }: Entry, body: object): Promise<Taken> {
  const [row] = await tx.query<{ body: string; notice: Notice }>(
    `select r.body, d.body as notice
     from notice_requests r join documents d
       on d.company_id = r.company_id and d.collection = 'notices' and d.id = r.notice_id
     where r.company_id = $1 and r.sender_id = $2 and r.number = $3`,
    [sender.companyId, sender.id, number],
  );
  if (!row) throw new Problem('webhook-id-reused');
  if (!equalJson(JSON.parse(row.body), body)) throw new Problem('notice-number-taken');
  return { isNew: false, answer: answerOf(row.notice) };
}

const answerOf = ({ id, senderNumber, state, reason }: Notice): Taken['answer'] => ({
  id,
  number: senderNumber,
  state,
  ...(reason && { reason }),
});

async function noticeFrom(
  tx: Queryable,
  sender: Told['sender'],
  request: NoticeRequest,
  { id, extra, now }: { id: string; extra: object | undefined; now: Date },
): Promise<Notice> {
  const rows = await tx.query<{ body: Outlet }>(
    `select body from documents where company_id = $1 and collection = 'outlets'`,
    [sender.companyId],
  );
  const located = inWgs84(request);
  const mapped = mappedBy(
    sender,
    located,
    rows.map(({ body }) => body),
  );
  if (!mapped) throw new Problem('not-found', 'This company has no outlet yet.');
  const own = Object.keys(offered).filter((field) => field in located);
  const said = Object.fromEntries(own.map((field) => [field, located[field as keyof typeof offered]]));
  return {
    ...(said as Pick<Notice, keyof typeof offered>),
    ...mapped,
    id,
    senderNumber: request.number,
    state: 'new',
    receivedAt: now.toISOString(),
    ...(extra && { extra }),
  };
}

const systems = { gcj02: gcoord.GCJ02, bd09: gcoord.BD09 } as const;

/** Maps used in China shift what they show; we store places as satellites give them. */
function inWgs84(request: NoticeRequest): NoticeRequest {
  const { coordinateSystem = 'wgs84', pickup, destination } = request;
  return {
    ...request,
    pickup: unshifted(pickup, coordinateSystem),
    ...(destination && { destination: unshifted(destination, coordinateSystem) }),
  };
}

function unshifted(place: NoticePlace, system: CoordinateSystem): NoticePlace {
  if (system === 'wgs84' || place.lng === undefined || place.lat === undefined) return place;
  const [lng, lat] = gcoord.transform([place.lng, place.lat], systems[system], gcoord.WGS84);
  return { ...place, lng: rounded(lng), lat: rounded(lat) };
}

/** A tenth of a metre. */
const rounded = (degrees: number) => Math.round(degrees * 1e6) / 1e6;
