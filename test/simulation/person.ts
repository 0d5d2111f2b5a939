// Somebody at work with a device: what he does is what his screen offers him, chosen from the seed.
import { setTimeout as pause } from 'node:timers/promises';
import { chanceOf, type Random } from './chance.ts';
import { owners, type Owner } from './company.ts';
import type { Device } from './device.ts';
import { driverDeeds } from './driver.ts';
import { financeDeeds } from './finance.ts';
import type { Journal } from './journal.ts';
import { managerDeeds, rightsDeeds } from './manager.ts';
import { officeDeeds } from './office.ts';
import type { CommandPayload, CommandType } from '#schemas/orders/commands.ts';

export interface Person {
  readonly owner: Owner;
  readonly device: Device;
  readonly chance: Random;
  readonly journal: Journal;
  readonly deeds: Deeds;
  /** A text that occurs nowhere else. */
  word(): string;
  /** A whole number from 1, below 100,000, that nobody else is given. */
  number(): number;
  enter<Kind extends CommandType>(type: Kind, orderId: string, payload: CommandPayload<Kind>): Promise<void>;
}

/** Undefined when there is nothing to do it to. */
export type Deed = (person: Person) => Promise<unknown>;
export type Deeds = readonly (readonly [deed: Deed, weight: number])[];

const usualDeeds: Record<Owner['role'], Deeds> = {
  manager: [...managerDeeds, ...rightsDeeds],
  office: officeDeeds,
  driver: driverDeeds,
  finance: financeDeeds,
};

/** @param deeds other than what is usual in his role */
export function createPerson(
  owner: Owner,
  device: Device,
  journal: Journal,
  seed: number,
  deeds = usualDeeds[owner.role],
): Person {
  let words = 0;
  let numbers = owners.indexOf(owner) * 5_000;
  return {
    ...{ owner, device, journal, deeds },
    chance: chanceOf(seed, `person ${owner.device}`),
    word: () => `${owner.device}-${++words}`,
    number: () => ++numbers,
    enter: async (type, orderId, payload) => {
      const issued = await device.issue(type, orderId, payload);
      journal.count(issued.ok ? type : `${type} refused at once: ${issued.error.code}`);
      if (issued.ok) {
        journal.entered.push({ device: owner.device, staffId: owner.staffId, command: issued.value });
      }
    },
  };
}

export async function doSomething(person: Person): Promise<void> {
  await person.chance.weighted(person.deeds)(person);
}

/** @param steps how often he does something, once his app has loaded */
export async function work(person: Person, steps: number): Promise<void> {
  const { chance, device } = person;
  await device.loaded();
  for (let step = 0; step < steps; step++) {
    if (chance.chance(0.02)) await reopen(person);
    else if (chance.chance(0.01)) await crash(person);
    else await doSomething(person);
    if (chance.chance(0.01)) fill(person);
    if (chance.chance(0.03)) device.data.sync.networkIsBack();
    if (chance.chance(0.03)) device.data.sync.wake();
    // Often at once, sometimes after a while, as people are.
    if (chance.chance(0.7)) await pause(chance.between(0, chance.chance(0.2) ? 600 : 150));
  }
}

async function reopen(person: Person): Promise<void> {
  person.journal.count('app opened again');
  forget(person);
  await person.device.restart();
}

async function crash(person: Person): Promise<void> {
  person.journal.count('app crashed');
  forget(person);
  await person.device.crash();
}

/** What was asked of the server and not answered is asked anew by the person, if at all. */
function forget({ owner, journal }: Person): void {
  for (const asked of journal.asked) if (asked.device === owner.device) asked.isForgotten = true;
}

function fill({ device, chance, journal }: Person): void {
  journal.count('disk full');
  device.fill(chance.between(50, 800));
}
