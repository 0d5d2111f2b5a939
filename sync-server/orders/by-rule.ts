// Tells a fault of the rules, or of what is stored, from one of the network or of the moment.

/** The rules failed at one of the commands: said again it would fail again. */
export class RuleFailed extends Error {
  override readonly name = 'RuleFailed';
}

/** @throws RuleFailed for whatever `judge` throws */
export function byRule<Value>(judge: () => Value): Value {
  try {
    return judge();
  } catch (cause) {
    throw new RuleFailed('A command could not be judged', { cause });
  }
}
