// The notices that a batch of commands speaks of: what becomes of them, one command after the other.
import type { NewJob } from '../outbox/jobs.ts';
import type { DocumentChange } from '../replication/changes.ts';
import { converted, refused } from '#schemas/notices/decide.ts';
import type { Notice } from '#schemas/notices/notice.ts';
import { noticeEventOf, refusalMessage, statusMessage } from '#schemas/notices/status.ts';
import type { Command } from '#schemas/orders/commands.ts';
import type { Find, OrderEvent } from '#schemas/orders/events.ts';
import type { Order } from '#schemas/orders/order.ts';
import { documentScopes } from '#schemas/sync/scopes.ts';
import { noticeJob } from './jobs.ts';

export class NoticeBook {
  readonly #notices: Map<string, Notice>;
  readonly #changed = new Set<string>();

  /** @param locked as they are stored; nobody else decides about them before this transaction ends */
  constructor(locked: ReadonlyMap<string, Notice>) {
    this.#notices = new Map(locked);
  }

  /** Reads notices as this batch has left them, and everything else as before. */
  findAmong(find: Find): Find {
    return ((collection, id) =>
      collection === 'notices' ? this.#notices.get(id) : find(collection, id)) as Find;
  }

  /** @returns what the sender is to be told */
  apply(before: Order | null, event: OrderEvent, after: Order, find: Find): NewJob[] {
    if (!after.noticeId) return [];
    const notice = this.#notices.get(after.noticeId);
    if (event.type === 'create-order' && notice)
      this.#change(converted(notice, after.id, { by: event.by, at: event.recordedAt }));
    const type = noticeEventOf(before, event, after);
    return type ? [noticeJob(event.id, after.noticeId, statusMessage(type, after, event, find))] : [];
  }

  /** A refusal that was found to be in order. */
  refuse(command: Extract<Command, { type: 'refuse-notice' }>, by: string, at: string): NewJob[] {
    const notice = this.#notices.get(command.orderId);
    if (!notice) return [];
    const changed = refused(notice, command.payload.reason, { by, at });
    this.#change(changed);
    return [noticeJob(command.id, notice.id, refusalMessage(changed))];
  }

  #change(notice: Notice): void {
    this.#notices.set(notice.id, notice);
    this.#changed.add(notice.id);
  }

  changes(): DocumentChange[] {
    return [...this.#notices.values()].filter(({ id }) => this.#changed.has(id)).map(noticeChange);
  }
}

function noticeChange({ version: _, ...body }: Notice): DocumentChange {
  return { collection: 'notices', id: body.id, body, scopes: documentScopes('notices', body), isNew: false };
}
