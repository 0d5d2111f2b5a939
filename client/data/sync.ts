// Keeps this device and the server together: one tab leads and replicates, every tab shows the same state.
import {
  BehaviorSubject,
  combineLatest,
  firstValueFrom,
  Subject,
  Subscription,
  auditTime,
  startWith,
} from 'rxjs';
import type { ClientDatabase, DefinitionOf } from './database.ts';
import { systemClock, type Clock, type GateState } from './gate.ts';
import type { Http } from './http.ts';
import { openRecord, type LocalRecord } from './local-record.ts';
import type { RefusedEdits } from './refused-edits.ts';
import { startReplication, type Replication } from './replication.ts';

export type SyncPhase =
  | 'starting'
  | 'catching-up'
  | 'live'
  | 'waiting'
  | 'signed-out'
  | 'account-disabled'
  | 'update-needed'
  | 'server-outdated'
  | 'storage-failed';

export interface SyncStatus {
  readonly phase: SyncPhase;
  /** Everything this person may see was here once: an empty list is empty. */
  readonly initialSyncDone: boolean;
  /** When the server was last heard, in milliseconds since 1970. */
  readonly lastContact?: number;
  readonly ordersVersion: number;
}

/** What any tab may ask of the one that leads. */
type Wish = 'wake' | 'network' | 'restart' | 'signed-in' | 'tell';
type Broadcast = { readonly wish: Wish } | { readonly status: SyncStatus };

export interface Sync {
  readonly status$: BehaviorSubject<SyncStatus>;
  readonly ordersVersion$: BehaviorSubject<number>;
  /** Somebody looks at the screen, or this tab was woken. */
  wake(): void;
  /** The device has a network again: connections from before are dead, whatever they seem. */
  networkIsBack(): void;
  /** The same person has signed in again. */
  signedIn(): void;
  /** Tries again after the storage failed. */
  restart(): void;
  /** Called by the storage inside of the failing write. */
  storageFailed(error: unknown): void;
  close(): Promise<void>;
}

export interface SyncDeps {
  readonly http: Http;
  readonly isSignedIn: () => boolean;
  readonly deviceId: string;
  readonly refusedEdits: Pick<RefusedEdits, 'add'>;
  readonly clock?: Clock;
  readonly definitionOf?: DefinitionOf;
}

/** A failed storage is tried again by itself: a phone in a pocket has nobody who presses a button. */
export const restartAfterMs = 60_000;

/** After a restart without a network one still wants to know how old all of it is. */
const keepContactEveryMs = 60_000;

interface Progress {
  readonly initialSyncDone: boolean;
  readonly ordersVersion: number;
  readonly lastContact?: number;
}

export class SyncEngine implements Sync {
  readonly status$: BehaviorSubject<SyncStatus>;
  readonly ordersVersion$: BehaviorSubject<number>;
  private readonly database: ClientDatabase;
  private readonly deps: SyncDeps;
  private readonly clock: Clock;
  private readonly progress: LocalRecord<Progress>;
  private readonly versions$ = new Subject<number>();
  private readonly channel: BroadcastChannel | undefined;
  private readonly subscriptions = new Subscription();
  private run: Replication | undefined;
  private runSubscription = new Subscription();
  private stopTimer: () => void = () => undefined;
  private leads = false;
  private closed = false;
  private contactKept = 0;

  constructor(database: ClientDatabase, progress: LocalRecord<Progress>, begun: Progress, deps: SyncDeps) {
    this.database = database;
    this.deps = deps;
    this.clock = deps.clock ?? systemClock;
    this.progress = progress;
    this.status$ = new BehaviorSubject<SyncStatus>({ phase: 'starting', ...begun });
    this.ordersVersion$ = new BehaviorSubject(begun.ordersVersion);
    this.channel = database.multiInstance ? new BroadcastChannel(`${database.name}.sync`) : undefined;
    this.listen();
  }

  private listen(): void {
    // The screen's queries have taken in what was stored by then, so that nothing flickers.
    this.subscriptions.add(
      this.versions$.pipe(auditTime(200)).subscribe((version) => this.setVersion(version)),
    );
    if (!this.channel) return;
    this.channel.onmessage = ({ data }: MessageEvent<Broadcast>) => {
      if ('wish' in data && this.leads) this.grant(data.wish);
      if ('status' in data && !this.leads) this.follow(data.status);
    };
    this.ask('tell');
  }

  private follow(status: SyncStatus): void {
    this.status$.next(status);
    if (status.ordersVersion !== this.ordersVersion$.value) this.ordersVersion$.next(status.ordersVersion);
  }

  wake(): void {
    this.ask('wake');
  }

  networkIsBack(): void {
    this.ask('network');
  }

  signedIn(): void {
    this.ask('signed-in');
  }

  restart(): void {
    this.ask('restart');
  }

  private ask(wish: Wish): void {
    if (this.leads) this.grant(wish);
    else this.channel?.postMessage({ wish } satisfies Broadcast);
  }

  private grant(wish: Wish): void {
    if (wish === 'wake') this.run?.wake();
    if (wish === 'network') this.run?.reconnect();
    if (wish === 'signed-in') this.run?.gate.reset();
    if (wish === 'restart' && this.status$.value.phase === 'storage-failed') this.begin();
    if (wish === 'tell') this.tell({});
  }

  /** Resolves when this tab leads; until then it follows. */
  async lead(): Promise<void> {
    await this.database.waitForLeadership();
    if (this.closed) return;
    this.leads = true;
    this.begin();
  }

  private begin(): void {
    this.stopTimer();
    this.tell({ phase: 'starting' });
    const run = startReplication({
      ...this.deps,
      database: this.database,
      clock: this.clock,
      onContact: () => this.heard(),
      onOrdersVersion: (version) => this.versions$.next(version),
    });
    const initial$ = new BehaviorSubject(false);
    void run.initial.then(() => initial$.next(true));
    this.run = run;
    this.runSubscription.unsubscribe();
    this.runSubscription = combineLatest([run.gate.state$, run.streaming$, initial$])
      .pipe(startWith([run.gate.state$.value, false, false] as const))
      .subscribe(([gate, streaming, initial]) => this.moved(gate, streaming, initial));
  }

  private moved(gate: GateState, streaming: boolean, initial: boolean): void {
    if (gate === 'shut') return;
    if (initial && !this.status$.value.initialSyncDone) this.keep({ initialSyncDone: true });
    const initialSyncDone = initial || this.status$.value.initialSyncDone;
    this.tell({ phase: phaseOf(gate, streaming && initial), initialSyncDone });
  }

  private setVersion(ordersVersion: number): void {
    if (ordersVersion === this.ordersVersion$.value) return;
    this.ordersVersion$.next(ordersVersion);
    this.keep({ ordersVersion });
    this.tell({ ordersVersion });
  }

  private keep(part: Partial<Progress>): void {
    this.progress
      .modify((data) => ({ ...data, ...part }))
      .catch((error: unknown) => this.storageFailed(error));
  }

  /** Heartbeats come often: who shows the time does not need it by the second. */
  private heard(): void {
    const now = this.clock.now();
    // The clock may have been set back meanwhile.
    if (Math.abs(now - (this.status$.value.lastContact ?? 0)) > 5000) this.tell({ lastContact: now });
    if (Math.abs(now - this.contactKept) < keepContactEveryMs) return;
    this.contactKept = now;
    this.keep({ lastContact: now });
  }

  storageFailed(error: unknown): void {
    if (this.closed || !this.run || this.status$.value.phase === 'storage-failed') return;
    this.run.abort();
    this.run = undefined;
    console.error('Towline: the storage of this device failed', error);
    this.tell({ phase: 'storage-failed' });
    this.stopTimer = this.clock.after(restartAfterMs, () => this.restart());
  }

  private tell(part: Partial<SyncStatus>): void {
    this.status$.next({ ...this.status$.value, ...part });
    this.channel?.postMessage({ status: this.status$.value } satisfies Broadcast);
  }

  async close(): Promise<void> {
    this.closed = true;
    this.stopTimer();
    this.subscriptions.unsubscribe();
    this.runSubscription.unsubscribe();
    this.channel?.close();
    await this.run?.stop();
  }
}

export async function openSync(database: ClientDatabase, deps: SyncDeps): Promise<SyncEngine> {
  const progress = await openRecord<Progress>(database, 'progress', {
    initialSyncDone: false,
    ordersVersion: 0,
  });
  return new SyncEngine(database, progress, await firstValueFrom(progress.data$), deps);
}

function phaseOf(gate: GateState, upToDate: boolean): SyncPhase {
  if (gate === 'waiting' || gate === 'probing') return 'waiting';
  if (gate !== 'open' && gate !== 'shut') return gate;
  return upToDate ? 'live' : 'catching-up';
}
