// 客戶: who orders and pays. An insurer, a 4S shop, a garage, a private person.
import Type from 'typebox';
import { referenceFields } from '../core/reference.ts';
import { Id, Phone, filledText, text } from '../core/types.ts';
import { RateCard } from '../finance/rate-card.ts';
import { targetFields } from '../orders/target-fields.ts';

export const Customer = Type.Object({
  ...referenceFields,
  /** What it is called in short, on narrow screens and in lists. */
  shortName: Type.Optional(text(40)),
  typeId: Id,
  contact: Type.Object({ name: text(60), phone: Type.Optional(Phone) }),
  /** Others to ask, each for something: claims, accounts. */
  contacts: Type.Optional(
    Type.Array(
      Type.Object({
        name: filledText(60),
        phone: Type.Optional(Phone),
        duty: Type.Optional(text(40)),
      }),
      { maxItems: 30 },
    ),
  ),
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
  /** Within how many hours after the rescue; a day when nothing is said. */
  confirmWithinHours: Type.Optional(Type.Integer({ minimum: 1, maximum: 720 })),
  /** 發票抬頭 and 稅號. */
  invoice: Type.Optional(Type.Object({ title: text(120), taxNumber: Type.Optional(text(30)) })),
  rateCards: Type.Optional(Type.Array(RateCard, { maxItems: 400 })),
  /** How soon it is to be helped; a row without services is about all others. */
  targets: Type.Optional(
    Type.Array(
      Type.Object({ serviceIds: Type.Optional(Type.Array(Id, { maxItems: 100 })), ...targetFields }),
      { maxItems: 50 },
    ),
  ),
  note: Type.Optional(text(500)),
});
export type Customer = Type.Static<typeof Customer>;
