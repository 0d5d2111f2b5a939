// The simulation for as long as one likes: seed after seed until the minutes are over or a seed finds something.
// Started by `npm run soak -- --seed 7 --minutes 30`.
import { describe, expect, it, vi } from 'vitest';
import { testDatabases } from '../setup/postgres.ts';
import { replay, report } from './report.ts';
import { simulate, stepsOf } from './simulation.ts';

const firstSeed = Number(process.env['SOAK_SEED'] ?? Date.now() % 1_000_000);
const minutes = Number(process.env['SOAK_MINUTES'] ?? 5);

// Killing the server finds more than not killing it.
const database = testDatabases.at(-1);

describe(`a soak of ${minutes} minutes on ${database?.name}`, () => {
  it(`finds nothing from seed ${firstSeed} on`, async () => {
    if (!database) throw new Error('There is no database');
    // Apps complain of their full disks there.
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const end = Date.now() + minutes * 60_000;
    for (let seed = firstSeed; seed === firstSeed || Date.now() < end; seed++) {
      const outcome = await simulate({ seed, database, steps: stepsOf(seed) }).catch((error: unknown) => {
        console.log(replay(seed));
        throw error;
      });
      console.log(report(outcome));
      expect(outcome.findings, replay(seed)).toEqual([]);
    }
  });
});
