// The words of an employee's account.
import type { AccountStrings } from './account-strings.ts';

export default {
  account: 'Account',
  accountHint: 'Lies on the server: needs a network.',
  password: 'Password',
  lastSignIn: 'Last sign-in',
  never: 'Never',
  isSet: 'Set',
  isNotSet: 'Not set, cannot sign in',
  mustChange: 'Set, to be changed at the next sign-in',
  onItsWay: 'Setting the password',
  notSent: 'The server does not know this employee yet. Set a password here once you are connected.',
  offline: 'Offline. Once connected you see the sign-ins here and can set the password.',
  again: 'Try again',
  signOut: 'Sign out everywhere',
  signOutQuestion: (name: string) => `Sign ${name} out on all devices?`,
  signOutHint:
    'It takes a minute at most; the password stays the same. What was entered and not sent stays on the device.',
  signedOut: (name: string) => `${name} is signed out within a minute`,
  endHint: 'An employee who is disabled, or has left, is signed out on all devices within a minute.',
} satisfies AccountStrings;
