// Says when the server may be asked. All requests of the replication pass one gate, so that an outage is
// found out once and tried again by one request, not by thirteen collections.
//
//   open ──unreachable──▶ waiting ──time or wake──▶ probing ──reached──▶ open
//    │                       ▲───────unreachable───────┘
//    ├──signed-out──▶ signed-out ──reset──▶ open          update-needed and shut are final
//    ├──account-disabled──▶ account-disabled ──time or reset──▶ probing; what hands in passes all the while
//    └──server-outdated──▶ server-outdated ──time──▶ probing
import { BehaviorSubject } from 'rxjs';
import type { RequestFailure } from './http.ts';

export type GateState =
  | 'open'
  | 'waiting'
  | 'probing'
  | 'signed-out'
  | 'account-disabled'
  | 'update-needed'
  | 'server-outdated'
  | 'shut';

/** What a request is: the first of all that wait, or one that hands in what was entered. */
type Passing = 'first' | 'handing-in' | undefined;

interface Waiter {
  readonly as: Passing;
  readonly pass: (since: number) => void;
  readonly refuse: (error: GateShut) => void;
}

/** One request asks, however many wait: a server that is back is found out within half a minute. */
const longestWaitMs = 20_000;

/** How long until somebody may have been enabled again, or a server updated. */
const slowRetryMs = 60_000;

export interface Clock {
  now(): number;
  /** Calls back once after so many milliseconds; the returned function calls it off. */
  after(ms: number, run: () => void): () => void;
  /** 0 to 1. */
  random(): number;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  after: (ms, run) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
  random: () => Math.random(),
};

/** What a waiting request is told when the gate was shut for good. */
export class GateShut extends Error {}

export class Gate {
  readonly state$ = new BehaviorSubject<GateState>('open');
  private readonly clock: Clock;
  private waiters: Waiter[] = [];
  private failures = 0;
  /** How often the server went out of reach. */
  outages = 0;
  private stopTimer: () => void = () => undefined;

  constructor(clock: Clock = systemClock) {
    this.clock = clock;
  }

  /**
   * Resolves when a request may be made, with what its failure is to be told with; rejects with `GateShut`.
   */
  pass(as?: Passing): Promise<number> {
    const state = this.state$.value;
    if (state === 'shut') return Promise.reject(new GateShut());
    if (state === 'open' || (state === 'account-disabled' && as === 'handing-in'))
      return Promise.resolve(this.outages);
    return new Promise((pass, refuse) => {
      if (as === 'first') this.waiters.unshift({ as, pass, refuse });
      else this.waiters.push({ as, pass, refuse });
    });
  }

  /** The server has answered as it should. */
  reached(): void {
    if (this.state$.value !== 'probing' && this.state$.value !== 'open') return;
    this.failures = 0;
    this.move('open');
    this.letIn(this.waiters.splice(0));
  }

  /**
   * @param since what `pass` gave: a request that was under way when an outage was found out says nothing about
   * the network of afterwards
   */
  failed(failure: RequestFailure, since = this.outages): void {
    if (this.state$.value === 'shut' || this.state$.value === 'update-needed') return;
    if (since < this.outages) return;
    if (failure.kind === 'unreachable') this.wait(failure.retryAfterMs);
    else if (failure.kind === 'signed-out' || failure.kind === 'update-needed') this.stopAt(failure.kind);
    else if (failure.kind !== 'refused') this.slowDown(failure.kind);
  }

  /** A request was given up without having learned anything: the next one may try. */
  released(): void {
    if (this.state$.value === 'probing') this.probe();
  }

  /** The network is back or somebody looks at the screen: try at once, and again soon; a network is told of early. */
  wake(): void {
    if (this.state$.value !== 'waiting' && this.state$.value !== 'server-outdated') return;
    this.failures = 0;
    this.probe();
  }

  /** The person has signed in again. */
  reset(): void {
    if (this.state$.value === 'signed-out' || this.state$.value === 'account-disabled') this.probe();
  }

  shut(): void {
    this.stopTimer();
    this.move('shut');
    for (const { refuse } of this.waiters.splice(0)) refuse(new GateShut());
  }

  private stopAt(state: 'signed-out' | 'update-needed'): void {
    this.stopTimer();
    this.move(state);
  }

  private slowDown(state: 'account-disabled' | 'server-outdated'): void {
    this.stopTimer();
    this.move(state);
    this.stopTimer = this.clock.after(slowRetryMs, () => this.probe());
    if (state === 'server-outdated') return;
    const handingIn = this.waiters.filter(({ as }) => as === 'handing-in');
    this.waiters = this.waiters.filter(({ as }) => as !== 'handing-in');
    this.letIn(handingIn);
  }

  /** Requests that were under way when the first one failed say nothing new. */
  private wait(atLeastMs = 0): void {
    // Also where only handing in was let through: without a network it waits like everything else.
    if (!['open', 'probing', 'account-disabled'].includes(this.state$.value)) return;
    this.failures++;
    this.move('waiting');
    this.stopTimer();
    const random = this.clock.random();
    // What a server asks for is asked of all devices: they are not to come back in the same second either.
    const delay = Math.max(atLeastMs * (1 + random / 2), backOff(this.failures, random, longestWaitMs));
    this.stopTimer = this.clock.after(delay, () => this.probe());
  }

  private probe(): void {
    this.stopTimer();
    const first = this.waiters.shift();
    this.move(first ? 'probing' : 'open');
    if (first) this.letIn([first]);
  }

  private letIn(waiters: readonly Waiter[]): void {
    for (const { pass } of waiters) pass(this.outages);
  }

  private move(state: GateState): void {
    const isAnswering = state === 'open' || state === 'probing';
    if (!isAnswering && this.state$.value !== state) this.outages++;
    if (this.state$.value !== state) this.state$.next(state);
  }
}

/** 1 s, 2 s, 4 s …, each spread over half to one and a half, so that a fleet does not return at once. */
export function backOff(failures: number, random: number, longestMs = 60_000): number {
  return Math.min(1000 * 2 ** (failures - 1), longestMs) * (0.5 + random);
}
