// Replays the demo's history through the rules, in memory, as the server does in its transactions.
import type { Rejection } from '#schemas/core/codes.ts';
import type { Result } from '#schemas/core/result.ts';
import type { Find, OrderEvent } from '#schemas/orders/events.ts';
import type { Order } from '#schemas/orders/order.ts';
import { decideCash, isCashCommand, type CashCommand, type CashEvent } from '#schemas/finance/cash/decide.ts';
import { decideStatement, isStatementCommand } from '#schemas/finance/statements/decide.ts';
import type { StatementCommand } from '#schemas/finance/statements/events.ts';
import { evolveLines, evolveStatement } from '#schemas/finance/statements/evolve.ts';
import type { Statement } from '#schemas/finance/statements/statement.ts';
import { decide } from '#schemas/orders/decide.ts';
import { evolve } from '#schemas/orders/evolve.ts';
import { demoCompany } from '../../sync-server/demo/company.ts';
import type { DemoCommand } from '../../sync-server/demo/history.ts';
import { actorsOf } from '../../sync-server/demo/load.ts';

export interface Replayed {
  readonly orders: readonly Order[];
  readonly statements: readonly Statement[];
  readonly rejections: readonly (Rejection & { readonly command: DemoCommand })[];
}

export const demo = demoCompany();

const documents = new Map(
  demo.documents.map(({ collection, document }) => [`${collection}/${document.id}`, document]),
);
/** The map cannot say which collection's document it gives; `demo` has each under its own name. */
export const find = ((collection, id) => documents.get(`${collection}/${id}`)) as Find;

export function replay(history: readonly DemoCommand[]): Replayed {
  const books = new Books();
  const rejections = history.flatMap((entry) => {
    const decision = books.execute(entry);
    return decision.ok ? [] : [{ ...decision.error, command: entry }];
  });
  return { orders: [...books.orders.values()], statements: [...books.statements.values()], rejections };
}

const actorOf = actorsOf(demo);

type Judged = Result<readonly OrderEvent[], Rejection>;

class Books {
  readonly orders = new Map<string, Order>();
  readonly statements = new Map<string, Statement>();
  readonly #handovers = new Map<string, readonly CashEvent[]>();
  readonly #find = ((collection, id) =>
    collection === 'statements' ? this.statements.get(id) : find(collection, id)) as Find;

  execute(entry: DemoCommand): Judged {
    const judged = this.#judge(entry);
    if (judged.ok) for (const event of judged.value) this.#apply(event);
    return judged;
  }

  #judge(entry: DemoCommand): Judged {
    const { command } = entry;
    if (isStatementCommand(command)) return this.#judgeStatement(command, entry);
    if (isCashCommand(command)) return this.#judgeCash(command, entry);
    return decide(this.orders.get(command.orderId) ?? null, command, this.#context(entry));
  }

  #judgeStatement(command: StatementCommand, entry: DemoCommand): Judged {
    const before = this.statements.get(command.orderId) ?? null;
    const decision = decideStatement(before, command, this.#context(entry));
    if (!decision.ok) return decision;
    const { event, orderEvents } = decision.value;
    this.statements.set(event.orderId, evolveStatement(before, event));
    return { ok: true, value: orderEvents };
  }

  #judgeCash(command: CashCommand, entry: DemoCommand): Judged {
    const before = this.#handovers.get(command.orderId) ?? [];
    const decision = decideCash(before, command, this.#context(entry));
    if (!decision.ok) return decision;
    this.#handovers.set(command.orderId, [...before, decision.value.event]);
    return { ok: true, value: decision.value.orderEvents };
  }

  #apply(event: OrderEvent): void {
    this.orders.set(event.orderId, evolve(this.orders.get(event.orderId) ?? null, event));
    if (event.type !== 'add-to-statement' && event.type !== 'remove-from-statement') return;
    const statement = this.statements.get(event.payload.statementId);
    if (statement) this.statements.set(statement.id, evolveLines(statement, event));
  }

  #context(entry: DemoCommand) {
    return {
      actor: actorOf(entry),
      now: entry.at,
      find: this.#find,
      order: (id: string) => this.orders.get(id),
      orderNumber: `D${this.orders.size + 1}`,
      statementNumber: `S${this.statements.size + 1}`,
    };
  }
}
