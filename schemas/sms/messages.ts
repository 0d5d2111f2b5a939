// The messages about an order and how far each has come, read from its timeline.
import { messageStates, type MessageState, type Order, type TimelineEntry } from '../orders/order.ts';
import type { Command } from '../orders/commands.ts';

export interface SentMessage {
  /** The id of the command that asked for it. */
  readonly id: string;
  readonly templateId: string;
  readonly phone: string;
  readonly text: string;
  readonly state: MessageState;
  /** The gateway's word for what went wrong. */
  readonly code?: string;
  /** When it was asked for, by the server's clock, and by whom. */
  readonly at: string;
  readonly by: string;
}

/** Oldest first. */
export function messagesOf({ timeline }: Pick<Order, 'timeline'>): SentMessage[] {
  const reports = timeline.filter(({ type }) => type === 'report-sms');
  return timeline.flatMap((entry) => (entry.type === 'send-sms' ? [messageOf(entry, reports)] : []));
}

function messageOf(entry: TimelineEntry, reports: readonly TimelineEntry[]): SentMessage {
  const { id, templateId = '', phone = '', text = '', recordedAt, by } = entry;
  const last = reports.filter(({ messageId }) => messageId === id).reduce(later, entry);
  const { state = 'queued', code } = last;
  return { id, templateId, phone, text, state, ...(code && { code }), at: recordedAt, by };
}

/** Receipts come in any order, and some twice: what has come furthest counts. */
function later(one: TimelineEntry, other: TimelineEntry): TimelineEntry {
  return rank(other) > rank(one) ? other : one;
}

const rank = ({ state }: TimelineEntry) => (state ? messageStates.indexOf(state) : -1);

/** What the server says to itself when a gateway tells of a message. Told twice it is the same command. */
export function reportOf(
  message: { readonly id: string; readonly orderId: string },
  state: MessageState,
  at: string,
  code?: string,
): Extract<Command, { type: 'report-sms' }> {
  return {
    id: `${message.id}.${state}`,
    n: 0,
    deviceId: 'server',
    type: 'report-sms',
    orderId: message.orderId,
    at,
    payload: { messageId: message.id, state, ...(code && { code }) },
  };
}
