// Whatever happens to an order, its fees come to its amount at every stage.
import { expect, test } from 'vitest';
import { fc, play } from '../setup/rules.ts';
import { story } from '../setup/stories.ts';
import { sumFen } from '#schemas/core/money.ts';
import { feesOf } from '#schemas/finance/fees.ts';
import { valuesOf } from '#schemas/finance/values.ts';

test('the fees of each stage sum to what was verified, approved and posted', () => {
  const property = fc.property(story, (lines) => {
    for (const { after } of play(lines).turns) {
      const rows = feesOf(after);
      for (const { stage, fen } of valuesOf(after)) {
        if (stage === 'reported' || fen === undefined) continue;
        expect(sumFen(rows.map(({ fees }) => fees[stage]?.amountFen ?? 0))).toBe(fen);
      }
    }
  });
  fc.assert(property);
});
