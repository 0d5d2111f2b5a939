// What this device does about photos, put together.
import { BehaviorSubject, Observable, retry } from 'rxjs';
import type { CommandLog } from './command-log.ts';
import type { Commands } from './commands.ts';
import type { ClientDatabase } from './database.ts';
import { systemClock, type Clock } from './gate.ts';
import type { Http } from './http.ts';
import { createPhotoQueue, type PhotoQueue } from './photo-queue.ts';
import type { KeptPhoto, PhotoStore } from './photo-store.ts';
import { createTransfer, type Transfer } from './photo-transfer.ts';
import { PhotoUploader } from './photo-uploader.ts';
import { restartAfterMs, type SyncStatus } from './sync.ts';

export interface PhotoData {
  readonly store: PhotoStore;
  readonly queue: PhotoQueue;
  /** Oldest first. */
  readonly kept$: BehaviorSubject<readonly KeptPhoto[]>;
  /** Goes on at once. */
  wake(): void;
  close(): void;
}

export interface PhotoDataDeps {
  readonly database: ClientDatabase;
  readonly store: PhotoStore;
  readonly commands: Pick<Commands, 'issue' | 'newId'>;
  readonly log: Pick<CommandLog, 'dismiss'>;
  readonly status$: Observable<SyncStatus>;
  readonly http: Http;
  readonly isSignedIn: () => boolean;
  readonly clock?: Clock;
  readonly transfer?: Transfer;
}

export function openPhotoData(deps: PhotoDataDeps): PhotoData {
  const { database, store, log, clock = systemClock, transfer = createTransfer(deps.http) } = deps;
  const kept$ = new BehaviorSubject<readonly KeptPhoto[]>([]);
  const watching = store.photos$.pipe(readAgain(clock)).subscribe((photos) => kept$.next(photos));
  const queue = createPhotoQueue({ ...deps, dismiss: (id) => log.dismiss(id) });
  const uploader = new PhotoUploader({
    ...deps,
    ...{ photos$: kept$, commands$: database.commands.$, clock, transfer, queue },
  });
  // Of several tabs one sends; which one does not matter to the person.
  void database.waitForLeadership().then(() => uploader.start());
  return {
    ...{ store, queue, kept$ },
    wake: () => uploader.wake(),
    close: () => {
      uploader.close();
      watching.unsubscribe();
      store.close();
    },
  };
}

/** A live query ends with the first reading that fails. */
function readAgain<Value>(clock: Clock) {
  return retry<Value>({
    delay: (error: unknown) => {
      console.error('Towline: the photos of this device cannot be read', error);
      return new Observable<void>((subscriber) => clock.after(restartAfterMs, () => subscriber.next()));
    },
  });
}
