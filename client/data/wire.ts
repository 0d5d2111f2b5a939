// The requests of the replication, and the checks of what comes back.
import type { Objection, RejectionCode } from '#schemas/core/codes.ts';
import { fail, ok, type Result } from '#schemas/core/result.ts';
import type { Collection } from '#schemas/sync/collections.ts';
import type { Digest } from '#schemas/sync/digest.ts';
import type { Checkpoint, Page } from '#schemas/sync/protocol.ts';
import { currentDefinition, type DefinitionOf } from './database.ts';
import type { HealingServer } from './healing.ts';
import type { Http, RequestFailure } from './http.ts';

export interface PushRow {
  readonly newDocumentState: object;
  readonly assumedMasterState?: object | undefined;
}

interface WireDeps {
  readonly http: Http;
  readonly definitionOf?: DefinitionOf;
}

export const pathOf = (name: Collection, { definitionOf = currentDefinition }: WireDeps): string =>
  `/replication/${name}/${definitionOf(name).version}`;

export async function fetchPage(
  http: Http,
  path: string,
  { id, lwt }: Checkpoint,
  limit: number,
): Promise<Result<Page, RequestFailure>> {
  const query = new URLSearchParams({ id, lwt: String(lwt), limit: String(limit) });
  const answer = await http.getJson(`${path}/pull?${query}`);
  if (!answer.ok) return answer;
  return isPage(answer.value) ? ok(answer.value) : fail({ kind: 'unreachable' });
}

function isPage(value: unknown): value is Page {
  return (
    typeof value === 'object' &&
    value !== null &&
    'documents' in value &&
    Array.isArray(value.documents) &&
    'checkpoint' in value &&
    typeof value.checkpoint === 'object' &&
    value.checkpoint !== null &&
    'lwt' in value.checkpoint
  );
}

/** A row that the server did not take, with its reason. */
export interface RefusedRow extends Objection {
  readonly id: string;
}

export interface PushAnswer {
  readonly documents: object[];
  readonly refused: readonly RefusedRow[];
}

/** That they are too large for one request says something about the rows: see portions.ts. */
export async function pushRows(
  http: Http,
  path: string,
  rows: readonly PushRow[],
): Promise<Result<PushAnswer | 'too-large', RequestFailure>> {
  // Every row is answered, with its verdict or its version: see unanswered.ts.
  const answer = await http.postJson(`${path}/push?answer=all`, rows);
  if (!answer.ok)
    return answer.error.kind === 'refused' && answer.error.status === 413 ? ok('too-large') : answer;
  return Array.isArray(answer.value) ? ok(answerIn(answer.value)) : fail({ kind: 'unreachable' });
}

/** The reasons stand beside the documents, and must not get into the storage with them. */
function answerIn(answers: readonly (object & { readonly _refused?: unknown })[]): PushAnswer {
  const documents = answers.map(({ _refused, ...document }) => document);
  const refused = answers.flatMap(({ _refused: why, ...document }) => {
    const id = fieldOf(document, 'id');
    const [code, detail, field] = ['code', 'detail', 'field'].map((name) => textIn(why, name));
    if (typeof id !== 'string' || code === undefined) return [];
    return [{ id, code: code as RejectionCode, ...(detail && { detail }), ...(field && { field }) }];
  });
  return { documents, refused };
}

function textIn(value: unknown, name: string): string | undefined {
  const text = fieldOf(value, name);
  return typeof text === 'string' ? text : undefined;
}

/** What the server knows of these: as they are, as tombstones, or marked `unknown`. */
export async function fetchDocuments(
  http: Http,
  path: string,
  ids: readonly string[],
): Promise<Result<Page['documents'], RequestFailure>> {
  const answer = await http.postJson(`${path}/documents`, { ids });
  if (!answer.ok) return answer;
  const documents = fieldOf(answer.value, 'documents');
  return Array.isArray(documents) ? ok(documents) : fail({ kind: 'unreachable' });
}

type Talk = <Value>(request: () => Promise<Result<Value, RequestFailure>>) => Promise<Value>;

export function healingServer(deps: WireDeps, talk: Talk): HealingServer {
  const { http, definitionOf = currentDefinition } = deps;
  return {
    digests: (names) => {
      const asked = names.map((name) => `${name}:${definitionOf(name).version}`);
      return talk(async () => {
        const answer = await http.getJson(`/replication/digests?collections=${asked.join(',')}`);
        return answer.ok ? ok(digestsIn(answer.value)) : answer;
      });
    },
    inventory: (name) =>
      talk(async () => {
        const answer = await http.getJson(`${pathOf(name, deps)}/inventory`);
        if (!answer.ok) return answer;
        const held = fieldOf(answer.value, 'held');
        return isObject(held) ? ok(new Map(numbersIn(held))) : fail({ kind: 'unreachable' });
      }),
  };
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

const fieldOf = (value: unknown, field: string): unknown =>
  isObject(value) ? Object.entries(value).find(([name]) => name === field)?.[1] : undefined;

const numbersIn = (held: object): [string, number][] =>
  Object.entries(held).filter((entry): entry is [string, number] => typeof entry[1] === 'number');

/** A collection without a proper checksum is left alone. */
function digestsIn(value: unknown): Partial<Record<Collection, Digest & { last: number }>> {
  const digests = fieldOf(value, 'digests');
  const proper = Object.entries(isObject(digests) ? digests : {}).filter(([, digest]) =>
    ['count', 'sum', 'last'].every((field) => typeof fieldOf(digest, field) === 'number'),
  );
  return Object.fromEntries(proper);
}
