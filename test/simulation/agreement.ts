// Whether what devices hold is what is stored, and what their people may see of it.
import { setTimeout as pause } from 'node:timers/promises';
import type { Database } from '../../sync-server/database/database.ts';
import { equalJson } from '#schemas/core/equal.ts';
import { isHeldBack } from '#schemas/sync/quarantine.ts';
import type { KeptPhoto } from '../../client/data/photo-store.ts';
import type { Owner } from './company.ts';
import type { Device } from './device.ts';
import { sightOf, type Sight } from './sight.ts';

interface Holder {
  readonly owner: Owner;
  readonly device: Device;
}

/** Waits until nothing is on its way any more. @returns what is still wrong when the time is over */
export async function agreement(
  holders: readonly Holder[],
  database: Database,
  limitMs: number,
): Promise<string[]> {
  let wrong: string[] = [];
  for (const deadline = Date.now() + limitMs; Date.now() < deadline;) {
    wrong = await differences(holders, database);
    if (wrong.length === 0) return [];
    await pause(150);
  }
  return wrong;
}

async function differences(holders: readonly Holder[], database: Database): Promise<string[]> {
  const sights = new Map<string, Sight>();
  const wrong: string[] = [];
  for (const { device, owner } of holders) {
    const sight = sights.get(owner.staffId) ?? (await sightOf(database, owner.staffId));
    sights.set(owner.staffId, sight);
    wrong.push(...(await unrestOf(device)), ...(await differencesOn(device, sight)));
  }
  return wrong;
}

async function unrestOf(device: Device): Promise<string[]> {
  const [unsent, shown] = [await device.unsent(), await device.shownWrongly()];
  const photos = (await device.keptPhotos()).filter(isOnItsWay);
  return [
    ...photos.map(({ id, problem = '' }) => `${device.name} still has photo ${id} ${problem}`),
    ...(device.phase === 'live' ? [] : [`${device.name} is ${device.phase}`]),
    ...shown.map((id) => `${device.name} does not show order ${id} as it holds it`),
    ...(unsent === 0 ? [] : [`${device.name} has ${unsent} unsent commands`]),
  ];
}

/** What was refused stays with its person; a manager gets the bytes of some. */
const isOnItsWay = ({ accepted, problem, handedIn }: KeptPhoto): boolean =>
  accepted || problem === undefined || (isHeldBack(problem) && !handedIn);

async function differencesOn(device: Device, sight: Sight): Promise<string[]> {
  const held = await device.held();
  return [...sight].flatMap(([name, expected]) => {
    const found = held.get(name) ?? new Map<string, object>();
    const ids = new Set([...expected.keys(), ...found.keys()]);
    return [...ids]
      .filter((id) => !equalJson(expected.get(id), found.get(id)))
      .map(
        (id) =>
          `${device.name}, ${name} ${id}: holds ${text(found.get(id))}, stored is ${text(expected.get(id))}`,
      );
  });
}

const text = (document: object | undefined) => JSON.stringify(document)?.slice(0, 2_000) ?? 'nothing';
