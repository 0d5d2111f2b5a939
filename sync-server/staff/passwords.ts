// Passwords, hashed with argon2id by the first of OWASP's recommended settings
// (https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html): 19 MiB, 2 passes, 1 lane.
import { hash, verify } from '@node-rs/argon2';

// Argon2id is the library's own default; its name is an enum that exists for the compiler alone.
const owasp = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** @returns a PHC string, `$argon2id$v=19$m=19456,t=2,p=1$…`, with its own random salt */
export function hashPassword(password: string): Promise<string> {
  return hash(password, owasp);
}

/**
 * Whether the password belongs to the hash. Without a hash (nobody has that name) the answer is no, and costs
 * the same time, so that the clock does not tell which names exist.
 */
export async function verifyPassword(password: string, stored: string | undefined): Promise<boolean> {
  const matches = await verify(stored ?? (await hashOfNobody()), password);
  return matches && stored !== undefined;
}

let nobody: Promise<string> | undefined;

const hashOfNobody = () => (nobody ??= hashPassword('nobody signs in with this'));
