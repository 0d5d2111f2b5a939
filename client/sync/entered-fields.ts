// Which fields of a command or of a document a person entered, and what stood there before, where that is known.
import { equalJson } from '#schemas/core/equal.ts';

export interface EnteredField {
  readonly field: string;
  readonly value: unknown;
  /** Absent: it is not known, or there was nothing yet. */
  readonly before?: { readonly value: unknown };
}

/** Fields that belong to the protocol or lead elsewhere: nobody typed them. */
const notTyped = new Set([
  ...['id', 'version', 'edit', 'conflicts', '_deleted', '_rev', '_meta', '_attachments'],
  ...['copiedFrom', 'noticeId', 'callId', 'signaturePhotoId', 'seen'],
  ...['photoId', 'replaces', 'sha256', 'bytes', 'kind', 'slot', 'takenAt', 'source'],
]);

/** An edit's fields are those that it changes, each with what its author saw. */
export function fieldsOfPayload(payload: unknown): EnteredField[] {
  if (!isRecord(payload)) return [];
  const { patch, base, ...rest } = payload;
  if (!isRecord(patch)) return typedIn(payload).map(([field, value]) => ({ field, value }));
  const seen = isRecord(base) ? base : {};
  return [
    ...typedIn(patch).map(([field, value]) => ({ field, value, before: { value: seen[field] ?? null } })),
    ...typedIn(rest).map(([field, value]) => ({ field, value })),
  ];
}

/** Of a document that was changed only what differs; of a new one everything that is filled. */
export function fieldsOfDocument(entered: Readonly<Record<string, unknown>>): EnteredField[] {
  const { newDocumentState: mine, assumedMasterState: assumed } = entered;
  if (!isRecord(mine)) return [];
  if (!isRecord(assumed)) return typedIn(mine).map(([field, value]) => ({ field, value }));
  const fields = new Set([...Object.keys(assumed), ...Object.keys(mine)]);
  return [...fields]
    .filter((field) => !notTyped.has(field) && !equalJson(mine[field], assumed[field]))
    .map((field) => ({
      field,
      value: mine[field] ?? null,
      before: { value: assumed[field] ?? null },
    }));
}

const typedIn = (record: Readonly<Record<string, unknown>>): [field: string, value: unknown][] =>
  Object.entries(record).filter(([field]) => !notTyped.has(field));

/** The plate in a creation's payload. */
export function plateIn(payload: unknown): string | undefined {
  const car = isRecord(payload) ? payload['car'] : undefined;
  const plate = isRecord(car) ? car['plate'] : undefined;
  return typeof plate === 'string' ? plate : undefined;
}

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
