// Founds a company: its row, its documents, its sign-ins. In the caller's transaction, all or nothing.
import { randomUUID } from 'node:crypto';
import type { Queryable } from '../database/database.ts';
import { writeChanges, type DocumentChange } from '../replication/changes.ts';
import { storeCredential } from '../staff/credentials.ts';
import type { Collection, DocumentOf, ReferenceCollection } from '#schemas/sync/collections.ts';
import { documentScopes } from '#schemas/sync/scopes.ts';

export interface Company {
  readonly id: string;
  readonly name: string;
  /** IANA time zone. */
  readonly zone: string;
}

export interface Login {
  readonly staffId: string;
  readonly username: string;
  readonly passwordHash: string;
}

/** A reference document together with the name of its collection. */
export type Filed = {
  [Name in ReferenceCollection]: { readonly collection: Name; readonly document: DocumentOf<Name> };
}[ReferenceCollection];

export async function foundCompany(
  tx: Queryable,
  company: Company,
  documents: readonly Filed[],
  logins: readonly Login[],
  now: Date,
): Promise<void> {
  await tx.query('insert into companies (company_id, name, zone, epoch) values ($1, $2, $3, $4)', [
    company.id,
    company.name,
    company.zone,
    randomUUID(),
  ]);
  const at = now.toISOString();
  await writeChanges(tx, company.id, { documents: documents.map((filed) => firstChange(filed, at)) });
  for (const { staffId, username, passwordHash } of logins) {
    await storeCredential(tx, { companyId: company.id, staffId, passwordHash }, username);
  }
}

function firstChange(filed: Filed, at: string): DocumentChange {
  const { collection, document } = filed;
  const history = { by: 'server', at, changes: [] };
  return { collection, id: document.id, body: document, scopes: scopesOf(filed), isNew: true, history };
}

/** The compiler cannot follow that name and document belong together. */
const scopesOf = ({ collection, document }: Filed) =>
  documentScopes<Collection>(collection, document as DocumentOf<Collection>);
