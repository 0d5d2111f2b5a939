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

/**
 * Does all at once, or by halves where that would fail again, down to the one at which it fails: that one would hold
 * up the others of its device for ever.
 * @param failed answers for that one
 */
export async function byHalves<Item, Answer>(
  items: readonly Item[],
  all: (items: readonly Item[]) => Promise<Answer[]>,
  failed: (item: Item, error: unknown) => Promise<Answer[]>,
): Promise<Answer[]> {
  try {
    return await all(items);
  } catch (error) {
    if (!wouldFailAgain(error)) throw error;
    const [first, ...others] = items;
    if (first !== undefined && others.length === 0) return failed(first, error);
    const middle = Math.ceil(items.length / 2);
    const before = await byHalves(items.slice(0, middle), all, failed);
    return [...before, ...(await byHalves(items.slice(middle), all, failed))];
  }
}

/** @param begin a transaction, begun again while others store first what it was about to */
export async function beginningAgain<Value>(begin: () => Promise<Value>): Promise<Value> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await begin();
    } catch (error) {
      if (!(error instanceof StoredMeanwhile) || attempt === 5) throw error;
    }
  }
}
