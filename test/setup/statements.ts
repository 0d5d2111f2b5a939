// An office of some priced orders, their statements and their drivers' cash, kept by the rules alone: what the server does with a batch,
// without a database.
import { applied, commandOf, contextOf, findIn, type Line, type Person } from './rules.ts';
import type { Filed } from '../../sync-server/company/found.ts';
import { creation } from './company.ts';
import type { PostingLine } from '#schemas/finance/ledger.ts';
import { bookingsOf } from '#schemas/finance/repair.ts';
import { decideCash, isCashCommand, type CashEvent } from '#schemas/finance/cash/decide.ts';
import { cashPostingOf } from '#schemas/finance/cash/ledger.ts';
import { creditOf } from '#schemas/finance/statements/credit.ts';
import { decideStatement, isStatementCommand } from '#schemas/finance/statements/decide.ts';
import { evolveLines, evolveStatement } from '#schemas/finance/statements/evolve.ts';
import { departurePostingOf, statementPostingOf } from '#schemas/finance/statements/ledger.ts';
import type { Statement } from '#schemas/finance/statements/statement.ts';
import type { CommandPayload, CommandType } from '#schemas/orders/commands.ts';
import { decide } from '#schemas/orders/decide.ts';
import type { Find, OrderEvent } from '#schemas/orders/events.ts';
import type { Order } from '#schemas/orders/order.ts';

export interface Office {
  readonly orders: ReadonlyMap<string, Order>;
  readonly statements: ReadonlyMap<string, Statement>;
  readonly postings: readonly (readonly PostingLine[])[];
  /** Judges, and applies what was accepted. @returns the code of a refusal, else `applied` */
  say<Kind extends CommandType>(who: Person, type: Kind, id: string, payload: CommandPayload<Kind>): string;
  statement(id?: string): Statement;
  order(id: string): Order;
}

export const period = { from: '2026-03-01', until: '2026-03-31' };

export function createOffice(changed: readonly Filed[] = []): Office {
  const orders = new Map<string, Order>();
  const statements = new Map<string, Statement>();
  const handovers = new Map<string, readonly CashEvent[]>();
  const postings: PostingLine[][] = [];
  const documents = findIn(changed);
  const find = ((collection, id) =>
    collection === 'statements' ? statements.get(id) : documents(collection, id)) as Find;
  let said = 0;

  function apply(event: OrderEvent): void {
    const before = orders.get(event.orderId) ?? null;
    const after = applied(before, [event]);
    if (!after) return;
    postings.push(...bookingsOf(before, event, after).map(({ lines }) => [...lines]));
    orders.set(after.id, after);
    if (event.type !== 'add-to-statement' && event.type !== 'remove-from-statement') return;
    const statement = statements.get(event.payload.statementId);
    if (!statement) return;
    postings.push(departurePostingOf(statement, event));
    statements.set(statement.id, evolveLines(statement, event));
  }

  const say: Office['say'] = (who, type, id, payload) => {
    const command = commandOf({ who, type, payload } as Line, `said-${++said}`, id);
    const context = contextOf(who, { find });
    if (isStatementCommand(command)) {
      const before = statements.get(id) ?? null;
      const order = (one: string) => orders.get(one);
      const statementNumber = `202603-${String(statements.size + 1).padStart(2, '0')}`;
      const creditFen = before ? creditOf(statements.values(), before.customerId) : 0;
      const decision = decideStatement(before, command, { ...context, order, creditFen, statementNumber });
      if (!decision.ok) return decision.error.code;
      postings.push(statementPostingOf(before, decision.value.event));
      statements.set(id, evolveStatement(before, decision.value.event));
      decision.value.orderEvents.forEach(apply);
      return 'applied';
    }
    if (isCashCommand(command)) {
      const before = handovers.get(id) ?? [];
      const decision = decideCash(before, command, { ...context, order: (one) => orders.get(one) });
      if (!decision.ok) return decision.error.code;
      postings.push(cashPostingOf(before, decision.value.event));
      handovers.set(id, [...before, decision.value.event]);
      decision.value.orderEvents.forEach(apply);
      return 'applied';
    }
    const decision = decide(orders.get(id) ?? null, command, context);
    if (!decision.ok) return decision.error.code;
    decision.value.forEach(apply);
    return 'applied';
  };

  const known = <Value>(all: ReadonlyMap<string, Value>, id: string): Value => {
    const found = all.get(id);
    if (!found) throw new Error(`There is no ${id}`);
    return found;
  };
  return {
    orders,
    statements,
    postings,
    say,
    statement: (id = 'statement-1') => known(statements, id),
    order: (id) => known(orders, id),
  };
}

/** Orders that finance has priced, each at its amount in fen. */
export function pricedOrders(
  office: Office,
  amounts: Readonly<Record<string, number>>,
  customerId?: string,
): void {
  for (const [id, amountFen] of Object.entries(amounts)) {
    must(office.say('clerk', 'create-order', id, creation(customerId ? { customerId } : {})));
    must(office.say('dispatcher', 'complete', id, {}));
    price(office, id, amountFen);
  }
}

export function price(office: Office, id: string, amountFen: number): void {
  const method = 'settlement-monthly';
  must(office.say('finance', 'verify', id, { lines: [], amountFen, method }));
  must(office.say('finance2', 'approve-price', id, { amountFen }));
}

/** A draft with these orders on it. */
export function draftOf(office: Office, ids: readonly string[], statementId = 'statement-1'): void {
  must(office.say('finance', 'open-statement', statementId, { customerId: 'customer-all', period }));
  for (const id of ids) must(office.say('finance', 'add-to-statement', id, { statementId }));
}

export function must(verdict: string): void {
  if (verdict !== 'applied') throw new Error(`Refused: ${verdict}`);
}
