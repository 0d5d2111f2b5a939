// What a password has to be like. A form asks before it sends, the server decides by the same.
import { commonPasswords } from './common-passwords.ts';

export const passwordFaults = [
  'too-short',
  'too-long',
  'only-digits',
  'repeats-itself',
  'runs-in-order',
  'is-username',
  'too-common',
  'same-as-before',
] as const;
export type PasswordFault = (typeof passwordFaults)[number];

/** In characters. */
export const passwordLength = { min: 8, max: 200 } as const;

export interface PasswordContext {
  readonly username: string;
  /** The one that it is to replace, where it is known. */
  readonly current?: string;
}

/** What is wrong with a password, gravest first; empty when it will do. */
export function faultsInPassword(password: string, { username, current }: PasswordContext): PasswordFault[] {
  const characters = [...password];
  const plain = password.normalize('NFKC').trim().toLowerCase();
  const faults: Record<PasswordFault, boolean> = {
    'too-short': characters.length < passwordLength.min,
    'too-long': characters.length > passwordLength.max,
    // Birthdays and telephone numbers above all.
    'only-digits': /^\p{Nd}+$/u.test(plain),
    'repeats-itself': /^(.{1,4}?)\1*$/su.test(plain) && plain.length > 4,
    'runs-in-order': isRun(plain),
    'is-username': isNameAndLittle(plain, username.trim().toLowerCase()),
    'too-common': isCommon(plain),
    'same-as-before': current !== undefined && password === current,
  };
  return passwordFaults.filter((fault) => faults[fault]);
}

/** What nearly everybody puts before or behind a word to make it pass. */
const trimmings = /^[\d!@#$%^&*._-]{0,4}|[\d!@#$%^&*._-]{0,4}$/g;

const isCommon = (plain: string): boolean =>
  [plain, plain.replace(trimmings, '')].some((word) => commonPasswords.has(word));

/** `admin123` says little more than `admin`. */
const isNameAndLittle = (plain: string, name: string): boolean =>
  name.length >= 2 && plain.includes(name) && plain.replaceAll(name, '').length < 4;

const rows = ['abcdefghijklmnopqrstuvwxyz', '01234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
const runs = rows.flatMap((row) => [row, [...row].reverse().join('')]);

/** Nothing but pieces of the alphabet, of numbers or of the keyboard's rows, `abcd1234` or `qwertyui`. */
function isRun(plain: string): boolean {
  if (plain === '') return false;
  for (let rest = plain; rest !== '';) {
    const length = longestRunAt(rest);
    if (length < 3) return false;
    rest = rest.slice(length);
  }
  return true;
}

function longestRunAt(text: string): number {
  let length = 1;
  while (length < text.length && runs.some((run) => run.includes(text.slice(0, length + 1)))) length++;
  return length;
}
