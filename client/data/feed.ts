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

/** More than this is sooner asked for in pages than kept in memory. */
const maxKept = 1000;

export class Feed {
  private readonly fetchPage: FetchPage;
  private messages: readonly StreamMessage[] = [];
  private mustAsk = true;
  /** RxDB does not keep the checkpoint of an empty page; we do, as long as RxDB starts from the same place. */
  private ahead: { readonly from: Checkpoint; readonly to: Checkpoint } | undefined;
  /** Up to where everything was handed over to RxDB. */
  reached: Checkpoint = startCheckpoint;

  constructor(fetchPage: FetchPage) {
    this.fetchPage = fetchPage;
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

  /** Answers RxDB's pull. A page with fewer than `limit` documents tells RxDB that this is all for now. */
  async pull(from: Checkpoint | undefined, limit: number): Promise<Page> {
    const asked = from ?? startCheckpoint;
    const known = this.ahead && equalJson(this.ahead.from, asked) ? this.ahead.to : asked;
    const page = await this.pageAfter(known, limit);
    this.ahead = page.documents.length === 0 ? { from: asked, to: page.checkpoint } : undefined;
    this.reached = page.checkpoint;
    return page;
  }

  private async pageAfter(known: Checkpoint, limit: number): Promise<Page> {
    const step = this.mustAsk ? ({ kind: 'pull' } as const) : nextStep(known, this.messages);
    if (step.kind === 'pull') return this.ask(known, limit);
    this.messages = step.kind === 'take' ? step.rest : [];
    return step.kind === 'take' ? step.page : { documents: [], checkpoint: known };
  }

  /** What is demanded while the request is under way is asked for again. */
  private async ask(known: Checkpoint, limit: number): Promise<Page> {
    const page = await this.fetchPage(known, limit, () => (this.mustAsk = false)).catch((error: unknown) => {
      this.mustAsk = true;
      throw error;
    });
    if (page.documents.length >= limit) this.mustAsk = true;
    return page;
  }
}
