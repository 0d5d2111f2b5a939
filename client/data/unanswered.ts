// What comes in beside a push. RxDB passes over what it is handed about a document whose push it still waits for,
// and never asks for it again; and it lets a page that was answered before the push, but comes after it, write
// the older state over the newer one. So what came in meanwhile is told once more with the answer to the push,
// and nothing older than an answer is handed over any more.
import type { Clock } from './gate.ts';
import type { PushRow } from './wire.ts';

interface Told {
  readonly id?: unknown;
  /** A number; a tombstone has none: it is always the latest word. */
  readonly version?: unknown;
}

/** Requests are given up after a minute. */
const longestOnItsWayMs = 2 * 60_000;

export class Unanswered {
  /** By id: what was heard since the push was sent. */
  private readonly sent = new Map<unknown, Told | undefined>();
  /** By id: what RxDB was answered with, until it is stored. */
  private readonly answered = new Map<unknown, Told | undefined>();
  /** By id: what RxDB was answered with, until the feed has come as far, or nothing older can be on its way. */
  private readonly floor = new Map<unknown, { readonly answer: Told; readonly until: number }>();
  private readonly clock: Pick<Clock, 'now'>;

  constructor(clock: Pick<Clock, 'now'>) {
    this.clock = clock;
  }

  /** The database has begun another life: its versions say nothing about those of before. */
  forget(): void {
    this.floor.clear();
  }

  /** These were fetched by id just now: they are the truth, whatever was answered before. */
  trust(ids: readonly string[]): void {
    for (const id of ids) this.floor.delete(id);
  }

  /** @returns the documents as they may be handed to RxDB, as many as before */
  hear<Doc extends object>(documents: readonly Doc[]): Doc[] {
    return documents.map((document) => {
      const { id }: Told = document;
      const { answer, until = 0 } = this.floor.get(id) ?? {};
      const isOlder = until > this.clock.now() && versionOf(document) < versionOf(answer);
      if (isOlder) return answer as Doc;
      this.floor.delete(id);
      if (this.sent.has(id)) this.sent.set(id, document);
      return document;
    });
  }

  /** @returns makes the answer for RxDB out of the server's */
  send(rows: readonly PushRow[]): (answers: readonly object[]) => object[] {
    const ids = rows.map(({ newDocumentState }) => (newDocumentState as Told).id);
    for (const id of ids) this.sent.set(id, this.sent.get(id));
    return (answers) => {
      const told = new Map<unknown, Told>(answers.map((answer: Told) => [answer.id, answer]));
      for (const id of ids) this.settleOn(id, told);
      return [...told.values()];
    };
  }

  private settleOn(id: unknown, told: Map<unknown, Told>): void {
    const later = this.sent.get(id);
    if (later && versionOf(later) > versionOf(told.get(id))) told.set(id, later);
    const answer = told.get(id);
    this.answered.set(id, answer);
    if (answer && Number.isFinite(versionOf(answer)))
      this.floor.set(id, { answer, until: this.clock.now() + longestOnItsWayMs });
  }

  /**
   * The answers were stored. @returns ids of which something else was handed over meanwhile, and nobody knows
   * whether it was taken
   */
  settle(): string[] {
    const ids = [...this.answered.keys()].filter((id) => {
      const heard = this.sent.get(id);
      return heard !== undefined && versionOf(heard) !== versionOf(this.answered.get(id));
    });
    for (const id of this.answered.keys()) this.sent.delete(id);
    this.answered.clear();
    return ids.map(String);
  }
}

function versionOf(told: Told | undefined): number {
  if (!told) return -1;
  return typeof told.version === 'number' ? told.version : Infinity;
}
