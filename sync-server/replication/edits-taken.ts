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

export interface EditsTaken {
  has(edit: Edit): boolean;
  add(edit: Edit): void;
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
  const rows = await tx.query<{ document_id: string; device_id: string; n: number }>(
    `select document_id, device_id, n from edits_taken
     where company_id = $1 and collection = $2 and document_id = any ($3::text[]) and actor_id = $4`,
    [companyId, collection, documentIds, actorId],
  );
  const last = new Map(rows.map((row) => [`${row.document_id} ${row.device_id}`, row.n]));
  const added = new Map<string, Edit>();
  const has = ({ documentId, deviceId, n }: Edit) => n <= (last.get(`${documentId} ${deviceId}`) ?? -1);
  return {
    has,
    add: (edit) => {
      if (has(edit)) return;
      const key = `${edit.documentId} ${edit.deviceId}`;
      last.set(key, edit.n);
      added.set(key, edit);
    },
    keep: () => write(tx, companyId, actorId, collection, [...added.values()]),
  };
}

async function write(
  tx: Queryable,
  companyId: string,
  actorId: string,
  collection: ReferenceCollection,
  edits: readonly Edit[],
): Promise<void> {
  if (edits.length === 0) return;
  await tx.query(
    `insert into edits_taken (company_id, collection, document_id, actor_id, device_id, n)
     select $1, $2, "documentId", $4, "deviceId", n
     from json_to_recordset($3::json) as e("documentId" text, "deviceId" text, n bigint)
     on conflict (company_id, collection, document_id, actor_id, device_id)
       do update set n = greatest(edits_taken.n, excluded.n)`,
    [companyId, collection, JSON.stringify(edits), actorId],
  );
}
