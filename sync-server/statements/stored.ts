// The statements that a batch of commands speaks of, locked after their orders. Which orders a statement has is read
// before either is locked: when it has others by then, the transaction begins again.
import type { Queryable } from '../database/database.ts';
import { StoredMeanwhile } from '../replication/changes.ts';
import { isFinanceCommand } from '#schemas/finance/decide.ts';
import { isStatementCommand, statementOf, touchesCredit } from '#schemas/finance/statements/decide.ts';
import type { Statement } from '#schemas/finance/statements/statement.ts';
import type { Command } from '#schemas/orders/commands.ts';
import type { Order } from '#schemas/orders/order.ts';

/** The orders of the statements that are spoken of as a whole: their commands change, or judge, all of them. */
export async function ordersOfStatements(
  tx: Queryable,
  companyId: string,
  commands: readonly Command[],
): Promise<string[]> {
  const ids = commands.filter(isStatementCommand).map(({ orderId }) => orderId);
  if (ids.length === 0) return [];
  const rows = await tx.query<{ body: Statement }>(readSql, [companyId, ids]);
  return rows.flatMap(({ body }) => body.orderIds);
}

/**
 * @param orders locked already
 * @throws StoredMeanwhile when a statement got other orders before it was locked
 */
export async function lockStatements(
  tx: Queryable,
  companyId: string,
  commands: readonly Command[],
  orders: ReadonlyMap<string, Pick<Order, 'finance'>>,
): Promise<Map<string, Statement>> {
  const named = commands.flatMap((command) => statementOf(command) ?? []);
  const through = commands.some(isFinanceCommand) || named.length > 0 ? statementsOf(orders) : [];
  const beside = await sameCustomers(tx, companyId, commands.filter(touchesCredit));
  const ids = [...new Set([...named, ...through, ...beside])];
  if (ids.length === 0) return new Map();
  const rows = await tx.query<{ id: string; body: Statement }>(`${readSql} order by id for update`, [
    companyId,
    ids,
  ]);
  const whole = new Set(commands.filter(isStatementCommand).map(({ orderId }) => orderId));
  const isOther = rows.some(({ id, body }) => whole.has(id) && body.orderIds.some((one) => !orders.has(one)));
  if (isOther) throw new StoredMeanwhile(companyId);
  return new Map(rows.map(({ id, body }) => [id, body]));
}

/** All statements of a customer: nobody else may use his credit, or take it back, before this transaction ends. */
async function sameCustomers(
  tx: Queryable,
  companyId: string,
  commands: readonly Command[],
): Promise<string[]> {
  if (commands.length === 0) return [];
  const rows = await tx.query<{ id: string }>(sameCustomersSql, [
    companyId,
    commands.map(({ orderId }) => orderId),
  ]);
  return rows.map(({ id }) => id);
}

const sameCustomersSql = `
select id from documents
where company_id = $1 and collection = 'statements' and body ->> 'customerId' in (
  select body ->> 'customerId' from documents
  where company_id = $1 and collection = 'statements' and id = any ($2::text[])
)`;

const statementsOf = (orders: ReadonlyMap<string, Pick<Order, 'finance'>>): string[] =>
  [...orders.values()].flatMap(({ finance }) => finance.statementId ?? []);

const readSql = `
select id, body from documents
where company_id = $1 and collection = 'statements' and id = any ($2::text[])`;
