// The words around passwords.
import type { PasswordStrings } from './password-strings.ts';

export default {
  change: 'Change password',
  changed: 'Password changed; your other devices have to sign in again',
  mustTitle: 'Change your password first',
  mustHint: (name: string) =>
    `${name}, your password was set by a manager. Change it, and you can begin to work.`,
  current: 'Current password',
  next: 'New password',
  save: 'Save new password',
  hint: 'At least 8 characters. A few unrelated words are safer and easier to keep in mind than something short and complicated.',
  suggest: 'Make one up',
  copy: 'Copy',
  tellIt: 'It is not shown again after saving: copy it or write it down for them.',
  copied: 'Copied',
  set: 'Set password',
  reset: 'Reset password',
  setTitle: (name: string) => `Set the password of “${name}”`,
  setHint:
    'The former password ends, and so does every session on all devices. Tell the new one in person or by telephone.',
  setDone: (name: string) => `The password of “${name}” is set`,
  mustChange: 'Has to be changed at the first sign-in',
  initial: 'First password',
  initialHint: 'At least 8 characters, not digits alone. May stay empty and be set later.',
  typeAgain: 'A draft never holds a password: if you had typed one, type it again.',
  offlineSet: 'A password is set on the server: connect first',
  offlineOwn: 'A password is changed on the server: connect and try again.',
  offlineNew: 'Offline: save the employee now, and set the password here once you are connected.',
  notSet: (name: string) => `The password of “${name}” could not be set`,
  strength: ['Too weak', 'Weak', 'Fair', 'Strong', 'Very strong'],
  faults: {
    'too-short': 'At least 8 characters',
    'too-long': 'At most 200 characters',
    'only-digits': 'Not digits alone',
    'repeats-itself': 'Not a repetition',
    'runs-in-order': 'Not a run of letters, digits or keys',
    'is-username': 'Too close to the user name',
    'too-common': 'Too common, easily guessed',
    'same-as-before': 'Another one than now',
  },
} satisfies PasswordStrings;
