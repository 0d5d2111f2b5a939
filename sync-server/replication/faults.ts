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

/** What the moment brings: lost connections, undone transactions, no room, a shutdown, a plan that is stale. */
const ofTheMoment = /^(08|0A|25|26|40|53|55|57|58|XX)/;

/** Whatever else the database refuses it would refuse again: bad data, a constraint, what a trigger has raised. */
export function wouldFailAgain(error: unknown): boolean {
  if (error instanceof RuleFailed || error instanceof StoredMeanwhile) return true;
  const state = sqlState(error);
  return state !== undefined && !ofTheMoment.test(state);
}
