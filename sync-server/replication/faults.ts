// Tells a fault that would come again, of the rules or of what is stored, from one of the network or of the moment:
// what would fail each time is refused, so that its device comes further.
import { sqlState } from '../database/errors.ts';
import { StoredMeanwhile } from './changes.ts';

/** The rules failed at something that came in. */
export class RuleFailed extends Error {
  override readonly name = 'RuleFailed';
}

/** @throws RuleFailed for whatever `judge` throws */
export function byRule<Value>(judge: () => Value): Value {
  try {
    return judge();
  } catch (cause) {
    throw new RuleFailed('What came in could not be judged', { cause });
  }
}

/** 22: bad data; 23: a constraint. */
export function wouldFailAgain(error: unknown): boolean {
  const isRefusedByDatabase = /^2[23]/.test(sqlState(error) ?? '');
  return isRefusedByDatabase || error instanceof RuleFailed || error instanceof StoredMeanwhile;
}
