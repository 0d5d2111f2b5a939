// Carries out what is to be told to the outside world, after the commit that caused it. Every server does so; a
// job that its server took and did not settle, because it was killed, becomes another's when its lease ends.
import type { Logger } from 'pino';
import type { Database } from '../database/database.ts';
import { delayAfter, maxAttempts } from './backoff.ts';
import { claim, nextDue, outboxChannel, postpone, purgeDone, settle, type Job } from './jobs.ts';

export type Outcome =
  | { readonly kind: 'done'; readonly note: string }
  /** It is tried again, until it has been tried often enough. */
  | { readonly kind: 'retry'; readonly why: string }
  /** No further try can help. */
  | { readonly kind: 'dead'; readonly why: string };

/** May be called more than once for one job, also at the same time. A throw counts as `retry`. */
export type Handler = (job: Job, signal: AbortSignal) => Promise<Outcome>;

export interface OutboxDeps {
  readonly database: Database;
  readonly clock: () => Date;
  readonly random: () => number;
  /** By kind of job. */
  readonly handlers: Readonly<Record<string, Handler>>;
  readonly log: Logger;
}

export interface Outbox {
  /** Resolves when nothing is due any more, or everything due is in others' hands. */
  drain(): Promise<void>;
  /** Lets those under way come to their end, for a moment. */
  stop(): Promise<void>;
}

/** Longer than any handler takes: a lease must not end while its holder still works. */
const leaseMs = 60_000;
const handlerLimitMs = 30_000;
const atOnce = 8;
const lookAgainMs = 30_000;
const keepDoneMs = 30 * 24 * 60 * 60 * 1000;
const purgeEveryMs = 60 * 60 * 1000;

export async function startOutbox(deps: OutboxDeps): Promise<Outbox> {
  const outbox = new Worker(deps);
  const stopListening = await deps.database.listen(
    outboxChannel,
    () => outbox.wake(),
    () => outbox.wake(),
  );
  outbox.wake();
  return {
    drain: () => outbox.drain(),
    stop: async () => {
      await stopListening();
      await outbox.stop();
    },
  };
}

class Worker {
  readonly #deps: OutboxDeps;
  readonly #stopped = new AbortController();
  #running: Promise<void> | undefined;
  #again = false;
  #timer: NodeJS.Timeout | undefined;
  #purgedAt = 0;

  constructor(deps: OutboxDeps) {
    this.#deps = deps;
  }

  wake(): void {
    void this.drain();
  }

  /** One run at a time; what is written while it comes to its end is looked for in another. */
  async drain(): Promise<void> {
    this.#again = true;
    while ((this.#again || this.#running) && !this.#stopped.signal.aborted) {
      await (this.#running ??= this.#run().finally(() => {
        this.#running = undefined;
      }));
    }
  }

  async stop(): Promise<void> {
    this.#stopped.abort();
    clearTimeout(this.#timer);
    await this.#running;
  }

  async #run(): Promise<void> {
    clearTimeout(this.#timer);
    try {
      while (this.#again && !this.#stopped.signal.aborted) {
        this.#again = false;
        await this.#carryOutDue();
      }
      await this.#purge();
      await this.#lookLater();
    } catch (error) {
      this.#again = false;
      this.#deps.log.warn({ err: error }, 'the outbox could not be read; it is tried again');
      this.#wakeIn(lookAgainMs);
    }
  }

  async #carryOutDue(): Promise<void> {
    const { database, clock } = this.#deps;
    const now = clock();
    const jobs = await claim(database, now, new Date(now.getTime() + leaseMs), atOnce);
    if (jobs.length === 0) return;
    this.#again = true;
    await Promise.all(jobs.map((job) => this.#carryOut(job)));
  }

  async #carryOut(job: Job): Promise<void> {
    const { database, clock } = this.#deps;
    const outcome = await this.#outcomeOf(job);
    if (this.#stopped.signal.aborted && outcome.kind !== 'done') {
      // Broken off by this server's end, which says nothing about the job.
      return postpone(database, job, outcome.why, clock());
    }
    if (outcome.kind === 'done')
      return settle(database, job, { state: 'done', outcome: outcome.note }, clock());
    const isLast = outcome.kind === 'dead' || job.attempt >= maxAttempts;
    if (isLast) return this.#bury(job, outcome.why);
    const wait = delayAfter(job.attempt, this.#deps.random());
    await postpone(database, job, outcome.why, new Date(clock().getTime() + wait));
  }

  async #outcomeOf(job: Job): Promise<Outcome> {
    const handler = this.#deps.handlers[job.kind];
    if (!handler) return { kind: 'retry', why: `This server does not know jobs of the kind ${job.kind}` };
    const limit = AbortSignal.any([this.#stopped.signal, AbortSignal.timeout(handlerLimitMs)]);
    try {
      return await handler(job, limit);
    } catch (error) {
      this.#deps.log.warn({ err: error, job: job.id, kind: job.kind }, 'a job of the outbox failed');
      return { kind: 'retry', why: error instanceof Error ? error.message : String(error) };
    }
  }

  async #bury(job: Job, why: string): Promise<void> {
    this.#deps.log.warn({ job: job.id, kind: job.kind, why }, 'a job of the outbox was given up');
    await settle(this.#deps.database, job, { state: 'dead', outcome: why }, this.#deps.clock());
  }

  async #lookLater(): Promise<void> {
    if (this.#stopped.signal.aborted) return;
    const due = await nextDue(this.#deps.database);
    const wait = due ? due.getTime() - this.#deps.clock().getTime() : lookAgainMs;
    // The first of a lane may be due later than those that wait behind it.
    this.#wakeIn(Math.min(Math.max(wait, 1000), lookAgainMs));
  }

  #wakeIn(ms: number): void {
    if (this.#stopped.signal.aborted) return;
    this.#timer = setTimeout(() => this.wake(), ms);
    this.#timer.unref();
  }

  async #purge(): Promise<void> {
    const now = this.#deps.clock().getTime();
    if (now - this.#purgedAt < purgeEveryMs) return;
    this.#purgedAt = now;
    await purgeDone(this.#deps.database, new Date(now - keepDoneMs));
  }
}
