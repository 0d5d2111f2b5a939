// What was decided. One command makes at most one event, and the event carries the command's id: to apply a
// command twice is visible and does nothing.
import type { AttentionCode, Rejection } from '../core/codes.ts';
import type { Collection as CashCollection, TakenCash } from '../finance/cash/cash.ts';
import type { StatementLine } from '../finance/statements/statement.ts';
import type { Result } from '../core/result.ts';
import type { Collection, ReferenceOf } from '../sync/collections.ts';
import type { Actor } from '../staff/permissions.ts';
import type { Command } from './commands.ts';
import type { Message } from '../sms/compose.ts';
import type { TimeTargets } from './target-fields.ts';
import type { Crew } from './offer.ts';
import type { Change, FinanceStage, OrderStatus } from './order.ts';

/** The command as applied, with what was decided about it. Order and ledger are folds of these. */
export type OrderEvent = Command & {
  readonly by: string;
  /** The server's clock (on a device, while not yet sent: the device's). */
  readonly recordedAt: string;
  /** The status from here on; absent when this changed none. */
  readonly status?: OrderStatus;
  readonly stage?: FinanceStage;
  readonly flag?: AttentionCode;
  /** The order's number, given at creation by the server. */
  readonly number?: string;
  /** Whether the customer wants to confirm the result (結果確認), where this chose the customer. */
  readonly awaitsConfirmation?: boolean;
  /** How soon the order is to be done, as agreed when it is taken. */
  readonly targets?: TimeTargets;
  /** Whose it is from here on, where an offer was accepted. */
  readonly assignment?: Crew;
  /** A message as it was written. */
  readonly message?: Message;
  /** What a repair changed. */
  readonly changes?: readonly Change[];
  /** The order as it came onto a statement. */
  readonly line?: StatementLine;
  /** Who holds how much in cash of it from here on. */
  readonly cash?: CashCollection;
  /** What a payment makes of that. */
  readonly taken?: TakenCash;
  /** The handover in which it was counted, and what that settles of the order. */
  readonly handoverId?: string;
  readonly settledFen?: number;
  /** The dates of what a repair of finance books again, where they are not that of the repair. */
  readonly dates?: { readonly price?: string; readonly payment?: string };
};

export type Decision = Result<readonly OrderEvent[], Rejection>;

export interface DecideContext {
  /** Until when the books are closed: an ISO instant. Known to the server. */
  readonly closedUntil?: string | null;
  readonly actor: Actor;
  /** ISO instant in UTC. */
  readonly now: string;
  /** Reads reference data; `undefined` when there is no such document (or this device does not hold it). */
  readonly find: Find;
  /** The next number of the company's orders; absent on a device. */
  readonly orderNumber?: string;
}

export type Find = <Name extends Collection>(collection: Name, id: string) => ReferenceOf<Name> | undefined;
