// The words around first passwords for several people at once.
import type { InitialStrings } from './initial-strings.ts';

export default {
  begin: 'Set first passwords',
  question: (count: number) =>
    `Of the ${count} chosen, everybody without a password is given a random one; passwords that are set stay. It has to be changed at the first sign-in.`,
  give: 'Make passwords',
  stop: 'Stop',
  again: (count: number) => `Try ${count} again`,
  summary: (given: number, kept: number, failed: number) =>
    [`${given} set`, kept > 0 && `${kept} had one`, failed > 0 && `${failed} failed`]
      .filter(Boolean)
      .join(', '),
  onlyOnce:
    'The passwords are shown here once and never again: copy or print them first, then tell each person.',
  kept: (names: string) => `Have a password, left as it is: ${names}`,
  failed: (name: string, reason: string) => `${name}: ${reason}`,
  unsent: 'Not sent to the server yet: try again in a moment',
  broken: 'This could not be done: try again',
  offline: 'Passwords are set on the server: connect first',
  listTitle: 'First passwords',
  name: 'Name',
  username: 'User name',
  password: 'First password',
  copyAll: 'Copy the list',
  copied: (count: number) => `${count} passwords copied`,
  print: 'Print the list',
  listSeparator: ', ',
} satisfies InitialStrings;
