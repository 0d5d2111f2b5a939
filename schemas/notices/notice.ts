// 訂單通知: an order offered by an insurer or a platform, before it becomes ours.
import Type from 'typebox';
import { Id, Instant, text } from '../core/types.ts';

export const Notice = Type.Object({
  id: Id,
  outletId: Id,
  senderId: Id,
  senderNumber: text(60),
  state: Type.Enum(['new', 'converted', 'refused']),
  receivedAt: Instant,
  orderId: Type.Optional(Id),
  version: Type.Optional(Type.Integer({ minimum: 0 })),
});
export type Notice = Type.Static<typeof Notice>;
