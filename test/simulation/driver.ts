// What drivers do: they get on with their jobs, often several steps before there is a network again.
import { createHash } from 'node:crypto';
import type { ProjectedOrder } from '../../client/data/projection.ts';
import type { Photograph } from './device.ts';
import type { Deeds, Person } from './person.ts';
import { isOpen, type OrderStatus } from '#schemas/orders/order.ts';

export const driverDeeds: Deeds = [
  [getOn, 30],
  [getOnFar, 8],
  [decline, 5],
  [answerOffer, 12],
  [repeatStep, 3],
  [emptyRun, 3],
  [photograph, 8],
];

const steps = ['depart', 'arrive', 'start-work', 'load', 'reach-destination'] as const;

/** Where in the steps a status is. */
const place: Partial<Record<OrderStatus, number>> = {
  accepted: 0,
  'en-route': 1,
  'on-scene': 2,
  working: 3,
  towing: 4,
  'at-destination': 5,
};

async function aJob({ device, chance }: Person): Promise<ProjectedOrder | undefined> {
  const jobs = await device.jobs();
  const open = jobs.filter(({ status }) => isOpen(status));
  const choice = open.length > 0 ? open : jobs;
  return choice.length > 0 ? chance.pick(choice) : undefined;
}

async function getOn(person: Person): Promise<void> {
  const job = await aJob(person);
  if (job) await stepOn(person, job);
}

async function stepOn(person: Person, { id, status }: ProjectedOrder): Promise<void> {
  if (status === 'dispatched') return person.enter('accept', id, {});
  const next = (place[status] ?? 0) + (person.chance.chance(0.2) ? 1 : 0);
  const step = steps[next];
  if (step) await person.enter(step, id, { odometerKm: person.chance.whole(1, 90_000) });
  else await person.enter('complete', id, { note: person.word(), ...cashTaken(person) });
}

/** Until the job is done, as in a tunnel. */
async function getOnFar(person: Person): Promise<void> {
  const job = await aJob(person);
  for (let left = person.chance.whole(2, 6); job && left > 0; left--) {
    const now = (await person.device.jobs()).find(({ id }) => id === job.id);
    if (now) await stepOn(person, now);
  }
}

/** Whoever was too slow finds out when the server has decided. */
async function answerOffer(person: Person): Promise<void> {
  const offered = await person.device.offers();
  if (offered.length === 0) return;
  const { id } = person.chance.pick(offered);
  if (person.chance.chance(0.7)) await person.enter('accept', id, {});
  else await person.enter('decline', id, { reason: person.word() });
}

async function decline(person: Person): Promise<void> {
  const job = await aJob(person);
  if (job) await person.enter('decline', job.id, { reason: person.word() });
}

async function repeatStep(person: Person): Promise<void> {
  const job = await aJob(person);
  if (job) await person.enter(person.chance.pick(steps), job.id, {});
}

async function emptyRun(person: Person): Promise<void> {
  const job = await aJob(person);
  if (job) await person.enter('empty-run', job.id, { reason: person.word() });
}

/** Now and then he is paid at the car; what he holds shows him the order, whoever drives it by then. */
const cashTaken = ({ chance, number }: Person) =>
  chance.chance(0.5) ? { collectedFen: 10_000 + number() } : {};

async function photograph(person: Person): Promise<void> {
  const job = await aJob(person);
  if (!job) return;
  const { device, journal, owner } = person;
  const photo = photoOf(device.data.commands.newId(), person.word());
  const issued = await device.photograph(job.id, photo);
  const { photoId, sha256 } = photo;
  journal.photographed.push({ device: owner.device, photoId, sha256, isTaken: issued.ok });
  journal.count(issued.ok ? 'add-photo' : `add-photo refused at once: ${issued.error.code}`);
  if (issued.ok)
    journal.entered.push({ device: owner.device, staffId: owner.staffId, command: issued.value });
}

/** The beginning of an HEIC file, and what makes it different from all others. */
function photoOf(photoId: string, word: string): Photograph {
  const head = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic'), Buffer.alloc(2_000, 7)]);
  const bytes = Buffer.concat([head, Buffer.from(word)]);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { photoId, sha256, kind: 'image/heic', bytes: new Uint8Array(bytes).buffer };
}
