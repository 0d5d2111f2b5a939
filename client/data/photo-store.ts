// The photos that this device holds until the server has them: what they are, their bytes, and a small picture of
// each to show. A database of its own, never replicated: bytes would weigh down every query of the others.
import Dexie, { liveQuery, type EntityTable } from 'dexie';
import { from, type Observable } from 'rxjs';
import type { CommandPayload } from '#schemas/orders/commands.ts';
import type { Actor } from '#schemas/staff/permissions.ts';
import { databaseName } from './database.ts';

export interface KeptPhoto {
  readonly id: string;
  readonly orderId: string;
  /** What the command says that adds it. */
  readonly facts: CommandPayload<'add-photo'>;
  /** The server has judged the command in its favour: only the bytes are missing there. */
  readonly accepted: boolean;
  /** How many bytes the server is known to have. */
  readonly sent: number;
  /** Why it does not go on: a code of the registry. A refused one waits for its person; others are tried again. */
  readonly problem?: string;
  /** Its command was held back, and a manager has its bytes. */
  readonly handedIn?: boolean;
  /** The id of the command that adds it, once it was put elsewhere than where it was refused; before that its own. */
  readonly tellAs?: string;
}

export interface PhotoContent {
  readonly bytes: ArrayBuffer;
  /** JPEG; absent where this browser cannot draw the photo. */
  readonly preview?: ArrayBuffer;
}

export interface PhotoStore {
  /** Oldest first, whichever tab changes it. */
  readonly photos$: Observable<readonly KeptPhoto[]>;
  list(): Promise<readonly KeptPhoto[]>;
  /** On the disk when it resolves; rejects when there is no room. */
  put(photo: KeptPhoto, content: PhotoContent): Promise<void>;
  /** Does nothing when it is gone. Without `problem`, a problem noted before is over. */
  update(id: string, change: Partial<Omit<KeptPhoto, 'id'>>): Promise<void>;
  content(id: string): Promise<PhotoContent | undefined>;
  remove(id: string): Promise<void>;
  close(): void;
}

type Stored = PhotoContent & { readonly id: string };

export function openPhotoStore(actor: Pick<Actor, 'companyId' | 'id'>): PhotoStore {
  const database = new Dexie(`${databaseName(actor)}-photos`, { chromeTransactionDurability: 'strict' });
  database.version(1).stores({ photos: 'id', contents: 'id' });
  const photos: EntityTable<KeptPhoto, 'id'> = database.table('photos');
  const contents: EntityTable<Stored, 'id'> = database.table('contents');
  // Ids are made in the order of time.
  const list = () => photos.orderBy('id').toArray();
  return {
    photos$: from(liveQuery(list)),
    list,
    put: (photo, content) =>
      database.transaction('rw', photos, contents, async () => {
        await contents.put({ ...content, id: photo.id });
        await photos.put(photo);
      }),
    update: (id, change) =>
      database.transaction('rw', photos, async () => {
        const photo = await photos.get(id);
        if (photo) await photos.put(changed(photo, change));
      }),
    content: async (id) => contents.get(id),
    remove: (id) =>
      database.transaction('rw', photos, contents, async () => {
        await Promise.all([photos.delete(id), contents.delete(id)]);
      }),
    close: () => database.close(),
  };
}

export function changed({ problem: _, ...photo }: KeptPhoto, change: Partial<KeptPhoto>): KeptPhoto {
  return { ...photo, ...change };
}
