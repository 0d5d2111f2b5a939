// 客戶: who orders and pays. An insurer, a 4S shop, a garage, a private person.
import Type from 'typebox';
import { referenceFields } from '../core/reference.ts';
import { Id, Phone, text } from '../core/types.ts';

export const Customer = Type.Object({
  ...referenceFields,
  typeId: Id,
  contact: Type.Object({ name: text(60), phone: Type.Optional(Phone) }),
  address: Type.Optional(text(200)),
  /** Outlets that serve it; none means all. */
  outletIds: Type.Array(Id, { maxItems: 200 }),
  settlement: Type.Object({
    cycle: Type.Enum(['per-order', 'monthly']),
    day: Type.Optional(Type.Integer({ minimum: 1, maximum: 28 })),
    method: Type.Optional(Id),
  }),
  /** Results need the customer's confirmation (結果確認). */
  needsConfirmation: Type.Boolean(),
});
export type Customer = Type.Static<typeof Customer>;
