// A few seeds of the simulation: many devices, a network that loses, doubles, delays and breaks, a server that is
// killed; afterwards nothing is lost, doubled or shown to somebody who may not see it. `npm run soak` runs more.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { testDatabases } from '../setup/postgres.ts';
import { replay, report } from './report.ts';
import { simulate, stepsOf } from './simulation.ts';

// One is enough where the server cannot be killed.
const seeds = { embedded: [1], postgres: [2, 3] };

// Apps complain of their full disks there.
beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => undefined));

describe.each(testDatabases)('many devices on $name', (database) => {
  it.each(seeds[database.name])('come to agree after seed %i', { timeout: 180_000 }, async (seed) => {
    const outcome = await simulate({ seed, database, steps: stepsOf(seed) });
    console.log(report(outcome));
    expect(outcome.findings, replay(seed)).toEqual([]);
  });
});
