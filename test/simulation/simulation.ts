// One run from one seed: people work on devices while network and servers fail them; then everything gets well,
// and what devices hold is compared with what is stored.
import type { TestDatabase } from '../setup/postgres.ts';
import { audit } from './accounts.ts';
import { agreement } from './agreement.ts';
import { doBeforehand } from './beforehand.ts';
import { chanceOf } from './chance.ts';
import { actorAtFirst, owners, signIn, type Owner } from './company.ts';
import { openDevice } from './devices.ts';
import { askTheRest } from './finance.ts';
import { Journal } from './journal.ts';
import { leaks } from './leaks.ts';
import { Network } from './network.ts';
import { createPerson, work, type Person } from './person.ts';
import { findLostPhotos } from './photos.ts';
import { openSite } from './site.ts';
import { inBadWeather, type World } from './weather.ts';

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

export async function simulate(options: SimulationOptions): Promise<Outcome> {
  const site = await openSite(options.database, process.env['TEST_DATABASE_URL']);
  const network = await Network.start(options.seed, () => site.urls);
  const people: Person[] = [];
  try {
    await site.start();
    return await run(options, { site, network, journal: new Journal(), people });
  } finally {
    await Promise.allSettled(people.map(({ device }) => device.close()));
    await network.stop();
    await site.close();
  }
}

async function run(
  { seed, steps }: SimulationOptions,
  world: World & { people: Person[] },
): Promise<Outcome> {
  const { site, network, journal, people } = world;
  await doBeforehand(site.database, journal);
  const open = await comers(seed, world);
  const isLate = lateness(seed);
  const early = await Promise.all(owners.filter((owner) => !isLate.get(owner)).map(open));
  await Promise.all(early.map(({ device }) => device.loaded()));
  const begun = Date.now();
  network.begin();
  const all = owners.map(async (owner) => {
    const person = people.find((one) => one.owner === owner) ?? (await open(owner));
    await work(person, steps);
  });
  await inBadWeather(world, chanceOf(seed, 'weather'), Promise.all(all));
  const ended = Date.now();
  network.heal();
  const wrong = await heal(world);
  const healedMs = Date.now() - ended;
  const findings = [...wrong, ...(await examine(world))];
  const tally = new Map([...journal.tally, ...network.tally]);
  return { seed, findings, tally, workedMs: ended - begun, healedMs };
}

/** Everybody signs in at the beginning, and opens his app when it is time. */
async function comers(seed: number, { site, network, journal, people }: World & { people: Person[] }) {
  const signedIn = owners.map(async (owner) => [owner, await signIn(site.database, owner.staffId)] as const);
  const tokens = new Map(await Promise.all(signedIn));
  return async (owner: Owner): Promise<Person> => {
    const device = await openDevice(owners.indexOf(owner), {
      ...{ name: owner.device, seed, token: tokens.get(owner) ?? '' },
      actor: actorAtFirst(owner.staffId),
      base: network.base(owner.device),
    });
    const person = createPerson(owner, device, journal, seed);
    people.push(person);
    return person;
  };
}

/** Most devices have everything before the accidents begin; a few load it all meanwhile. */
function lateness(seed: number): ReadonlyMap<Owner, boolean> {
  const chance = chanceOf(seed, 'comers');
  return new Map(owners.map((owner) => [owner, chance.chance(0.2)]));
}

const healLimitMs = 90_000;

async function heal({ people, site }: World): Promise<string[]> {
  await Promise.all(people.filter(({ owner }) => owner.role === 'finance').map(askTheRest));
  return agreement(people, site.database, healLimitMs);
}

async function examine(world: World): Promise<string[]> {
  const { site, network, journal, people } = world;
  const kept = site.isRestored ? await Promise.all(people.map(({ device }) => device.keptRefusals())) : [];
  return [
    ...(await audit(site.database, journal, {
      isRestored: site.isRestored,
      keptRefusals: new Set(kept.flat()),
    })),
    ...(await findLostPhotos(world)),
    // What was shown before a backup was restored is not in the history any more.
    ...(site.isRestored ? [] : await leaks(site.database, owners, network)),
    ...network.surprises,
    ...site.complaints,
  ];
}
