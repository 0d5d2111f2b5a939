// Whoever decides has read beforehand what the command speaks of: nothing else may be looked for.
import { expect, test } from 'vitest';
import { contextOf, fc, findIn, play } from '../setup/rules.ts';
import { story } from '../setup/stories.ts';
import { decide } from '#schemas/orders/decide.ts';
import type { Find } from '#schemas/orders/events.ts';
import { referencesOf, referencesThrough } from '#schemas/orders/references.ts';

test('a command is judged by the documents that it or its order names, and the roles', () => {
  const property = fc.property(story, (lines) => {
    for (const { line, command, before } of play(lines).turns) {
      const named = [...referencesOf(command), ...referencesThrough(before, command)];
      const wanted = new Set(named.map(({ collection, id }) => `${collection}/${id}`));
      const all = findIn();
      const find: Find = (collection, id) => {
        if (collection !== 'roles') expect(wanted).toContain(`${collection}/${id}`);
        return all(collection, id);
      };
      for (const order of [before, null]) decide(order, command, contextOf(line.who, { find }));
    }
  });
  fc.assert(property);
});
