// What comes over all at once while people work: tunnels, blackouts, servers that die, a backup that is restored.
import { setTimeout as pause } from 'node:timers/promises';
import type { Random } from './chance.ts';
import type { Journal } from './journal.ts';
import type { Network } from './network.ts';
import type { Person } from './person.ts';
import type { Site } from './site.ts';

export interface World {
  readonly site: Site;
  readonly network: Network;
  readonly journal: Journal;
  /** Those who are there; more may come. */
  readonly people: readonly Person[];
}

/** Until the work is done. */
export async function inBadWeather(world: World, chance: Random, work: Promise<unknown>): Promise<void> {
  let isOver = false;
  const storm = async () => {
    while (!isOver) {
      await pause(chance.between(200, 1_200));
      const kind = chance.weighted(kinds);
      world.journal.count(kind.name);
      if (!isOver) await kind(world, chance);
    }
  };
  const storming = storm();
  await work.finally(() => (isOver = true));
  await storming;
}

type Weather = (world: World, chance: Random) => Promise<void>;

const kinds: readonly (readonly [Weather, number])[] = [
  [tunnel, 12],
  [blackout, 2],
  [crash, 6],
  [backUpOrRestore, 2],
];

async function tunnel({ people, network }: World, chance: Random): Promise<void> {
  network.outage(chance.pick(people).owner.device, chance.between(300, 3_000));
}

async function blackout({ network }: World, chance: Random): Promise<void> {
  network.outage('all', chance.between(300, 1_500));
}

async function crash({ site }: World, chance: Random): Promise<void> {
  await site.crash(chance);
}

async function backUpOrRestore({ site, journal }: World, chance: Random): Promise<void> {
  await site.backUpOrRestore(chance);
  if (site.isRestored) journal.editsBeforeRestore = journal.edited.length;
}
