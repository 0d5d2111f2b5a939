// Whoever decides has read beforehand what the command speaks of: nothing else may be looked for.
import { expect, test } from 'vitest';
import { commandOf, contextOf, fc, findIn, line, play, type Line } from '../setup/rules.ts';
import { story } from '../setup/stories.ts';
import { currentFinance } from '#schemas/finance/repair.ts';
import { decide } from '#schemas/orders/decide.ts';
import type { Find } from '#schemas/orders/events.ts';
import type { Order } from '#schemas/orders/order.ts';
import { referencesOf, referencesThrough } from '#schemas/orders/references.ts';
import { currentValue } from '#schemas/orders/repair.ts';

test('a command is judged by the documents that it or its order names, and the roles', () => {
  const property = fc.property(story, (lines) => {
    for (const { line: told, before } of play(lines).turns)
      for (const one of [told, ...repairsOf(before)]) judge(before, one);
  });
  fc.assert(property);
});

function judge(before: Order, told: Line): void {
  const command = commandOf(told, 'order-1-command-judged', before.id);
  const named = [...referencesOf(command), ...referencesThrough(before, command)];
  const wanted = new Set(named.map(({ collection, id }) => `${collection}/${id}`));
  const all = findIn();
  const find: Find = (collection, id) => {
    if (collection !== 'roles') expect(wanted).toContain(`${collection}/${id}`);
    return all(collection, id);
  };
  for (const order of [before, null]) decide(order, command, contextOf(told.who, { find }));
}

/** By somebody who sees what stands there, as a story hardly ever has it. */
function repairsOf(order: Order): Line[] {
  const reason = '录错';
  const repairs = [{ collectedFen: 123 }, { customerId: 'customer-confirms' }, { note: '改过' }].map(
    (patch) => {
      const fields = Object.keys(patch) as (keyof typeof patch)[];
      const base = Object.fromEntries(fields.map((field) => [field, currentValue(order, field)]));
      return line('admin', 'repair-order', { patch, base, reason });
    },
  );
  const amounts = [{ receivedFen: 123 }, { amountFen: 123 }, { method: 'settlement-transfer' }].map(
    (patch) => {
      const fields = Object.keys(patch) as (keyof typeof patch)[];
      const base = Object.fromEntries(fields.map((field) => [field, currentFinance(order, field)]));
      return line('admin', 'repair-finance', { patch, base, reason });
    },
  );
  return [...repairs, ...amounts];
}
