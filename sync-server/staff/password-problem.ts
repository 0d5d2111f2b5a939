// Why a password will not do, as HTTP answers it: each fault by its code and in words.
import { Problem } from '../http/problem.ts';
import { passwordLength, type PasswordFault } from '#schemas/staff/password.ts';

const advice: Record<PasswordFault, string> = {
  'too-short': `use at least ${passwordLength.min} characters`,
  'too-long': `use at most ${passwordLength.max} characters`,
  'only-digits': 'use more than digits',
  'repeats-itself': 'do not repeat the same characters',
  'runs-in-order': 'do not take characters in their order',
  'is-username': 'do not take the user name',
  'too-common': 'choose one that others do not use',
  'same-as-before': 'choose another one than before',
};

export const weakPassword = (faults: readonly PasswordFault[]): Problem =>
  new Problem('weak-password', faults.map((fault) => `${fault}: ${advice[fault]}`).join('; '));
