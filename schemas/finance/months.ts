// Closing the books by month. A month is one of the company's zone; what is closed takes no entry any more, and what is
// corrected later is dated in the open time.
import Type from 'typebox';
import { filledText } from '../core/types.ts';
import type { StatementState } from './statements/statement.ts';

/** 2026-03 */
export const Month = Type.String({ pattern: '^\\d{4}-(0[1-9]|1[0-2])$' });
export const Reopening = Type.Object({ reason: filledText(500) });

export interface MonthClosing {
  readonly seq: number;
  readonly kind: 'close' | 'reopen';
  readonly month: string;
  readonly by: string;
  readonly at: string;
  /** Why it was opened again. */
  readonly reason?: string;
  /** What each account stood at by the end of the month, in fen. */
  readonly balances?: Readonly<Record<string, number>>;
}

/** `open`: it is over, and can be closed. `running`: it is not over. */
export type MonthState = 'running' | 'open' | 'closed';

export interface BookMonth {
  readonly month: string;
  readonly state: MonthState;
  /** What was earned in it, and what came in as money, in fen. */
  readonly revenueFen: number;
  readonly receivedFen: number;
  readonly entries: number;
  /** The latest first. */
  readonly closings: readonly MonthClosing[];
}

export interface BookMonths {
  /** ISO instant; null: nothing was ever closed. */
  readonly closedUntil: string | null;
  /** The latest first. */
  readonly months: readonly BookMonth[];
}

/** What is not finished of a month: it may be closed all the same, and is booked later when it comes. */
export interface OpenItems {
  readonly orders: readonly OpenOrder[];
  readonly statements: readonly {
    readonly id: string;
    readonly name: string;
    readonly state: StatementState;
  }[];
  /** How many there are of each, where not all are listed. */
  readonly counts: Readonly<Record<OpenStage, number>>;
}

export const openStages = ['unverified', 'verified', 'priced'] as const;
export type OpenStage = (typeof openStages)[number];

export interface OpenOrder {
  readonly id: string;
  readonly number: string;
  readonly stage: OpenStage;
}

/** The month that can be opened again: the last one that is closed. */
export const lastClosed = (months: readonly BookMonth[]): BookMonth | undefined =>
  months.find(({ state }) => state === 'closed');

/**
 * The date of an entry: what would fall into a closed month is dated at the first moment after it.
 * @param wanted ISO instant
 */
export const openDate = (wanted: string, closedUntil: string | null): string =>
  closedUntil !== null && Date.parse(wanted) < Date.parse(closedUntil) ? closedUntil : wanted;
