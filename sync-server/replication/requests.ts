// What devices ask the replication, parsed at the door.
import type { Request } from 'express';
import { Problem } from '../http/problem.ts';
import { isStorable } from '#schemas/core/storable.ts';
import { collections, isCollection, type Collection } from '#schemas/sync/collections.ts';
import { limits, type Checkpoint } from '#schemas/sync/protocol.ts';
import { standingOfVersion, type Convert, type Versioned } from '#schemas/sync/versions.ts';

export type VersionsOf = (name: Collection) => Versioned;

/** A collection as a device of some version knows it. */
export interface Asked {
  readonly name: Collection;
  /** From the device's version to the server's; undefined when they are the same. */
  readonly up: Convert | undefined;
  readonly down: Convert | undefined;
}

export const currentVersions: VersionsOf = (name) => collections[name];

export const collectionAsked = ({ params }: Request, versions: VersionsOf): Asked =>
  standingAsked(String(params['collection']), String(params['version']), versions);

function standingAsked(name: string, version: string, versions: VersionsOf): Asked {
  if (!isCollection(name)) throw new Problem('not-found', `There is no collection ${name}`);
  const asked = /^\d{1,6}$/.test(version) ? Number(version) : -1;
  const standing = standingOfVersion(versions(name), asked);
  const served = `${name} is served in version ${versions(name).version}`;
  if (standing.kind === 'too-old') throw new Problem('schema-version', served);
  if (standing.kind === 'too-new') throw new Problem('server-older', served);
  return standing.kind === 'former' ? { name, ...standing } : { name, up: undefined, down: undefined };
}

/** `collections=orders,customers`; a device of a former version names it: `customers:0`. */
export function collectionsAsked({ query }: Request, versions: VersionsOf): Asked[] {
  const words = typeof query['collections'] === 'string' ? query['collections'].split(',') : [];
  const asked = new Map<string, Asked>();
  for (const word of words) {
    const [name = '', version] = word.split(':', 2);
    if (!isCollection(name)) throw notNames;
    asked.set(name, standingAsked(name, version ?? String(versions(name).version), versions));
  }
  if (asked.size === 0) throw notNames;
  return [...asked.values()];
}

const notNames = new Problem('invalid-request', 'collections has to list collections, separated by commas');

export function pullQuery({ query }: Request): { checkpoint: Checkpoint; limit: number } {
  const id = typeof query['id'] === 'string' ? query['id'] : '';
  const lwt = wholeNumber(query['lwt'], 'lwt', 0);
  const limit = wholeNumber(query['limit'], 'limit', limits.pullDefault);
  return { checkpoint: { id, lwt }, limit: Math.min(Math.max(limit, 1), limits.pullMax) };
}

function wholeNumber(value: unknown, name: string, fallback: number): number {
  if (value === undefined || value === '') return fallback;
  const number = Number(value);
  if (typeof value !== 'string' || !Number.isSafeInteger(number) || number < 0) {
    throw new Problem('invalid-request', `${name} has to be a whole number from 0`);
  }
  return number;
}

export function rowsOf({ body }: Request): unknown[] {
  if (!Array.isArray(body)) throw new Problem('invalid-request', 'The body has to be an array of rows');
  if (body.length > limits.pushRows)
    throw new Problem('too-large', `At most ${limits.pushRows} rows at once`);
  return body;
}

export function idsOf({ body }: Request): string[] {
  const ids: unknown = typeof body === 'object' && body !== null && 'ids' in body ? body.ids : undefined;
  if (!Array.isArray(ids)) throw new Problem('invalid-request', 'ids has to be an array of ids');
  if (ids.length > limits.pushRows) throw new Problem('too-large', `At most ${limits.pushRows} ids at once`);
  return ids.filter((id): id is string => typeof id === 'string' && id.length <= 64 && isStorable(id));
}

/** The rows as the server's version has them; what cannot be converted stays as it is and is refused. */
export function rowsUp(rows: readonly unknown[], up: Convert | undefined): readonly unknown[] {
  if (!up) return rows;
  return rows.map((row) => {
    if (!isRecord(row)) return row;
    const { newDocumentState, assumedMasterState, ...rest } = row;
    return {
      ...rest,
      newDocumentState: converted(newDocumentState, up),
      ...(assumedMasterState !== undefined && { assumedMasterState: converted(assumedMasterState, up) }),
    };
  });
}

export const converted = (document: unknown, convert: Convert): unknown =>
  isRecord(document) && document['_deleted'] !== true ? convert(document) : document;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Pages are text; only a device of a former version has them read and written again. */
export function pageDown(text: string, down: Convert | undefined): string {
  if (!down) return text;
  const page = JSON.parse(text) as { documents: unknown[] };
  return JSON.stringify({ ...page, documents: page.documents.map((document) => converted(document, down)) });
}
