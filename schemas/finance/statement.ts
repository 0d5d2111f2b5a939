// 對賬單: many orders of one customer settled together.
import Type from 'typebox';
import { Fen, Id, Instant, text } from '../core/types.ts';

export const Statement = Type.Object({
  id: Id,
  name: text(120),
  customerId: Id,
  state: Type.Enum(['draft', 'sent', 'confirmed', 'disputed', 'settled']),
  orderIds: Type.Array(Id),
  totalFen: Fen,
  createdAt: Instant,
  version: Type.Optional(Type.Integer({ minimum: 0 })),
});
export type Statement = Type.Static<typeof Statement>;
