// The page of what is not sent and what was refused.
import type { SyncStrings } from './strings.ts';

export default {
  title: 'Sync',
  unsentTitle: 'Not sent yet',
  refusedTitle: 'Refused',
  allSent: 'Everything is sent',
  allSentHint: 'All that you entered has reached the server.',
  waitingHint: 'Sent in order by itself when there is a network; no need to enter it again.',
  noOrder: 'Order no longer on this device',
  newOrder: 'New order',
  entered: 'What was entered',
  dismiss: 'Dismiss',
  tryAgain: 'Try again',
  tried: 'Sent again',
  lastContact: (time: string) => `Server last reached: ${time}`,
  never: 'The server was not reached since this was opened',
} satisfies SyncStrings;
