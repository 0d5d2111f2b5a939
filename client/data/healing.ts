// Finds out whether this device holds what it should, and has replaced what it does not: whatever was skipped,
// lost or damaged, by whatever fault, comes right by itself.
import { getChangedDocumentsSince, type RxCollection, type RxDocumentData } from 'rxdb';
import { differences, digestOf, type Digest } from '#schemas/sync/digest.ts';
import type { Collection } from '#schemas/sync/collections.ts';
import { saysWhatWasTold } from './content-sum.ts';

/** A collection's line as the healer uses it. */
export interface Healable {
  readonly name: Collection;
  readonly collection: RxCollection<object>;
  /** Up to which version everything was handed over. */
  reached(): number;
  /** Asks for what is new, and resolves when it was stored. */
  catchUp(): Promise<void>;
  /** Fetches these documents as the server has them now. */
  replace(ids: readonly string[]): Promise<void>;
}

export interface HealingServer {
  digests(names: readonly Collection[]): Promise<Partial<Record<Collection, Digest & { last: number }>>>;
  inventory(name: Collection): Promise<ReadonlyMap<string, number>>;
}

/** One after the other, since reading a collection whole is work for a phone. @returns how many were replaced */
export async function heal(lines: readonly Healable[], server: HealingServer): Promise<number> {
  const digests = await server.digests(lines.map(({ name }) => name));
  let replaced = 0;
  for (const line of lines) {
    const digest = digests[line.name];
    if (digest && !(await holds(line, digest))) replaced += await mend(line, server);
  }
  return replaced;
}

/** What is still on its way is no damage: it is looked at again when it has come. */
async function mend(line: Healable, server: HealingServer): Promise<number> {
  await line.catchUp();
  const { [line.name]: digest } = await server.digests([line.name]);
  if (!digest || (await holds(line, digest))) return 0;
  const there = await server.inventory(line.name);
  const here = await readHeld(line.collection);
  const reached = line.reached();
  const wrong = differences(here, there).filter((id) => (there.get(id) ?? 0) <= reached);
  if (wrong.length > 0) await line.replace(wrong);
  return wrong.length;
}

async function holds(line: Healable, { count, sum, last }: Digest & { last: number }): Promise<boolean> {
  if (line.reached() < last) return false;
  const here = digestOf(await readHeld(line.collection));
  return here.count === count && here.sum === sum;
}

const chunk = 500;

/** Ids of what this device holds and the server does not give it. */
export async function missingThere(
  { name, collection }: Pick<Healable, 'name' | 'collection'>,
  server: Pick<HealingServer, 'inventory'>,
): Promise<string[]> {
  const there = await server.inventory(name);
  const here = await readHeld(collection);
  return [...here.keys()].filter((id) => !there.has(id));
}

/** Id and version of everything that came from the server, read past RxDB's cache in which all would stay. */
async function readHeld(collection: RxCollection<object>): Promise<Map<string, number>> {
  const held = new Map<string, number>();
  const { storageInstance } = collection;
  for (let checkpoint: unknown; ;) {
    const page = await getChangedDocumentsSince<object, unknown>(storageInstance, chunk, checkpoint);
    for (const document of page.documents) note(held, document);
    if (page.documents.length < chunk) return held;
    ({ checkpoint } = page);
    await new Promise((resolve) => setTimeout(resolve));
  }
}

/** No version of the server's: what says something else than it told is held as good as not at all. */
const damaged = -1;

function note(held: Map<string, number>, document: RxDocumentData<object>): void {
  if (!('id' in document) || typeof document.id !== 'string') return;
  if (!document._deleted && 'version' in document && typeof document.version === 'number')
    held.set(document.id, saysWhatWasTold(document) ? document.version : damaged);
  else held.delete(document.id);
}
