// Says when the server may be asked. All requests of the replication pass one gate, so that an outage is
// found out once and tried again by one request, not by thirteen collections.
//
//   open ──unreachable──▶ waiting ──time or wake──▶ probing ──reached──▶ open
//    │                       ▲───────unreachable───────┘
//    └──signed-out──▶ signed-out ──reset──▶ open          update-needed and shut are final
import { BehaviorSubject } from 'rxjs';
import type { RequestFailure } from './http.ts';

export type GateState = 'open' | 'waiting' | 'probing' | 'signed-out' | 'update-needed' | 'shut';

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
  private waiters: { pass: () => void; refuse: (error: GateShut) => void }[] = [];
  private failures = 0;
  private stopTimer: () => void = () => undefined;

  constructor(clock: Clock = systemClock) {
    this.clock = clock;
  }

  /**
   * Resolves when a request may be made; rejects with `GateShut`.
   * @param first before all others that wait
   */
  pass(first = false): Promise<void> {
    if (this.state$.value === 'shut') return Promise.reject(new GateShut());
    if (this.state$.value === 'open') return Promise.resolve();
    return new Promise((pass, refuse) => {
      if (first) this.waiters.unshift({ pass, refuse });
      else this.waiters.push({ pass, refuse });
    });
  }

  /** The server has answered as it should. */
  reached(): void {
    if (this.state$.value !== 'probing' && this.state$.value !== 'open') return;
    this.failures = 0;
    this.move('open');
    for (const { pass } of this.waiters.splice(0)) pass();
  }

  failed(failure: RequestFailure): void {
    if (this.state$.value === 'shut' || this.state$.value === 'update-needed') return;
    if (failure.kind === 'signed-out' || failure.kind === 'update-needed') this.stopAt(failure.kind);
    if (failure.kind === 'unreachable') this.wait(failure.retryAfterMs);
  }

  /** A request was given up without having learned anything: the next one may try. */
  released(): void {
    if (this.state$.value === 'probing') this.probe();
  }

  /** The network is back or somebody looks at the screen: try at once. */
  wake(): void {
    if (this.state$.value === 'waiting') this.probe();
  }

  /** The person has signed in again. */
  reset(): void {
    if (this.state$.value === 'signed-out') this.probe();
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

  /** Requests that were under way when the first one failed say nothing new. */
  private wait(atLeastMs = 0): void {
    if (this.state$.value !== 'open' && this.state$.value !== 'probing') return;
    this.failures++;
    this.move('waiting');
    this.stopTimer();
    const delay = Math.max(atLeastMs, backOff(this.failures, this.clock.random()));
    this.stopTimer = this.clock.after(delay, () => this.probe());
  }

  private probe(): void {
    this.stopTimer();
    const first = this.waiters.shift();
    this.move(first ? 'probing' : 'open');
    first?.pass();
  }

  private move(state: GateState): void {
    if (this.state$.value !== state) this.state$.next(state);
  }
}

/** 1 s, 2 s, 4 s … 60 s, each spread over half to one and a half, so that a fleet does not return at once. */
export function backOff(failures: number, random: number): number {
  return Math.min(1000 * 2 ** (failures - 1), 60_000) * (0.5 + random);
}
