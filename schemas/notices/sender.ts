// Who may send notices, as an administrator sets it up.
import Type from 'typebox';
import { Id, filledText } from '../core/types.ts';

/** Our ids by the sender's words. */
const words = Type.Record(Type.String({ minLength: 1, maxLength: 120 }), Id, { maxProperties: 500 });

export const SenderInput = Type.Object({
  name: filledText(120),
  customerId: Type.Optional(Id),
  outletId: Type.Optional(Id),
  services: words,
  customers: words,
  /** Where it hears of its orders: https only. */
  callbackUrl: Type.Optional(Type.String({ minLength: 8, maxLength: 500, pattern: '^https?://[^\\s]+$' })),
  disabled: Type.Boolean(),
});
export type SenderInput = Type.Static<typeof SenderInput>;

export interface Sender extends SenderInput {
  readonly id: string;
  /** The last part of the address that it posts to. */
  readonly key: string;
  /** ISO instants. */
  readonly createdAt: string;
  /** Until when the former secret is valid as well. */
  readonly previousUntil?: string;
}

/** As it stands in the list. */
export interface ListedSender extends Sender {
  /** An ISO instant; absent: nothing has come yet. */
  readonly lastNoticeAt?: string;
  /** How many of the messages for it wait to be tried again, and how many were given up. */
  readonly waiting: number;
  readonly dead: number;
}

/** The answer to making a sender, or a new secret: it is shown this once. */
export interface SenderWithSecret {
  readonly sender: Sender;
  readonly secret: string;
}

/** How long a former secret stays valid. */
export const rotationHours = 72;

/** What became of something that was to be told to the outside world. */
export interface Delivery {
  readonly id: string;
  readonly kind: string;
  readonly state: 'waiting' | 'done' | 'dead';
  readonly attempts: number;
  /** ISO instants. */
  readonly createdAt: string;
  readonly dueAt?: string;
  readonly finishedAt?: string;
  /** What came of the last try, in English. */
  readonly outcome?: string;
  readonly senderName?: string;
  readonly noticeId?: string;
  readonly number?: string;
  readonly event?: string;
}
