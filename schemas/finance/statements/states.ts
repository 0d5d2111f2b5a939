// The life of a statement as one total table.
//
//   draft → sent → confirmed → settled       settled: everything was received, and nothing is disputed
//   │ ↑      ↓ ↖        ↓
//   │ └── reopened ←─ disputed               back to draft only while nothing was received
//   ↓
//   discarded                                its orders are free, its number is not given again
import type { StatementState } from './statement.ts';

export type StatementMove =
  | 'change'
  | 'discard'
  | 'send'
  | 'reopen'
  | 'confirm'
  | 'dispute'
  | 'settle-dispute'
  | 'receive'
  | 'reverse-receipt';

export type StatementCell =
  | {
      readonly go: true;
      /** The new state, absent when it stays. */
      readonly next?: StatementState;
      /** The new state when nothing is left to be done of its kind: no open dispute, nothing to be received. */
      readonly done?: StatementState;
    }
  | { readonly go: false; readonly code: 'wrong-statement-state' | 'dispute-open' | 'no-dispute' };

const stay: StatementCell = { go: true };
const to = (next: StatementState): StatementCell => ({ go: true, next });
const until = (done: StatementState): StatementCell => ({ go: true, done });
const no = (
  code: Extract<StatementCell, { go: false }>['code'] = 'wrong-statement-state',
): StatementCell => ({
  go: false,
  code,
});

export const statementTable: Record<StatementMove, Record<StatementState, StatementCell>> = {
  change: { draft: stay, sent: no(), confirmed: no(), disputed: no(), settled: no(), discarded: no() },
  discard: {
    draft: to('discarded'),
    sent: no(),
    confirmed: no(),
    disputed: no(),
    settled: no(),
    discarded: no(),
  },
  send: { draft: to('sent'), sent: no(), confirmed: no(), disputed: no(), settled: no(), discarded: no() },
  reopen: {
    draft: no(),
    sent: to('draft'),
    confirmed: to('draft'),
    disputed: to('draft'),
    settled: no(),
    discarded: no(),
  },
  confirm: {
    draft: no(),
    sent: to('confirmed'),
    confirmed: no(),
    disputed: no('dispute-open'),
    settled: no(),
    discarded: no(),
  },
  dispute: {
    draft: no(),
    sent: to('disputed'),
    confirmed: to('disputed'),
    disputed: stay,
    settled: no(),
    discarded: no(),
  },
  'settle-dispute': {
    draft: stay,
    sent: no('no-dispute'),
    confirmed: no('no-dispute'),
    disputed: until('sent'),
    settled: no('no-dispute'),
    discarded: no(),
  },
  receive: {
    draft: no(),
    sent: until('settled'),
    confirmed: until('settled'),
    disputed: stay,
    settled: no(),
    discarded: no(),
  },
  'reverse-receipt': {
    draft: no(),
    sent: stay,
    confirmed: stay,
    disputed: stay,
    settled: to('sent'),
    discarded: no(),
  },
};
