// The wire between a device and the server: RxServer's paths and shapes, so that a stock client understands
// them, and one stream of our own that carries all collections.
import Type from 'typebox';
import type { Collection } from './collections.ts';

/**
 * `lwt` is the company's version up to which everything of a person's scopes was handed out. `id` names the
 * database's epoch and the scopes it was handed out for, so that a restored backup or a change of role is
 * noticed; a stock client only carries it along. The start is `{id: '', lwt: 0}`.
 */
export interface Checkpoint {
  readonly id: string;
  readonly lwt: number;
}

export const PushRow = Type.Object({
  assumedMasterState: Type.Optional(Type.Union([Type.Object({ id: Type.String() }), Type.Null()])),
  newDocumentState: Type.Object({
    id: Type.String({ minLength: 1, maxLength: 64, pattern: '^[^\\u0000-\\u001f]*$' }),
  }),
});
export type PushRow = Type.Static<typeof PushRow>;

/** The least of a row that can be answered: something that names itself. */
export const Addressed = Type.Object({ newDocumentState: Type.Object({ id: Type.String() }) });

export interface Page<Doc = Record<string, unknown>> {
  readonly documents: readonly (Doc & { readonly _deleted: boolean })[];
  readonly checkpoint: Checkpoint;
}

/**
 * A message of the stream of all collections. A device whose own version is below `previous` has missed
 * something and pulls; one whose version is at or above the checkpoint has it already.
 */
export interface StreamMessage {
  readonly collection: Collection;
  readonly previous: number;
  readonly documents: Page['documents'];
  readonly checkpoint: Checkpoint;
}

export const limits = {
  pullDefault: 200,
  pullMax: 1000,
  pushRows: 500,
  bodyBytes: 2_000_000,
  jsonDepth: 20,
} as const;
