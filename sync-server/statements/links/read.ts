// What a link shows: the statement, and whose it is.
import type { Queryable } from '../../database/database.ts';
import type { Statement } from '#schemas/finance/statements/statement.ts';

export async function readStatement(
  database: Queryable,
  companyId: string,
  id: string,
): Promise<Statement | undefined> {
  const [row] = await database.query<{ body: Statement }>(
    `select body from documents where company_id = $1 and collection = 'statements' and id = $2`,
    [companyId, id],
  );
  return row?.body;
}

export interface Parties {
  readonly company: string;
  readonly customer: string;
}

export async function readParties(
  database: Queryable,
  companyId: string,
  customerId: string,
): Promise<Parties> {
  const [row] = await database.query<Parties>(
    `select c.name as company, coalesce((
       select d.body ->> 'name' from documents d
       where d.company_id = c.company_id and d.collection = 'customers' and d.id = $2
     ), '') as customer
     from companies c where c.company_id = $1`,
    [companyId, customerId],
  );
  return row ?? { company: '', customer: '' };
}
