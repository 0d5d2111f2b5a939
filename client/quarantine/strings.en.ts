// The page of what the server holds back for a manager.
import type { QuarantineStrings } from './strings.ts';

export default {
  title: 'Held back',
  about:
    'What employees entered but had no right to any more when it arrived. None of it has taken effect: you decide.',
  filter: 'Filter',
  open: 'Open',
  handled: 'Settled',
  refresh: 'Refresh',
  table: 'Entries held back',
  column: {
    who: 'Who',
    what: 'What',
    about: 'Order / document',
    enteredAt: 'Entered',
    receivedAt: 'Received',
    reason: 'Reason',
    resolution: 'Outcome',
  },
  empty: {
    open: {
      title: 'Nothing is held back',
      hint: 'When an employee loses rights or is disabled, what he had not sent yet shows up here.',
    },
    handled: {
      title: 'Nothing was settled yet',
      hint: 'What was settled stays here, to be looked up later.',
    },
  },
  offline: {
    title: 'A connection is needed',
    hint: 'What is held back lies on the server alone; it is shown once there is a connection.',
  },
  offlineBanner: 'No connection: this was loaded before, and can be settled once there is one.',
  needsServer: 'Needs a connection',
  failed: {
    title: 'The entries could not be loaded',
    hint: 'The server did not answer as it should. Try again in a moment.',
  },
  entered: 'What was entered',
  earlier: (count: number) =>
    `${count} earlier ${count === 1 ? 'entry is' : 'entries are'} about the same order: settle first, or this may not be accepted.`,
  openEarliest: 'Show the earliest',
  takeOver: 'Submit in my name',
  takeOverNot: (reason: string) => `It would be refused: ${reason}`,
  unreadable: 'It is incomplete and cannot be submitted',
  documentHint: 'A document cannot be submitted for somebody: edit it yourself, then mark this as done.',
  done: 'Done',
  discard: 'Discard',
  discardTitle: 'Discard this entry?',
  discardMessage: 'It will not take effect. The record stays among the settled ones.',
  doneTitle: 'Mark as done?',
  doneMessage: 'You have settled it in another way; the entry itself will not take effect.',
  note: 'Note (optional)',
  resolution: {
    'taken-over': 'Submitted by a manager',
    done: 'Done',
    discarded: 'Discarded',
  },
  photo: 'The photo',
  photoOriginal: 'Download the original',
  photoMissing: 'The photo has not come yet, or cannot be shown here.',
  noteLabel: 'Note',
  reason: {
    'sender-disabled': 'It arrived after the account was disabled',
    'not-permitted': "The employee's role does not allow this",
    'outlet-not-yours': "The outlet is not one of the employee's",
    'order-not-found': "No such order, or not the employee's to see",
    'server-fault': 'The server failed at it; the operator finds why in its log',
    'conflicts-full':
      'Too many values wait for a choice: this one gave way to a later one. Enter it in the record if it is still wanted',
  },
  handledBy: 'Settled by',
  handledAt: 'Settled',
  notMarked:
    'It was submitted, but could not be marked yet. That is done by itself later: do not submit it again.',
  takenOver: 'Submitted in your name',
  settled: 'Marked as settled',
  unknownPerson: '(unknown)',
} satisfies QuarantineStrings;
