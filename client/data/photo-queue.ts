// The way of a photo from the camera to the server. It is safe on this device before anybody is told of it; then a
// command puts it on its order, and when the server has judged that, the bytes follow. Any of it may be broken off at
// any moment: what has to be done next is read from what is stored.
import { ok, fail } from '#schemas/core/result.ts';
import type { CommandDocument } from '#schemas/orders/commands.ts';
import type { Commands, Issued } from './commands.ts';
import type { ClientDatabase } from './database.ts';
import type { KeptPhoto, PhotoContent, PhotoStore } from './photo-store.ts';

export interface TakenPhoto extends PhotoContent {
  readonly orderId: string;
  readonly facts: KeptPhoto['facts'];
}

export interface PhotoPlace {
  readonly orderId: string;
  readonly slot: string;
}

export interface PhotoQueue {
  /** Safe on this device, and on its order, when it resolves with ok. */
  add(photo: TakenPhoto): Promise<Issued>;
  /** After a refusal, or to go on at once. */
  retry(id: string): Promise<Issued | undefined>;
  /** Puts what was refused on another order, or has it show something else. */
  change(id: string, to: PhotoPlace): Promise<Issued | undefined>;
  /** Takes the bytes off this device, and the photo off its order where it is on it. */
  giveUp(id: string): Promise<void>;
  /** The command that speaks of it now; undefined: nobody was told of it yet. */
  commandOf(photo: KeptPhoto): Promise<CommandDocument | undefined>;
  /** Tells of it unless that was done, by whoever is quicker: who took it, or the tab that finds it untold. */
  announce(photo: KeptPhoto): Promise<Issued>;
}

export interface PhotoQueueDeps {
  readonly database: ClientDatabase;
  readonly commands: Pick<Commands, 'issue' | 'newId'>;
  readonly store: PhotoStore;
  /** A refusal that was answered is not told any more. */
  readonly dismiss: (commandId: string) => Promise<void>;
}

export function createPhotoQueue({ database, commands, store, dismiss }: PhotoQueueDeps): PhotoQueue {
  const commandOf = (photo: KeptPhoto) => newestAbout(database, photo);
  /** The command's id is known beforehand: of two that are issued at once the storage takes one. */
  const tell = async ({ id, tellAs = id, orderId, facts }: KeptPhoto): Promise<Issued> => {
    const issued = await commands.issue('add-photo', orderId, facts, tellAs);
    if (issued.ok) return issued;
    const quicker = await database.commands.findOne(tellAs).exec();
    return quicker ? ok(quicker.toMutableJSON() as CommandDocument) : issued;
  };
  const announce = async (photo: KeptPhoto): Promise<Issued> => {
    const before = await commandOf(photo);
    return before ? ok(before) : tell(photo);
  };
  const announceAnew = ({ orderId, facts }: KeptPhoto) => commands.issue('add-photo', orderId, facts);
  const find = async (id: string) => (await store.list()).find((photo) => photo.id === id);
  return {
    announce,
    commandOf,
    add: async ({ orderId, facts, ...content }) => {
      const photo: KeptPhoto = { id: facts.photoId, orderId, facts, accepted: false, sent: 0 };
      try {
        await store.put(photo, content);
      } catch (error) {
        return fail({ code: 'not-stored', detail: String(error) });
      }
      const issued = await announce(photo);
      if (!issued.ok) await store.remove(photo.id);
      return issued;
    },
    retry: async (id) => {
      const photo = await find(id);
      if (!photo) return undefined;
      const command = await commandOf(photo);
      const refused = command?.verdict?.status === 'rejected' ? command : undefined;
      const issued = await (refused ? announceAnew(photo) : announce(photo));
      if (!issued.ok) return issued;
      if (refused) await dismiss(refused.id);
      await store.update(id, {});
      return issued;
    },
    change: async (id, { orderId, slot }) => {
      const before = await find(id);
      if (!before) return undefined;
      const command = await commandOf(before);
      if (command && command.verdict?.status !== 'rejected') return undefined;
      // Kept as changed before anybody is told: broken off in between, it is told of like any that is untold.
      const facts = { ...before.facts, slot };
      const place = { orderId, facts, tellAs: commands.newId(), handedIn: false };
      await store.update(id, place);
      const issued = await tell({ ...before, ...place });
      if (!issued.ok) await store.update(id, { tellAs: id, handedIn: false, ...before });
      else if (command) await dismiss(command.id);
      return issued;
    },
    giveUp: async (id) => {
      const photo = await find(id);
      if (!photo) return;
      const command = await commandOf(photo);
      if (command?.verdict?.status === 'rejected') await dismiss(command.id);
      else if (command) await commands.issue('remove-photo', photo.orderId, { photoId: id });
      await store.remove(id);
    },
  };
}

async function newestAbout(
  database: ClientDatabase,
  { id, orderId }: KeptPhoto,
): Promise<CommandDocument | undefined> {
  const about = await database.commands.find({ selector: { orderId } }).exec();
  return about
    .map((document): CommandDocument => document.toMutableJSON())
    .filter(({ type, payload }) => type === 'add-photo' && 'photoId' in payload && payload.photoId === id)
    .reduce<CommandDocument | undefined>(
      (newest, each) => (newest && newest.n > each.n ? newest : each),
      undefined,
    );
}
