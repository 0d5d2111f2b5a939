// The statements that a batch of commands speaks of: what becomes of them, one command after the other.
import type { DocumentChange, EventRow, PostingRow } from '../replication/changes.ts';
import type { Rejection } from '#schemas/core/codes.ts';
import type { Result } from '#schemas/core/result.ts';
import type { PostingLine } from '#schemas/finance/ledger.ts';
import { creditOf } from '#schemas/finance/statements/credit.ts';
import { decideStatement, touchesCredit, type StatementContext } from '#schemas/finance/statements/decide.ts';
import type { StatementCommand, StatementEvent } from '#schemas/finance/statements/events.ts';
import { evolveLines, evolveStatement } from '#schemas/finance/statements/evolve.ts';
import { departurePostingOf, statementPostingOf } from '#schemas/finance/statements/ledger.ts';
import type { Statement } from '#schemas/finance/statements/statement.ts';
import type { Find, OrderEvent } from '#schemas/orders/events.ts';
import { documentScopes } from '#schemas/sync/scopes.ts';

export class StatementBook {
  readonly #stored: ReadonlyMap<string, Statement>;
  readonly #statements: Map<string, Statement>;
  readonly #numbers: string[];
  readonly #changed = new Set<string>();
  readonly events: EventRow[] = [];
  readonly postings: PostingRow[] = [];

  /**
   * @param locked as they are stored; nobody else decides about them before this transaction ends
   * @param numbers one for each statement that the batch opens
   */
  constructor(locked: ReadonlyMap<string, Statement>, numbers: string[]) {
    this.#stored = locked;
    this.#statements = new Map(locked);
    this.#numbers = numbers;
  }

  /** Reads statements as this batch has left them, and everything else as before. */
  findAmong(find: Find): Find {
    return ((collection, id) =>
      collection === 'statements' ? this.#statements.get(id) : find(collection, id)) as Find;
  }

  /** @returns what becomes of orders by it */
  execute(command: StatementCommand, context: StatementContext): Result<readonly OrderEvent[], Rejection> {
    const before = this.#statements.get(command.orderId) ?? null;
    const decision = decideStatement(before, command, {
      ...context,
      ...this.#numberFor(before, command, context),
      ...(before &&
        touchesCredit(command) && { creditFen: creditOf(this.#statements.values(), before.customerId) }),
    });
    if (!decision.ok) return decision;
    const { event, orderEvents } = decision.value;
    const after = evolveStatement(before, event);
    this.#change(after);
    this.events.push(eventRow(event, after.history.length));
    this.postings.push(...postingRows(event, statementPostingOf(before, event)));
    return { ok: true, value: orderEvents };
  }

  /** A statement that is refused uses up no number. */
  #numberFor(before: Statement | null, command: StatementCommand, context: StatementContext) {
    if (command.type !== 'open-statement' || !decideStatement(before, command, context).ok) return {};
    const statementNumber = this.#numbers.shift();
    return statementNumber === undefined ? {} : { statementNumber };
  }

  /** An order that came onto a statement, or left it. */
  follow(event: OrderEvent): void {
    if (event.type !== 'add-to-statement' && event.type !== 'remove-from-statement') return;
    const before = this.#statements.get(event.payload.statementId);
    if (!before) return;
    this.#change(evolveLines(before, event));
    this.postings.push(...postingRows(event, departurePostingOf(before, event)));
  }

  #change(statement: Statement): void {
    this.#statements.set(statement.id, statement);
    this.#changed.add(statement.id);
  }

  changes(): DocumentChange[] {
    return [...this.#statements.values()]
      .filter(({ id }) => this.#changed.has(id))
      .map((statement) => {
        const { version: _, ...body } = statement;
        const scopes = documentScopes('statements', statement);
        return { collection: 'statements', id: body.id, body, scopes, isNew: !this.#stored.has(body.id) };
      });
  }
}

/** Beside the orders' events, under the statement's own id. */
function eventRow(event: StatementEvent, seq: number): EventRow {
  return {
    ...{ order_id: event.orderId, seq, event_id: event.id, type: event.type },
    ...{ actor_id: event.by, device_id: event.deviceId, recorded_at: event.recordedAt, event },
  };
}

function postingRows(
  { id, orderId, recordedAt }: StatementEvent | OrderEvent,
  lines: readonly PostingLine[],
): PostingRow[] {
  return lines.map(({ account, amountFen, orderId: spokenOf = orderId }, index) => ({
    ...{ posting_id: id, line: index + 1, order_id: spokenOf },
    ...{ account, amount_fen: amountFen, recorded_at: recordedAt },
  }));
}
