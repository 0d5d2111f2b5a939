// What the stream has told of one collection and replication has not taken yet. RxDB is only ever told to
// pull; its pull is answered from here without a request when nothing is missing in between. So there is one
// path by which documents come in, and it starts from the checkpoint that RxDB really holds. (Handing messages
// to RxDB beside its pulls lets an older message overwrite a newer page, and loses a RESYNC queued behind one.)
import { equalJson } from '#schemas/core/equal.ts';
import type { Checkpoint, Page, StreamMessage } from '#schemas/sync/protocol.ts';

export const startCheckpoint: Checkpoint = { id: '', lwt: 0 };

export type Step =
  | { readonly kind: 'up-to-date' }
  /** Messages that follow without a gap on what is known, as one page. */
  | { readonly kind: 'take'; readonly page: Page; readonly rest: readonly StreamMessage[] }
  /** Something was missed: ask the server. */
  | { readonly kind: 'pull' };

/** The gap rule. `previous` is the version before the message: below it nothing may be missing. */
export function nextStep(known: Checkpoint, messages: readonly StreamMessage[]): Step {
  const news = messages.filter(({ checkpoint }) => checkpoint.id !== known.id || checkpoint.lwt > known.lwt);
  if (news.length === 0) return { kind: 'up-to-date' };
  const follow = followers(known, news);
  const last = follow.at(-1);
  if (!last) return { kind: 'pull' };
  const documents = follow.flatMap((message) => [...message.documents]);
  return { kind: 'take', page: { documents, checkpoint: last.checkpoint }, rest: news.slice(follow.length) };
}

function followers(known: Checkpoint, messages: readonly StreamMessage[]): StreamMessage[] {
  const follow: StreamMessage[] = [];
  for (const message of messages) {
    const at = follow.at(-1)?.checkpoint ?? known;
    if (message.checkpoint.id !== at.id || message.previous > at.lwt) break;
    follow.push(message);
  }
  return follow;
}

/** Calls `onSent` when the request is really made: it may have to wait for a network before. */
type FetchPage = (checkpoint: Checkpoint, limit: number, onSent: () => void) => Promise<Page>;

/** Documents as they are now, in whatever order. */
type FetchDocuments = (ids: readonly string[]) => Promise<Page['documents']>;

export interface FeedSource {
  readonly page: FetchPage;
  readonly documents: FetchDocuments;
  /** The database has begun another life, or this person reads other scopes now. */
  readonly onMoved: () => void;
}

/** More than this is sooner asked for in pages than kept in memory. */
const maxKept = 1000;

export class Feed {
  private readonly source: FeedSource;
  private readonly suspects = new Set<string>();
  private messages: readonly StreamMessage[] = [];
  private readonly waiting: (() => void)[] = [];
  private mustAsk = true;
  /** RxDB does not keep the checkpoint of an empty page; we do, as long as RxDB starts from the same place. */
  private ahead: { readonly from: Checkpoint; readonly to: Checkpoint } | undefined;
  /** Up to where everything was handed over to RxDB. */
  reached: Checkpoint = startCheckpoint;

  constructor(source: FeedSource) {
    this.source = source;
  }

  add(message: StreamMessage): void {
    this.messages = [...this.messages, message];
    if (this.messages.reduce((sum, { documents }) => sum + documents.length + 1, 0) > maxKept) this.demand();
  }

  /** Something may have been missed: the next pull asks the server. */
  demand(): void {
    this.messages = [];
    this.mustAsk = true;
  }

  /** What this device holds wrongly, or does not hold: the next pulls bring it as it is. */
  suspect(ids: readonly string[]): void {
    for (const id of ids) this.suspects.add(id);
  }

  /** Resolves when RxDB has asked and was answered. */
  nextPull(): Promise<void> {
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  get hasSuspects(): boolean {
    return this.suspects.size > 0;
  }

  /** Answers RxDB's pull. A page with fewer than `limit` documents tells RxDB that this is all for now. */
  async pull(from: Checkpoint | undefined, limit: number): Promise<Page> {
    const asked = from ?? startCheckpoint;
    const known = this.ahead && equalJson(this.ahead.from, asked) ? this.ahead.to : asked;
    const page = await this.nextPage(known, limit);
    if (isMoved(asked, page.checkpoint)) this.source.onMoved();
    this.ahead = page.documents.length === 0 ? { from: asked, to: page.checkpoint } : undefined;
    this.reached = page.checkpoint;
    for (const resolve of this.waiting.splice(0)) resolve();
    return page;
  }

  /** What was taken out of the messages is asked for anew when it could not be handed over. */
  private async nextPage(known: Checkpoint, limit: number): Promise<Page> {
    try {
      return await this.withReplacements(await this.pageAfter(known, limit), limit);
    } catch (error) {
      this.demand();
      throw error;
    }
  }

  /** Fetched after the page and stored with it, so that nothing older can come later. */
  private async withReplacements(page: Page, limit: number): Promise<Page> {
    // One less than what was asked for, so that RxDB does not ask on for the sake of these.
    const room = limit - 1 - page.documents.length;
    const ids = [...this.suspects].slice(0, Math.max(room, 0));
    if (ids.length === 0 || page.checkpoint.id === '') return page;
    const documents = await this.source.documents(ids);
    for (const id of ids) this.suspects.delete(id);
    return { documents: [...page.documents, ...documents], checkpoint: page.checkpoint };
  }

  private async pageAfter(known: Checkpoint, limit: number): Promise<Page> {
    const step = this.mustAsk ? ({ kind: 'pull' } as const) : nextStep(known, this.messages);
    if (step.kind === 'pull') return this.ask(known, limit);
    this.messages = step.kind === 'take' ? step.rest : [];
    return step.kind === 'take' ? step.page : { documents: [], checkpoint: known };
  }

  /** What is demanded while the request is under way is asked for again. */
  private async ask(known: Checkpoint, limit: number): Promise<Page> {
    const asked = this.source.page(known, limit, () => (this.mustAsk = false));
    const page = await asked.catch((error: unknown) => {
      this.mustAsk = true;
      throw error;
    });
    if (page.documents.length >= limit) this.mustAsk = true;
    return page;
  }
}

/**
 * A first reading's checkpoints have an addition to their id until it is complete. One that goes back was handed
 * out by a database that was taken back to a backup.
 */
function isMoved(before: Checkpoint, after: Checkpoint): boolean {
  if (before.id === '') return false;
  const isSame = before.id.startsWith(after.id) || after.id.startsWith(before.id);
  return !isSame || after.lwt < before.lwt;
}
