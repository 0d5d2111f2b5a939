// What was decided about a statement. Like an order's, an event carries its command's id.
import type { Command } from '../../orders/commands.ts';
import type { statementPayloads } from './commands.ts';
import type { Allocation, StatementLine, StatementState } from './statement.ts';

/** About one order, and decided as its command. */
export type LineCommand = Extract<Command, { type: 'add-to-statement' | 'remove-from-statement' }>;
export type StatementType = Exclude<keyof typeof statementPayloads, LineCommand['type']>;
export type StatementCommand = Extract<Command, { type: StatementType }>;

export type StatementEvent = StatementCommand & {
  readonly by: string;
  /** The server's clock. */
  readonly recordedAt: string;
  readonly state: StatementState;
  /** Given when it is opened. */
  readonly number?: string;
  readonly name?: string;
  /** As they are from here on: taken over from the orders. */
  readonly lines?: readonly StatementLine[];
  /** By what lines become more or less. */
  readonly adjustments?: readonly Allocation[];
  readonly allocations?: readonly Allocation[];
  readonly overFen?: number;
  /** Ids of the lines whose orders are posted by it, or are not any more. */
  readonly posts?: readonly string[];
};
