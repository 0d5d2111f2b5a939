// RxDB passes over what it is handed about a document whose push it still waits for, and never asks for it
// again. So what came in meanwhile is told once more with the answer to the push, as the true state that it is;
// and what comes between the answer and its being stored is asked for again.
import type { PushRow } from './wire.ts';

interface Told {
  readonly id?: unknown;
  /** A number; a tombstone has none: it is always the latest word. */
  readonly version?: unknown;
}

export class Unanswered {
  /** By id: what was heard since the push was sent. */
  private readonly sent = new Map<unknown, Told | undefined>();
  /** By id: the version that RxDB was answered with. */
  private readonly answered = new Map<unknown, number>();

  /** Documents that are handed to RxDB. */
  hear(documents: readonly object[]): void {
    for (const document of documents as readonly Told[])
      if (this.sent.has(document.id)) this.sent.set(document.id, document);
  }

  /** @returns makes the answer for RxDB out of the server's */
  send(rows: readonly PushRow[]): (answers: readonly object[]) => object[] {
    const ids = rows.map(({ newDocumentState }) => (newDocumentState as Told).id);
    for (const id of ids) this.sent.set(id, this.sent.get(id));
    return (answers) => {
      const told = new Map<unknown, Told>(answers.map((answer: Told) => [answer.id, answer]));
      for (const id of ids) {
        const later = this.sent.get(id);
        if (later && versionOf(later) > versionOf(told.get(id))) told.set(id, later);
        this.answered.set(id, versionOf(told.get(id)));
      }
      return [...told.values()];
    };
  }

  /** The answers were stored. @returns ids of what came too late for its answer and too early to be taken */
  settle(): string[] {
    const late = [...this.answered].filter(([id, version]) => versionOf(this.sent.get(id)) > version);
    for (const [id] of this.answered) this.sent.delete(id);
    this.answered.clear();
    return late.map(([id]) => String(id));
  }
}

function versionOf(told: Told | undefined): number {
  if (!told) return -1;
  return typeof told.version === 'number' ? told.version : Infinity;
}
