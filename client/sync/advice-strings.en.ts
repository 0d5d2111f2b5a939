// What to do about a refusal. The reason itself stands before it.
import type { AdviceStrings } from './advice-strings.ts';

export default {
  'invalid-command': 'Change it, complete what is missing, and submit again.',
  'unknown-command': 'The app and the server differ in version: update, then try again.',
  'not-permitted': 'Ask a manager for the permission, then try again.',
  'sender-disabled': 'A manager has this entry and decides.',
  'order-not-found':
    'The order may have gone to another outlet or driver. Ask the dispatcher; give up if it is not needed.',
  'order-exists': 'The order is there already. Look at it, and give this one up.',
  'outlet-not-yours': 'Change it to one of your outlets.',
  'unknown-reference': 'Change it: choose again, then submit.',
  'disabled-reference': 'Change it: choose again, then submit.',
  'not-a-driver': 'Change it: choose somebody who drives.',
  'scheduled-time-missing': 'Change it: enter the time.',
  'not-dispatched': 'Try again once the order is dispatched.',
  'already-accepted': 'Nothing to do: give it up.',
  'already-departed': 'Phone the dispatcher, or report an empty run.',
  'not-your-order': 'It may have gone to another driver. Ask the dispatcher; give up if it is not needed.',
  'order-completed': 'A completed order is not changed this way. Ask a manager; give up if it is not needed.',
  'order-ended-empty': 'A closed order is not changed this way. Ask a manager; give up if it is not needed.',
  'order-voided': 'If the rescue is still wanted, open the order and copy it; else give up.',
  'edit-conflict': 'Change it: compare the two values, choose, and save.',
  other: 'Check it, then change it or try again; give up if it is not needed.',
} satisfies AdviceStrings;
