// What forms say, in English.
import type { FormKitStrings } from './strings.ts';

const strings: FormKitStrings = {
  problem: {
    missing: 'Fill this in',
    choose: 'Choose one',
    integer: 'Enter a whole number',
    'not-listed': 'Choose from the list',
    repeated: 'Something is in here twice; take one out',
    wrong: 'This does not fit; enter it again',
    'too-short': (limit) => `Use at least ${limit} characters`,
    'too-long': (limit) => `Use at most ${limit} characters`,
    'too-few': (limit) => `At least ${limit} are needed`,
    'too-many': (limit) => `At most ${limit} are possible; take some out`,
    'at-least': (limit) => `Must be at least ${limit}`,
    'at-most': (limit) => `Must be at most ${limit}`,
    above: (limit) => `Must be more than ${limit}`,
    below: (limit) => `Must be less than ${limit}`,
    step: (limit) => `Must be a multiple of ${limit}`,
    pattern: 'Check how this is written',
    phone: 'Use digits, spaces, +, - and brackets only; an extension as “转123”',
    time: 'Enter a time such as 08:30',
    date: 'Enter a date such as 2026-03-05',
    decide: 'Someone else changed this too; choose one of the values',
  },
  summary: (count) =>
    count === 1 ? 'One thing needs your attention' : `${count} things need your attention`,
  wrongField: (label, text) => `${label}: ${text}`,
  refused: (reason) => `Not saved: ${reason}`,
  restored: (age) => `Restored what you had not saved ${age}.`,
  discardDraft: 'Discard',
  discardQuestion: 'Discard what is not saved?',
  discardMessage: 'The saved values come back; your changes are lost.',
  changedUnderneath: (count) =>
    `Someone else changed this record while you were editing. You changed ${count} of the same fields: choose for each.`,
  other: (value) => `Someone else made it: ${value}`,
  take: 'Use this',
  keep: 'Keep mine',
  empty: '(empty)',
  yes: 'Yes',
  no: 'No',
  items: (count) => (count === 1 ? '1 item' : `${count} items`),
  save: 'Save',
  discard: 'Discard changes',
  back: 'Back',
  saved: 'Saved',
  unsaved: 'Unsaved changes',
};

export default strings;
