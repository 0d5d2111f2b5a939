// The record of a photo; its bytes travel apart from it.
import Type from 'typebox';
import { Id, Instant, text } from '../core/types.ts';

export const Photo = Type.Object({
  id: Id,
  orderId: Id,
  outletId: Id,
  driverId: Type.Optional(Id),
  slot: text(40),
  takenAt: Instant,
  by: Id,
  /** Hex SHA-256 of the bytes. */
  sha256: Type.String({ maxLength: 64 }),
  state: Type.Enum(['waiting', 'stored']),
  version: Type.Optional(Type.Integer({ minimum: 0 })),
});
export type Photo = Type.Static<typeof Photo>;
