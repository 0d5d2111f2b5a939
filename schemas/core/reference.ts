// What every reference document carries.
import Type from 'typebox';
import { Id, Instant, filledText } from './types.ts';

/** A field two people changed differently: the earlier value stands, the other waits here for a choice. */
export const Conflict = Type.Object({
  field: Type.String({ maxLength: 60 }),
  kept: Type.Unknown(),
  other: Type.Unknown(),
  by: Id,
  at: Instant,
});
export type Conflict = Type.Static<typeof Conflict>;

/** So many wait for a choice at once. */
export const mostConflicts = 50;

export const referenceFields = {
  id: Id,
  name: filledText(120),
  /** Cannot be chosen any more; what refers to it goes on showing it. */
  disabled: Type.Boolean(),
  /** Nothing refers to it: it leaves every device, and its history stays on the server. */
  deleted: Type.Optional(Type.Boolean()),
  /** The device's last change to it, by which the server knows its own answer that got lost. */
  edit: Type.Optional(
    Type.Object({
      deviceId: Id,
      n: Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER }),
      /** The version it was made on: the device has no answer yet while the document still has it. */
      on: Type.Optional(Type.Integer({ minimum: 0 })),
    }),
  ),
  conflicts: Type.Optional(Type.Array(Conflict, { maxItems: mostConflicts })),
  version: Type.Optional(Type.Integer({ minimum: 0 })),
};
