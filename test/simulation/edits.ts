// Every value that somebody gave a field of reference data was stored once, or was noted as a conflict, or was
// held back for a manager; and it did not come back after another had taken its place.
import type { Database } from '../../sync-server/database/database.ts';
import { equalJson } from '#schemas/core/equal.ts';
import type { Conflict } from '#schemas/core/reference.ts';
import type { Edited, Journal } from './journal.ts';

interface State {
  readonly version: number;
  readonly body: Readonly<Record<string, unknown>> & { readonly conflicts?: readonly Conflict[] };
}

export async function findLostEdits(
  database: Database,
  { edited: all, editsBeforeRestore }: Journal,
): Promise<string[]> {
  const edited = all.slice(editsBeforeRestore);
  const history = await readHistory(database);
  const heldBack = await readHeldBack(database);
  return edited.flatMap((edit, index) => {
    const states = history.get(`${edit.collection} ${edit.id}`) ?? [];
    const times = runsOf(states, edit);
    const isNoted = isNotedIn(states, edit);
    const fault =
      (times > 1 && `was stored ${times} times`) ||
      (times === 1 && isNoted && 'was stored, and noted as a conflict as well') ||
      (times === 0 &&
        !isNoted &&
        !heldBack(edit) &&
        !isReplacedBefore(edit, edited.slice(index + 1)) &&
        'is lost');
    return fault ? [`${wordsFor(edit)} ${fault}: ${storyOf(states, edit)}`] : [];
  });
}

async function readHistory(database: Database): Promise<Map<string, State[]>> {
  const rows = await database.query<State & { collection: string; id: string }>(
    'select collection, id, version, body from test_history order by version',
  );
  const history = new Map<string, State[]>();
  for (const { collection, id, ...state } of rows) {
    const key = `${collection} ${id}`;
    history.set(key, [...(history.get(key) ?? []), state]);
  }
  return history;
}

async function readHeldBack(database: Database): Promise<(edit: Edited) => boolean> {
  const rows = await database.query<{ id: string; row: { newDocumentState: Record<string, unknown> } }>(
    `select document_id as id, row from quarantine where collection <> 'commands'`,
  );
  return ({ id, field, value }) =>
    rows.some(({ id: held, row }) => held === id && equalJson(row.newDocumentState[field], value));
}

/** How many times the field took on this value. */
function runsOf(states: readonly State[], { field, value }: Edited): number {
  const has = states.map(({ body }) => equalJson(body[field], value));
  return has.filter((now, index) => now && !has[index - 1]).length;
}

const isNotedIn = (states: readonly State[], { field, value }: Edited) =>
  states.some(({ body: { conflicts = [] } }) =>
    conflicts.some((note) => note.field === field && equalJson(note.other, value)),
  );

/** The same device has given the field another value since, which may have gone out in its place. */
const isReplacedBefore = ({ device, id, field }: Edited, later: readonly Edited[]) =>
  later.some((other) => other.device === device && other.id === id && other.field === field);

const wordsFor = ({ device, collection, id, field, value }: Edited) =>
  `${device}'s ${JSON.stringify(value)} for ${field} of ${collection} ${id}`;

/** What the field was in every version, and by which edit. */
const storyOf = (states: readonly State[], { field }: Edited) =>
  states
    .map(({ version, body }) => `${version} ${JSON.stringify([body[field], body['edit'], body.conflicts])}`)
    .join(' → ');
