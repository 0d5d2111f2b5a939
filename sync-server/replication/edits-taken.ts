// Which edits of which devices were taken into reference documents. One of them that arrives again (an answer
// was lost, a proxy has sent it twice) says nothing new, whatever has been changed since.
import type { Queryable } from '../database/database.ts';
import type { Actor } from '#schemas/staff/permissions.ts';
import type { ReferenceCollection } from '#schemas/sync/collections.ts';

export interface Edit {
  readonly documentId: string;
  readonly deviceId: string;
  readonly n: number;
}

/** An edit as it was taken. */
export interface Taken extends Edit {
  /** The version that the document had before; -1: it was new. Who knows a later one has heard of this edit. */
  readonly baseVersion: number;
  /** The document as the device had it. */
  readonly sent: object;
}

export interface EditsTaken {
  has(edit: Edit): boolean;
  /** The device's last one; undefined: there is none, or it was taken by a former version of this program. */
  lastOf(edit: Edit): Taken | undefined;
  add(edit: Taken): void;
  /** Writes down what was added. */
  keep(): Promise<void>;
}

/** Of these documents, whose rows are locked, by devices of this person. */
export async function readEditsTaken(
  tx: Queryable,
  { companyId, id: actorId }: Actor,
  collection: ReferenceCollection,
  documentIds: readonly string[],
): Promise<EditsTaken> {
  const rows = await tx.query<Row>(
    `select document_id, device_id, n, base_version, sent from edits_taken
     where company_id = $1 and collection = $2 and document_id = any ($3::text[]) and actor_id = $4`,
    [companyId, collection, documentIds, actorId],
  );
  const last = new Map(rows.map((row) => [`${row.document_id} ${row.device_id}`, editIn(row)]));
  const added = new Map<string, Taken>();
  const lastOf = ({ documentId, deviceId }: Edit) => last.get(`${documentId} ${deviceId}`);
  const has = (edit: Edit) => edit.n <= (lastOf(edit)?.n ?? -1);
  return {
    has,
    lastOf: (edit) => {
      const taken = lastOf(edit);
      return taken && 'sent' in taken ? taken : undefined;
    },
    add: (edit) => {
      if (has(edit)) return;
      const key = `${edit.documentId} ${edit.deviceId}`;
      last.set(key, edit);
      added.set(key, edit);
    },
    keep: () => write(tx, companyId, actorId, collection, [...added.values()]),
  };
}

interface Row {
  readonly document_id: string;
  readonly device_id: string;
  readonly n: number;
  readonly base_version: number | null;
  readonly sent: object | null;
}

function editIn({ document_id, device_id, n, base_version, sent }: Row): Edit | Taken {
  const edit = { documentId: document_id, deviceId: device_id, n };
  return base_version === null || sent === null ? edit : { ...edit, baseVersion: base_version, sent };
}

async function write(
  tx: Queryable,
  companyId: string,
  actorId: string,
  collection: ReferenceCollection,
  edits: readonly Taken[],
): Promise<void> {
  if (edits.length === 0) return;
  await tx.query(
    `insert into edits_taken (company_id, collection, document_id, actor_id, device_id, n, base_version, sent)
     select $1, $2, "documentId", $4, "deviceId", n, "baseVersion", sent
     from json_to_recordset($3::json)
       as e("documentId" text, "deviceId" text, n bigint, "baseVersion" bigint, sent json)
     on conflict (company_id, collection, document_id, actor_id, device_id)
       do update set n = excluded.n, base_version = excluded.base_version, sent = excluded.sent
       where edits_taken.n < excluded.n`,
    [companyId, collection, JSON.stringify(edits), actorId],
  );
}
