// Draws up the account of what was entered against what is stored: every command decided once and with one
// effect, every order the fold of its events, every posting balanced, the books those of orders and statements, no
// photo and no edit of reference data lost.
import type { Database } from '../../sync-server/database/database.ts';
import { equalJson } from '#schemas/core/equal.ts';
import { readBalances } from '../../sync-server/finance/accounts.ts';
import { nextStage } from '#schemas/finance/decide.ts';
import { postingOf } from '#schemas/finance/ledger.ts';
import { isStatementCommand } from '#schemas/finance/statements/decide.ts';
import { statementPayloads } from '#schemas/finance/statements/commands.ts';
import type { StatementEvent } from '#schemas/finance/statements/events.ts';
import type { Statement } from '#schemas/finance/statements/statement.ts';
import type { CommandDocument } from '#schemas/orders/commands.ts';
import type { OrderEvent } from '#schemas/orders/events.ts';
import { evolve } from '#schemas/orders/evolve.ts';
import type { Order } from '#schemas/orders/order.ts';
import { isHeldBack } from '#schemas/sync/quarantine.ts';
import { documentScopes } from '#schemas/sync/scopes.ts';
import type { Collection, DocumentOf } from '#schemas/sync/collections.ts';
import { company } from './company.ts';
import { findLostEdits } from './edits.ts';
import type { Journal } from './journal.ts';

export interface Stored {
  readonly orders: ReadonlyMap<string, Order>;
  readonly statements: ReadonlyMap<string, Statement>;
  readonly commands: ReadonlyMap<string, CommandDocument & { readonly version: number }>;
  /** Of orders. */
  readonly events: readonly OrderEvent[];
  readonly statementEvents: readonly StatementEvent[];
}

/**
 * What does not agree, in words; empty when everything does. After a backup was restored devices offer again what
 * they had entered since: it is decided anew, and in another order; what was decided while one waited is gone.
 *
 * @param keptRefusals what was refused by a database that is gone, and is not offered again
 */
export async function audit(
  database: Database,
  journal: Journal,
  { isRestored = false, keptRefusals = new Set<string>() } = {},
): Promise<string[]> {
  const stored = await readStored(database);
  const always = [
    ...effectsOf(stored),
    ...enteredUnknown(stored, journal, keptRefusals),
    ...foldsThatDiffer(stored),
    ...numbersThatRepeat(stored),
    ...(await wrongPostings(database, stored)),
    ...(await wrongBooks(database)),
    ...linesThatDiffer(stored),
    ...(await serverFaults(database, stored)),
    ...(await wrongFiling(database)),
    ...(await wrongQuarantine(database, stored)),
  ];
  const lost = await findLostEdits(database, journal);
  if (isRestored) return [...always, ...lost];
  return [...always, ...lost, ...outOfOrder(stored), ...answersThatDiffer(stored, journal)];
}

async function readStored(database: Database): Promise<Stored> {
  const documents = await database.query<{ collection: string; id: string; body: object; version: number }>(
    `select collection, id, body, version from documents where collection in ('orders', 'commands', 'statements')`,
  );
  const of = (name: string) =>
    documents
      .filter(({ collection }) => collection === name)
      .map(({ id, body, version }) => [id, { ...body, version }] as const);
  const rows = await database.query<{ event: OrderEvent | StatementEvent }>(
    'select event from order_events order by order_id, seq',
  );
  const events = rows.map(({ event }) => event);
  return {
    orders: new Map(of('orders') as [string, Order][]),
    statements: new Map(of('statements') as [string, Statement][]),
    commands: new Map(of('commands') as [string, CommandDocument & { version: number }][]),
    events: events.filter((event): event is OrderEvent => !isOfStatement(event)),
    statementEvents: events.filter(isOfStatement),
  };
}

const isOfStatement = (event: OrderEvent | StatementEvent): event is StatementEvent =>
  isStatementCommand(event);

/** Applied or flagged: one event, and once in the timeline of its order or statement. Rejected: neither. */
function effectsOf({ orders, statements, commands, events, statementEvents }: Stored): string[] {
  const effects = new Map<string, number>();
  for (const { id } of [...events, ...statementEvents]) effects.set(id, (effects.get(id) ?? 0) + 1);
  const wrong = [...commands.values()].flatMap(({ id, type, orderId, verdict }) => {
    const expected = verdict && verdict.status !== 'rejected' ? 1 : 0;
    const told = orders.get(orderId)?.timeline ?? statements.get(orderId)?.history ?? [];
    const shown = told.filter((entry) => entry.id === id).length;
    const found = effects.get(id) ?? 0;
    if (verdict && found === expected && shown === expected) return [];
    return [`${type} ${id} (${verdict?.status}) has ${found} events and is ${shown} times in its timeline`];
  });
  const strangers = [...effects.keys()]
    .filter((id) => !commands.has(originOf(id)))
    .map((id) => `event ${id} has no command`);
  const doubled = [...effects].filter(([, count]) => count > 1).map(([id]) => `event ${id} happened twice`);
  return [...wrong, ...strangers, ...doubled];
}

/** What a statement's command makes of orders has its id, with a count. */
const originOf = (eventId: string): string => eventId.split(':')[0] ?? eventId;

/** What an app took as entered is known to the server as it was entered; and nothing else is. */
function enteredUnknown(
  { commands }: Stored,
  { entered, asked, photographed }: Journal,
  keptRefusals: ReadonlySet<string>,
): string[] {
  const lost = entered.flatMap(({ device, staffId, command }) => {
    const found = commands.get(command.id);
    if (!found && keptRefusals.has(command.id)) return [];
    if (!found) return [`${command.type} ${command.id} of ${device} is lost`];
    const same =
      equalJson({ ...found, ...undecided }, { ...command, ...undecided }) && found.actorId === staffId;
    return same ? [] : [`${command.type} ${command.id} of ${device} is stored as something else`];
  });
  const known = new Set(entered.map(({ command }) => command.id));
  const finance = new Set<string>(asked.map(({ request }) => request.type));
  const photos = new Set<unknown>(photographed.map(({ photoId }) => photoId));
  // The app tells by itself of a photo that it was killed over.
  const isOfPhoto = ({ type, payload }: CommandDocument) =>
    type === 'add-photo' && 'photoId' in payload && photos.has(payload.photoId);
  const strangers = [...commands.values()]
    .filter((command) => !known.has(command.id) && !finance.has(command.type) && !isOfPhoto(command))
    .map(({ id, type }) => `${type} ${id} was entered by nobody`);
  return [...lost, ...strangers];
}

const undecided = { actorId: undefined, decidedAt: undefined, verdict: undefined, version: undefined };

/** A device's commands build on one another: they are decided in the order in which they were entered. */
function outOfOrder({ commands }: Stored): string[] {
  const last = new Map<string, CommandDocument & { readonly version: number }>();
  const byVersion = [...commands.values()].sort((a, b) => a.version - b.version);
  return byVersion.flatMap((command) => {
    const before = last.get(command.deviceId);
    last.set(command.deviceId, command);
    if (!before || before.n < command.n || isFinance(command) || isFinance(before)) return [];
    return [`${command.type} ${command.id} (n ${command.n}) was decided after n ${before.n} of its device`];
  });
}

/** Finance is decided while one waits: two questions may be on their way at once. */
const isFinance = ({ type }: CommandDocument) =>
  Object.hasOwn(nextStage, type) || Object.hasOwn(statementPayloads, type);

/** A question is one command however often it was asked, and what was answered is what is stored. */
function answersThatDiffer({ commands }: Stored, { asked, entered }: Journal): string[] {
  const wereEntered = new Set(entered.map(({ command }) => command.id));
  return asked.flatMap(({ request, verdicts, isForgotten }) => {
    const { type, orderId, payload } = request;
    const found = [...commands.values()].filter(
      (command) =>
        command.type === type &&
        command.orderId === orderId &&
        equalJson(command.payload, payload) &&
        !wereEntered.has(command.id),
    );
    const questions = asked.filter((one) => equalJson(one.request, request)).length;
    const told = verdicts.filter(({ status }) => status !== 'offline');
    const what = `${type} of ${orderId} with ${JSON.stringify(payload)}`;
    if (found.length > questions) return [`${what} was decided ${found.length} times`];
    if (found.length === 0) return isForgotten && told.length === 0 ? [] : [`${what} was never decided`];
    if (told.length === 0 && !isForgotten) return [`${what} was never answered`];
    return told.every((verdict) => found.some((one) => equalJson(withoutId(verdict), one.verdict)))
      ? []
      : [`${what} was answered ${JSON.stringify(told)} and is stored as ${verdictsOf(found)}`];
  });
}

const verdictsOf = (commands: readonly CommandDocument[]) =>
  JSON.stringify(commands.map(({ verdict }) => verdict));
const withoutId = (verdict: object) => ({ ...verdict, id: undefined });

function foldsThatDiffer({ orders, events }: Stored): string[] {
  const folded = new Map<string, Order>();
  for (const event of events) folded.set(event.orderId, evolve(folded.get(event.orderId) ?? null, event));
  const ids = new Set([...orders.keys(), ...folded.keys()]);
  return [...ids]
    .filter((id) => !equalJson({ ...orders.get(id), version: 0 }, { ...folded.get(id), version: 0 }))
    .map((id) => `order ${id} is not the fold of its events`);
}

/** One day's numbers begin with 1 and leave no gap; a run over midnight has two days. */
function numbersThatRepeat({ orders }: Stored): string[] {
  const days = new Map<string, number[]>();
  for (const { number } of orders.values()) {
    const [day = '', count] = number.split('-');
    days.set(day, [...(days.get(day) ?? []), Number(count)]);
  }
  return [...days].flatMap(([day, counts]) => {
    const sorted = counts.sort((a, b) => a - b);
    return sorted.every((count, index) => count === index + 1)
      ? []
      : [`numbers of ${day}: ${sorted.join(' ')}`];
  });
}

async function wrongPostings(database: Database, { events }: Stored): Promise<string[]> {
  const unbalanced = await database.query<{ posting_id: string }>(
    'select posting_id from posting_lines group by posting_id having sum(amount_fen) <> 0',
  );
  const lines = await database.query<{ id: string; account: string; fen: number }>(
    'select posting_id as id, account, amount_fen as fen from posting_lines order by posting_id, line',
  );
  const ofOrders = new Set(events.filter(isPostedAlone).map(({ id }) => id));
  const found = lines
    .filter(({ id }) => ofOrders.has(id))
    .map(({ id, account, fen }) => `${id} ${account} ${fen}`)
    .sort();
  const expected = postingsOf(events).sort();
  return [
    ...unbalanced.map(({ posting_id }) => `posting ${posting_id} does not sum to zero`),
    ...(equalJson(found, expected) ? [] : ['the postings are not those that follow from the events']),
  ];
}

/** What comes onto a statement or leaves it is posted by the statement; `wrongBooks` has its sums. */
const isPostedAlone = ({ type }: OrderEvent) =>
  type !== 'add-to-statement' && type !== 'remove-from-statement';

/** What is posted is what orders, statements and drivers' cash come to. */
async function wrongBooks(database: Database): Promise<string[]> {
  const balances = await readBalances(database, company.id);
  return balances
    .filter(({ ledgerFen, documentsFen }) => ledgerFen !== documentsFen)
    .map(({ account, ledgerFen, documentsFen }) => `${account}: ${ledgerFen} posted, ${documentsFen} due`);
}

/** Where the server itself failed at what came in: it says so, and goes on, but it should not. */
async function serverFaults(database: Database, { commands }: Stored): Promise<string[]> {
  const failed = [...commands.values()].filter(({ verdict }) => verdict?.code === 'server-fault');
  const edits = await database.query<{ collection: string; id: string }>(
    `select collection, document_id as id from quarantine where code = 'server-fault' and collection <> 'commands'`,
  );
  return [
    ...failed.map(({ id, type }) => `the server failed at ${type} ${id}`),
    ...edits.map(({ collection, id }) => `the server failed at an edit of ${collection} ${id}`),
  ];
}

/** An order is on one statement at most, and that one has it. */
function linesThatDiffer({ orders, statements }: Stored): string[] {
  const byOrder = [...orders.values()].flatMap(({ id, finance }) =>
    finance.statementId === undefined ? [] : [`${id} on ${finance.statementId}`],
  );
  const byStatement = [...statements.values()].flatMap(({ id, lines }) =>
    lines.map((line) => `${line.id} on ${id}`),
  );
  if (equalJson(byOrder.sort(), byStatement.sort())) return [];
  return [`orders say ${byOrder.join(', ')}; statements say ${byStatement.join(', ')}`];
}

function postingsOf(events: readonly OrderEvent[]): string[] {
  const orders = new Map<string, Order>();
  return events.flatMap((event) => {
    const before = orders.get(event.orderId) ?? null;
    orders.set(event.orderId, evolve(before, event));
    return postingOf(before, event).map(({ account, amountFen }) => `${event.id} ${account} ${amountFen}`);
  });
}

/** What its sender had no right to is held back for a manager, once; nothing else of the commands is. */
async function wrongQuarantine(database: Database, { commands }: Stored): Promise<string[]> {
  const rows = await database.query<{ id: string }>(
    `select document_id as id from quarantine where collection = 'commands' order by document_id`,
  );
  const held = rows.map(({ id }) => id).sort();
  const expected = [...commands.values()]
    .filter((command) => isHeldBack(command.verdict?.code) && !isFinance(command))
    .map(({ id }) => id)
    .sort();
  return equalJson(held, expected)
    ? []
    : [`held back are ${held.join(' ')}, and should be ${expected.join(' ')}`];
}

/** The feed finds documents by how they are filed. */
async function wrongFiling(database: Database): Promise<string[]> {
  const rows = await database.query<{ collection: Collection; id: string; body: object; scopes: string[] }>(
    `select d.collection, d.id, d.body, array(
       select v.scope from visibility v where v.company_id = d.company_id and v.collection = d.collection
         and v.document_id = d.id and not v.gone order by v.scope) as scopes
     from documents d`,
  );
  return rows
    .filter(({ collection, body, scopes }) => {
      const expected = documentScopes(collection, body as DocumentOf<Collection>);
      return !equalJson([...expected].sort(), [...scopes].sort());
    })
    .map(({ collection, id, scopes }) => `${collection} ${id} is filed under ${scopes.join(' ')}`);
}
