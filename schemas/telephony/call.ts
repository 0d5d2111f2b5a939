// 話務: one telephone call as the outlet's call system told of it.
import Type from 'typebox';
import { Id, Instant, text } from '../core/types.ts';

export const Call = Type.Object({
  id: Id,
  outletId: Id,
  /** The employee whose extension rings. */
  staffId: Type.Optional(Id),
  extension: text(16),
  caller: text(32),
  state: Type.Enum(['ringing', 'answered', 'ended']),
  startedAt: Instant,
  version: Type.Optional(Type.Integer({ minimum: 0 })),
});
export type Call = Type.Static<typeof Call>;
