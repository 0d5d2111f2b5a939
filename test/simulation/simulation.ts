// One run from one seed: people work on devices while network and server fail them; then everything gets well, and
// what devices hold is compared with what is stored.
import { setTimeout as pause } from 'node:timers/promises';
import type { TestDatabase } from '../setup/postgres.ts';
import { audit } from './accounts.ts';
import { agreement } from './agreement.ts';
import { chanceOf, type Random } from './chance.ts';
import { actorAtFirst, owners, signIn, type Owner } from './company.ts';
import { openDevice } from './devices.ts';
import { askTheRest } from './finance.ts';
import { Journal } from './journal.ts';
import { Network } from './network.ts';
import { leaks } from './leaks.ts';
import { createPerson, work, type Person } from './person.ts';
import { openSite, type Site } from './site.ts';

export interface Outcome {
  readonly seed: number;
  /** What is wrong, in words; empty when nothing is. */
  readonly findings: readonly string[];
  /** What happened, how often. */
  readonly tally: ReadonlyMap<string, number>;
  readonly workedMs: number;
  /** From the end of all accidents until every device held what it had to. */
  readonly healedMs: number;
}

export interface SimulationOptions {
  readonly seed: number;
  readonly database: TestDatabase;
  /** How often each person does something. */
  readonly steps: number;
}

/** Every tenth seed is a long day; the others leave time for many. */
export const stepsOf = (seed: number): number => (seed % 10 === 0 ? 150 : 30);

export async function simulate({ seed, database, steps }: SimulationOptions): Promise<Outcome> {
  const site = await openSite(database, process.env['TEST_DATABASE_URL']);
  const network = await Network.start(seed, () => site.urls);
  const people: Person[] = [];
  const journal = new Journal();
  const open = async (owner: Owner) => {
    const person = await openPerson(owner, seed, site, network, journal);
    people.push(person);
    return person;
  };
  try {
    await site.start();
    const { early, late } = comers(chanceOf(seed, 'comers'));
    await Promise.all(early.map(async (owner) => (await open(owner)).device.loaded()));
    const begun = Date.now();
    network.begin();
    await inBadWeather(people, chanceOf(seed, 'weather'), site, network, () =>
      Promise.all([
        ...people.map((person) => work(person, steps)),
        ...late.map(async (owner) => work(await open(owner), steps)),
      ]),
    );
    const ended = Date.now();
    network.heal();
    const findings = await heal(people, site);
    const healed = Date.now();
    findings.push(
      ...(await audit(site.database, journal, site)),
      ...(site.isRestored ? [] : await leaks(site.database, owners, network)),
      ...network.surprises,
      ...site.complaints,
    );
    const tally = new Map([...journal.tally, ...network.tally]);
    return { seed, findings, tally, workedMs: ended - begun, healedMs: healed - ended };
  } finally {
    await Promise.allSettled(people.map(({ device }) => device.close()));
    await network.stop();
    await site.close();
  }
}

/** Most devices have everything before the accidents begin; a few load it all meanwhile. */
function comers(chance: Random): { early: Owner[]; late: Owner[] } {
  const isLate = new Map(owners.map((owner) => [owner, chance.chance(0.2)]));
  return {
    early: owners.filter((owner) => !isLate.get(owner)),
    late: owners.filter((owner) => isLate.get(owner)),
  };
}

async function openPerson(
  owner: Owner,
  seed: number,
  site: Site,
  network: Network,
  journal: Journal,
): Promise<Person> {
  const token = await signIn(site.database, owner.staffId);
  const device = await openDevice(owners.indexOf(owner), {
    ...{ name: owner.device, seed, token },
    actor: actorAtFirst(owner.staffId),
    base: network.base(owner.device),
  });
  return createPerson(owner, device, journal, seed);
}

async function inBadWeather(
  people: readonly Person[],
  chance: Random,
  site: Site,
  network: Network,
  work: () => Promise<unknown>,
): Promise<void> {
  let over = false;
  const weather = async () => {
    while (!over) {
      await pause(chance.between(200, 1_200));
      if (!over) await chance.weighted(weatherOf(people, chance, site, network))();
    }
  };
  const storm = weather();
  await work().finally(() => (over = true));
  await storm;
}

type Weather = () => Promise<void>;

function weatherOf(
  people: readonly Person[],
  chance: Random,
  site: Site,
  network: Network,
): readonly (readonly [Weather, number])[] {
  const crash = () => site.crash(chance);
  const calamity = () => site.backUpOrRestore(chance);
  const tunnel = async () => {
    const { device } = chance.pick(people);
    network.outage(device.name, chance.between(300, 3_000));
  };
  const blackout = async () => network.outage('all', chance.between(300, 1_500));
  return [
    [crash, 3],
    [calamity, 1],
    [tunnel, 8],
    [blackout, 1],
  ];
}

const healLimitMs = 60_000;

async function heal(people: readonly Person[], site: Site): Promise<string[]> {
  await Promise.all(people.filter(({ owner }) => owner.role === 'finance').map(askTheRest));
  return agreement(people, site.database, healLimitMs);
}
