// Brings the photos of this device to the server: one tab does it, one photo at a time, the oldest first. What it does
// next is read from the store each time, so that it may be stopped at any point.
import { auditTime, distinctUntilChanged, map, merge, Subject, Subscription, type Observable } from 'rxjs';
import { isHeldBack } from '#schemas/sync/quarantine.ts';
import { backOff, type Clock } from './gate.ts';
import type { KeptPhoto, PhotoStore } from './photo-store.ts';
import type { PhotoQueue } from './photo-queue.ts';
import type { Transfer } from './photo-transfer.ts';
import { restartAfterMs, type SyncPhase, type SyncStatus } from './sync.ts';

export interface UploaderDeps {
  readonly store: Omit<PhotoStore, 'photos$'>;
  /** Never ends with an error. */
  readonly photos$: Observable<readonly KeptPhoto[]>;
  readonly queue: Pick<PhotoQueue, 'commandOf' | 'announce'>;
  readonly transfer: Transfer;
  readonly status$: Observable<Pick<SyncStatus, 'phase'>>;
  /** Verdicts and new commands, whatever they are about. */
  readonly commands$: Observable<unknown>;
  /** Who holds the session now must be who the photos are of. */
  readonly isSignedIn: () => boolean;
  readonly clock: Clock;
}

/** Which photo there is, not how far it has come: that is the uploader's own doing. */
const identity = (photos: readonly KeptPhoto[]): string =>
  photos.map(({ id, accepted, problem = '' }) => `${id} ${accepted} ${problem}`).join();

/** Why the server takes the bytes: the photo is on its order, or a manager is to see what was refused. */
type Wanted = { readonly isOnOrder: true } | { readonly isOnOrder: false; readonly problem: string };

const onOrder: Wanted = { isOnOrder: true };

/** Somebody who was disabled hands in what he had taken before he knew. */
const sending: readonly SyncPhase[] = ['live', 'catching-up', 'account-disabled'];

export class PhotoUploader {
  private readonly deps: UploaderDeps;
  private readonly subscriptions = new Subscription();
  private readonly stopped = new AbortController();
  private readonly again$ = new Subject<void>();
  private isReachable = false;
  private isRunning = false;
  private isWanted = false;
  private readonly waits = new Map<string, { readonly failures: number; readonly until: number }>();
  private stopTimer: () => void = () => undefined;

  constructor(deps: UploaderDeps) {
    this.deps = deps;
  }

  /** This tab leads. */
  start(): void {
    if (this.stopped.signal.aborted) return;
    const { status$, commands$ } = this.deps;
    const phase$ = status$.pipe(
      map(({ phase }) => phase),
      distinctUntilChanged(),
    );
    this.subscriptions.add(phase$.subscribe((phase) => this.moved(phase)));
    const photos$ = this.deps.photos$.pipe(map(identity), distinctUntilChanged());
    this.subscriptions.add(
      merge(photos$, commands$, this.again$)
        .pipe(auditTime(50))
        .subscribe({ next: () => void this.run(), error: (error) => report(error) }),
    );
  }

  /** The person wants it now. */
  wake(): void {
    this.waits.clear();
    this.again$.next();
  }

  close(): void {
    this.stopTimer();
    this.stopped.abort();
    this.subscriptions.unsubscribe();
  }

  private moved(phase: SyncPhase): void {
    this.isReachable = sending.includes(phase);
    if (this.isReachable) this.wake();
  }

  private async run(): Promise<void> {
    this.isWanted = true;
    if (this.isRunning) return;
    this.isRunning = true;
    try {
      while (this.isWanted && !this.stopped.signal.aborted) {
        this.isWanted = false;
        await this.pass();
      }
      this.waitForNext();
    } catch (error) {
      report(error);
      this.goOnIn(restartAfterMs);
    } finally {
      this.isRunning = false;
    }
  }

  private async pass(): Promise<void> {
    for (const photo of await this.deps.store.list()) {
      if (this.stopped.signal.aborted) return;
      if (!(await this.attend(photo))) return;
    }
  }

  /** One that cannot be read is not in the way of the others. @returns whether to go on with the next one */
  private async attend(photo: KeptPhoto): Promise<boolean> {
    try {
      const wanted = photo.accepted ? onOrder : await this.judge(photo);
      return !wanted || !this.maySend(photo) || (await this.send(photo, wanted));
    } catch (error) {
      report(error);
      this.tryLater(photo);
      return true;
    }
  }

  private maySend(photo: KeptPhoto): boolean {
    return this.isReachable && this.deps.isSignedIn() && this.isDue(photo);
  }

  private isDue({ id }: KeptPhoto): boolean {
    return this.deps.clock.now() >= (this.waits.get(id)?.until ?? 0);
  }

  /** @returns undefined where the server does not take its bytes, or not yet */
  private async judge(photo: KeptPhoto): Promise<Wanted | undefined> {
    const { store, queue } = this.deps;
    const command = await queue.commandOf(photo);
    if (!command) await this.announce(photo);
    const verdict = command?.verdict;
    if (!verdict) return undefined;
    if (verdict.status === 'rejected') {
      const problem = verdict.code ?? 'invalid-command';
      await this.note(photo, problem);
      return isHeldBack(problem) && !photo.handedIn ? { isOnOrder: false, problem } : undefined;
    }
    await store.update(photo.id, { accepted: true });
    return onOrder;
  }

  /** It was broken off between storing it and telling of it. */
  private async announce(photo: KeptPhoto): Promise<void> {
    if (!this.isDue(photo)) return;
    const issued = await this.deps.queue.announce(photo);
    if (issued.ok) this.waits.delete(photo.id);
    else this.tryLater(photo);
    await this.note(photo, issued.ok ? undefined : issued.error.code);
  }

  private async note({ id, problem: noted }: KeptPhoto, problem: string | undefined): Promise<void> {
    if (problem !== noted) await this.deps.store.update(id, problem === undefined ? {} : { problem });
  }

  /** @returns whether to go on with the next one */
  private async send(photo: KeptPhoto, wanted: Wanted): Promise<boolean> {
    const { store, transfer } = this.deps;
    const content = await store.content(photo.id);
    if (!content) return true;
    const { signal } = this.stopped;
    const told = wanted.isOnOrder ? {} : { problem: wanted.problem };
    const onSent = (sent: number) => void store.update(photo.id, { ...told, sent }).catch(report);
    const outcome = await transfer(photo, content.bytes, { onSent, signal });
    if (signal.aborted) return false;
    if (outcome.kind === 'stored') {
      this.waits.delete(photo.id);
      // One that is on no order stays here too, until its person has said what becomes of it.
      await (wanted.isOnOrder ? store.remove(photo.id) : store.update(photo.id, { ...told, handedIn: true }));
      return true;
    }
    if (wanted.isOnOrder) await this.notYet(photo, outcome.code);
    this.tryLater(photo);
    // One that the server does not want now is not in the way of the others.
    return outcome.code !== undefined;
  }

  /** After a backup was restored the server may decide anew whether it is on its order. */
  private async notYet(photo: KeptPhoto, problem: string | undefined): Promise<void> {
    if (problem === 'photo-not-announced')
      await this.deps.store.update(photo.id, { accepted: false, problem });
    else await this.note(photo, problem);
  }

  private tryLater({ id }: KeptPhoto): void {
    const { clock } = this.deps;
    const failures = (this.waits.get(id)?.failures ?? 0) + 1;
    this.waits.set(id, { failures, until: clock.now() + backOff(failures, clock.random()) });
  }

  /** Those that are due already were tried, or wait for the server. */
  private waitForNext(): void {
    const now = this.deps.clock.now();
    const coming = [...this.waits.values()].map(({ until }) => until - now).filter((delay) => delay > 0);
    if (coming.length > 0) this.goOnIn(Math.min(...coming));
  }

  private goOnIn(delay: number): void {
    this.stopTimer();
    if (this.stopped.signal.aborted) return;
    this.stopTimer = this.deps.clock.after(delay, () => this.again$.next());
  }
}

const report = (error: unknown): void => console.error('Towline: photos could not be sent', error);
