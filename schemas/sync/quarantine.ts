// What is held back: entered by somebody who had lost the right to it when it arrived. It is kept for a manager.
import Type from 'typebox';
import type { RejectionCode } from '../core/codes.ts';
import type { Collection } from './collections.ts';

const heldBackCodes: readonly RejectionCode[] = [
  'sender-disabled',
  'not-permitted',
  'outlet-not-yours',
  'order-not-found',
  'server-fault',
  'conflicts-full',
];

/**
 * Whether a refused command is kept for a manager. Other refusals are about the order, and its sender can mend
 * them himself.
 */
export const isHeldBack = (code: string | undefined): boolean =>
  heldBackCodes.some((known) => known === code);

/** `taken-over`: entered again by the manager. `done`: settled otherwise. `discarded`: not wanted any more. */
export const Resolution = Type.Object({
  resolution: Type.Enum(['taken-over', 'done', 'discarded']),
  note: Type.Optional(Type.String({ maxLength: 500 })),
});
export type Resolution = Type.Static<typeof Resolution>;

export interface QuarantineEntry {
  readonly id: number;
  readonly kind: 'command' | 'document';
  readonly collection: Collection;
  readonly documentId: string;
  readonly actorId: string;
  readonly actorName: string;
  readonly deviceId?: string;
  readonly code: string;
  readonly detail?: string;
  /** The command, or `{newDocumentState, assumedMasterState?}`. */
  readonly entered: Readonly<Record<string, unknown>>;
  /** ISO instant. */
  readonly receivedAt: string;
  readonly handledAt?: string;
  /** Id of a staff document. */
  readonly handledBy?: string;
  readonly resolution?: Resolution['resolution'];
  readonly note?: string;
}
