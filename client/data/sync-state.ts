// The state of sync for components.
import { createMemo, createSignal, onCleanup, type Accessor } from 'solid-js';
import { BehaviorSubject, type Observable } from 'rxjs';
import type { CommandDocument } from '#schemas/orders/commands.ts';
import { useData, useSubject } from './context.ts';
import type { RefusedEdit } from './refused-edits.ts';
import type { SyncPhase } from './sync.ts';

export type { SyncPhase } from './sync.ts';

export interface SyncState {
  readonly phase: Accessor<SyncPhase>;
  /** Whether this device believes that it has a network. */
  readonly online: Accessor<boolean>;
  /** false: not loaded yet; true: what looks empty is empty. */
  readonly initialSyncDone: Accessor<boolean>;
  /** Oldest first. */
  readonly unsent: Accessor<readonly CommandDocument[]>;
  /** Refused and not dismissed, newest first. */
  readonly refused: Accessor<readonly CommandDocument[]>;
  dismiss(id: string): Promise<void>;
  /** Edits of reference data that the server did not take, newest first. */
  readonly refusedEdits: Accessor<readonly RefusedEdit[]>;
  dismissEdit(key: string): Promise<void>;
  /** Milliseconds since 1970. */
  readonly lastContact: Accessor<number | undefined>;
  /** After `storage-failed`. */
  restart(): void;
}

export function useSync(): SyncState {
  const { sync, log, refusedEdits } = useData();
  const status = useSubject(sync.status$);
  const phase = createMemo(() => status().phase);
  const initialSyncDone = createMemo(() => status().initialSyncDone);
  const lastContact = createMemo(() => status().lastContact);
  return {
    phase,
    online: createOnline(),
    initialSyncDone,
    unsent: useList(log.unsent$),
    refused: useList(log.refused$),
    dismiss: (id) => log.dismiss(id),
    refusedEdits: useList(refusedEdits.edits$),
    dismissEdit: (key) => refusedEdits.dismiss(key),
    lastContact,
    restart: () => sync.restart(),
  };
}

function useList<Item>(list$: Observable<readonly Item[]>): Accessor<readonly Item[]> {
  const subject = new BehaviorSubject<readonly Item[]>([]);
  const subscription = list$.subscribe(subject);
  onCleanup(() => subscription.unsubscribe());
  return useSubject(subject);
}

function createOnline(): Accessor<boolean> {
  const [online, setOnline] = createSignal(navigator.onLine);
  const read = () => setOnline(navigator.onLine);
  for (const event of ['online', 'offline']) {
    window.addEventListener(event, read);
    onCleanup(() => window.removeEventListener(event, read));
  }
  return online;
}
