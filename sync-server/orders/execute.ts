// Executes a batch of commands of one company in one transaction. Read what they speak of, judge them one after
// the other with the shared rules, write everything in one statement.
import type { Queryable } from '../database/database.ts';
import { writeChanges, type DocumentChange, type EventRow, type PostingRow } from '../replication/changes.ts';
import { byRule } from '../replication/faults.ts';
import { holdBack, type HeldBack } from '../quarantine/quarantine.ts';
import { enqueue, type NewJob } from '../outbox/jobs.ts';
import { NoticeBook } from '../notices/book.ts';
import { CashBook } from '../finance/cash-book.ts';
import { PhotoBook } from '../photos/book.ts';
import { smsJobs } from '../sms/jobs.ts';
import { StatementBook } from '../statements/book.ts';
import { takeStatementNumbers, type Opening } from '../statements/numbers.ts';
import type { AttentionCode, Rejection } from '#schemas/core/codes.ts';
import type { Result } from '#schemas/core/result.ts';
import { isCashCommand, type CashCommand } from '#schemas/finance/cash/decide.ts';
import { openDate } from '#schemas/finance/months.ts';
import { isOnline } from '#schemas/finance/online.ts';
import { bookingsOf } from '#schemas/finance/repair.ts';
import { decideStatement, isStatementCommand } from '#schemas/finance/statements/decide.ts';
import type { StatementCommand } from '#schemas/finance/statements/events.ts';
import type { Command, CommandDocument, Verdict } from '#schemas/orders/commands.ts';
import { decide } from '#schemas/orders/decide.ts';
import type { DecideContext, Find, OrderEvent } from '#schemas/orders/events.ts';
import { evolve } from '#schemas/orders/evolve.ts';
import type { Order } from '#schemas/orders/order.ts';
import type { Actor } from '#schemas/staff/permissions.ts';
import { isHeldBack } from '#schemas/sync/quarantine.ts';
import { documentScopes } from '#schemas/sync/scopes.ts';
import { noticeOf } from '#schemas/orders/references.ts';
import { readStored, type Stored } from './stored.ts';
import { takeNumbers } from './order-numbers.ts';

export interface Submission {
  readonly actor: Actor;
  readonly command: Result<Command, Misunderstood>;
  /** ISO instant in UTC by the server's clock. */
  readonly now: string;
}

/** What came in place of a command. `document` is what can be kept of it: nothing when it has no id. */
export interface Misunderstood {
  readonly rejection: Rejection;
  readonly document?: CommandDocument;
}

/**
 * @returns a verdict per submission, in order. A command that was decided before gets the same verdict again.
 * @throws StoredMeanwhile when another transaction decided one of them at the same time: begin again
 * @throws RuleFailed
 */
export async function executeBatch(
  tx: Queryable,
  companyId: string,
  submissions: readonly Submission[],
): Promise<Verdict[]> {
  const stored = await readStored(tx, companyId, submissions);
  const work = new Work(
    companyId,
    stored,
    await takeNumbers(
      tx,
      companyId,
      stored.zone,
      byRule(() => wouldCreate(submissions, stored)),
    ),
    await takeStatementNumbers(
      tx,
      companyId,
      byRule(() => wouldOpen(submissions, stored)),
    ),
  );
  const verdicts = byRule(() => submissions.map((submission) => work.execute(submission)));
  for (const { actor, entry } of work.heldBack) await holdBack(tx, actor, [entry]);
  if (work.jobs.length > 0) await enqueue(tx, companyId, work.jobs, submissions[0]?.now ?? '');
  await writeChanges(
    tx,
    companyId,
    byRule(() => work.changes()),
  );
  return verdicts;
}

/**
 * The instants of the creations that will succeed: one that is refused, or comes a second time in the same
 * batch, uses up no number.
 */
function wouldCreate(submissions: readonly Submission[], stored: Stored): string[] {
  const commands = new Set<string>(stored.commands.keys());
  const orders = new Set<string>(stored.orders.keys());
  const notices = new Set<string>();
  return submissions.flatMap(({ actor, command, now }) => {
    const id = command.ok ? command.value.id : command.error.document?.id;
    if (id === undefined || commands.has(id)) return [];
    commands.add(id);
    if (!command.ok || !isFirst(command.value, orders, notices)) return [];
    if (!decide(null, command.value, { actor, now, find: stored.find }).ok) return [];
    const noticeId = noticeOf(command.value);
    if (noticeId) notices.add(noticeId);
    if (command.value.type === 'refuse-notice') return [];
    orders.add(command.value.orderId);
    return [now];
  });
}

/** The statements that will be opened, so that a refused one uses up no number. */
function wouldOpen(submissions: readonly Submission[], stored: Stored): Opening[] {
  const taken = new Set<string>([...stored.commands.keys(), ...stored.statements.keys()]);
  return submissions.flatMap(({ actor, command, now }) => {
    if (!command.ok || command.value.type !== 'open-statement') return [];
    const { id, orderId, payload } = command.value;
    if (taken.has(id) || taken.has(orderId)) return [];
    const context = { actor, now, find: stored.find, order: () => undefined };
    if (!decideStatement(null, command.value, context).ok) return [];
    taken.add(id).add(orderId);
    return [{ customerId: payload.customerId, until: payload.period.until }];
  });
}

/** Whether it makes an order, or settles a notice, that no earlier command of the batch has. */
function isFirst(command: Command, orders: ReadonlySet<string>, notices: ReadonlySet<string>): boolean {
  const makes = command.type === 'create-order' && !orders.has(command.orderId);
  const noticeId = noticeOf(command);
  return (makes || command.type === 'refuse-notice') && !(noticeId && notices.has(noticeId));
}

class Work {
  readonly #companyId: string;
  readonly #stored: Stored;
  readonly #numbers: string[];
  readonly #notices: NoticeBook;
  readonly #photos: PhotoBook;
  readonly #statements: StatementBook;
  readonly #cash: CashBook;
  readonly #find: Find;
  readonly #orders: Map<string, Order>;
  readonly #decided: Map<string, CommandDocument>;
  readonly #changedOrders = new Set<string>();
  readonly #newCommands: CommandDocument[] = [];
  readonly #events: EventRow[] = [];
  readonly #postings: PostingRow[] = [];
  /** What the outside world is to be told of it. */
  readonly jobs: NewJob[] = [];
  readonly heldBack: { readonly actor: Actor; readonly entry: HeldBack }[] = [];

  constructor(companyId: string, stored: Stored, numbers: string[], statementNumbers: string[]) {
    this.#companyId = companyId;
    this.#stored = stored;
    this.#numbers = numbers;
    this.#notices = new NoticeBook(stored.notices);
    this.#photos = new PhotoBook(stored.photos);
    this.#statements = new StatementBook(stored.statements, statementNumbers);
    this.#cash = new CashBook(stored.handovers);
    this.#find = this.#statements.findAmong(this.#photos.findAmong(this.#notices.findAmong(stored.find)));
    this.#orders = new Map(stored.orders);
    this.#decided = new Map(stored.commands);
  }

  execute({ actor, command, now }: Submission): Verdict {
    if (command.ok)
      return this.#decideOnce(command.value, actor, now, () => this.#judge(command.value, actor, now));
    const { document, rejection } = command.error;
    return document ? this.#decideOnce(document, actor, now, () => rejected(rejection)) : rejected(rejection);
  }

  #decideOnce(document: CommandDocument, actor: Actor, now: string, judge: () => Verdict): Verdict {
    const before = this.#decided.get(document.id);
    if (before) return verdictAgain(before, actor);
    const verdict = judge();
    const decided = { ...document, actorId: actor.id, decidedAt: now, verdict };
    this.#decided.set(document.id, decided);
    this.#newCommands.push(decided);
    if (isKept(decided)) this.heldBack.push({ actor, entry: heldBackOf(document, verdict) });
    return verdict;
  }

  #judge(command: Command, actor: Actor, now: string): Verdict {
    if (isStatementCommand(command)) return this.#judgeStatement(command, actor, now);
    if (isCashCommand(command)) return this.#judgeCash(command, actor, now);
    const order = this.#orders.get(command.orderId) ?? null;
    const decision = decide(order, command, this.#context(command, order, actor, now));
    if (!decision.ok) return rejected(decision.error);
    for (const event of decision.value) this.#apply(event);
    if (command.type === 'refuse-notice') this.jobs.push(...this.#notices.refuse(command, actor.id, now));
    const flag = decision.value.find((event) => event.flag)?.flag;
    return flag && !isIntended(flag) ? { status: 'flagged', code: flag } : { status: 'applied' };
  }

  #judgeStatement(command: StatementCommand, actor: Actor, now: string): Verdict {
    const order = (id: string) => this.#orders.get(id);
    const decision = this.#statements.execute(command, { actor, now, find: this.#find, order });
    if (!decision.ok) return rejected(decision.error);
    for (const event of decision.value) this.#apply(event);
    return { status: 'applied' };
  }

  #judgeCash(command: CashCommand, actor: Actor, now: string): Verdict {
    const order = (id: string) => this.#orders.get(id);
    const decision = this.#cash.execute(command, { actor, now, find: this.#find, order });
    if (!decision.ok) return rejected(decision.error);
    for (const event of decision.value) this.#apply(event);
    return { status: 'applied' };
  }

  #context(command: Command, order: Order | null, actor: Actor, now: string): DecideContext {
    const base = { actor, now, find: this.#find, closedUntil: this.#stored.closedUntil };
    if (command.type !== 'create-order' || order) return base;
    const [orderNumber] = this.#numbers;
    return orderNumber && decide(null, command, base).ok
      ? { ...base, orderNumber: this.#numbers.shift() ?? orderNumber }
      : base;
  }

  #apply(event: OrderEvent): void {
    const before = this.#orders.get(event.orderId) ?? null;
    const after = evolve(before, event);
    this.#orders.set(after.id, after);
    this.#changedOrders.add(after.id);
    this.#events.push(eventRow(event, after.timeline.length));
    this.#postings.push(...postingRows(before, event, after));
    this.#photos.apply(event, after);
    this.#statements.follow(event);
    this.jobs.push(...this.#notices.apply(before, event, after, this.#find), ...smsJobs(event));
  }

  /** Orders first, so that a command's verdict never has a lower version than what it did. */
  changes() {
    const orders = [...this.#changedOrders].map((id) => this.#orderChange(id));
    const commands = this.#newCommands.map(commandChange);
    const others = [this.#notices, this.#photos, this.#statements].flatMap((book) => book.changes());
    return {
      documents: [...orders, ...others, ...commands],
      events: [...this.#events, ...this.#statements.events, ...this.#cash.events],
      postings: [...this.#postings, ...this.#statements.postings, ...this.#cash.postings].map((row) =>
        dated(row, this.#stored.closedUntil),
      ),
    };
  }

  #orderChange(id: string): DocumentChange {
    const order = this.#orders.get(id);
    if (!order) throw new Error(`Order ${id} of ${this.#companyId} vanished from its own batch`);
    const { version: _, ...body } = order;
    const isNew = !this.#stored.orders.has(id);
    return { collection: 'orders', id, body, scopes: documentScopes('orders', order), isNew };
  }
}

/** What is flagged because somebody wanted it so is no news to him. */
const isIntended = (flag: AttentionCode): boolean => flag === 'declined' || flag === 'sent-back';

/** Finance is decided while the person waits: there is nothing that somebody else would have to pick up. */
const isKept = ({ type, verdict }: CommandDocument): boolean => isHeldBack(verdict?.code) && !isOnline(type);

const heldBackOf = (command: CommandDocument, { code = '', detail }: Verdict): HeldBack => ({
  collection: 'commands',
  id: command.id,
  orderId: command.orderId,
  row: command,
  // What came in place of one was cut down to what a document holds.
  isValid: true,
  code,
  detail,
});

function commandChange(document: CommandDocument): DocumentChange {
  const scopes = documentScopes('commands', document);
  return { collection: 'commands', id: document.id, body: document, scopes, isNew: true };
}

const rejected = ({ code, detail }: Rejection): Verdict => ({
  status: 'rejected',
  code,
  ...(detail && { detail }),
});

/** An id that somebody else has used says nothing about his command. */
function verdictAgain(document: CommandDocument, actor: Actor): Verdict {
  if (document.actorId === actor.id && document.verdict) return document.verdict;
  return rejected({ code: 'invalid-command', detail: 'id is in use' });
}

function eventRow(event: OrderEvent, seq: number): EventRow {
  return {
    order_id: event.orderId,
    seq,
    event_id: event.id,
    type: event.type,
    actor_id: event.by,
    device_id: event.deviceId,
    recorded_at: event.recordedAt,
    event,
  };
}

/** An entry that would fall into a closed month is dated at the first moment after it. */
function dated(row: PostingRow, closedUntil: string | null): PostingRow {
  const wanted = row.booked_at ?? row.recorded_at;
  const date = openDate(wanted, closedUntil);
  return date === wanted ? row : { ...row, booked_at: date };
}

/** One posting has the event's id, several count on from it. */
function postingRows(before: Order | null, event: OrderEvent, after: Order): PostingRow[] {
  const bookings = bookingsOf(before, event, after);
  return bookings.flatMap(({ lines, date }, place) =>
    lines.map(({ account, amountFen }, index) => ({
      posting_id: bookings.length === 1 ? event.id : `${event.id}:${place + 1}`,
      line: index + 1,
      order_id: event.orderId,
      account,
      amount_fen: amountFen,
      recorded_at: event.recordedAt,
      ...(date !== undefined && { booked_at: date }),
    })),
  );
}
