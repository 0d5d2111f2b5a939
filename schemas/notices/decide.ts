// What becomes of a notice: one order, or a refusal. Whoever comes second is told what the first has done.
import type { Rejection } from '../core/codes.ts';
import { may, seesOutlet } from '../staff/permissions.ts';
import type { Command } from '../orders/commands.ts';
import type { DecideContext } from '../orders/events.ts';
import type { Notice } from './notice.ts';

type Refusal = Extract<Command, { type: 'refuse-notice' }>;

/** What speaks against making an order of a notice, or against refusing it. */
export function objectionToDeciding(
  noticeId: string,
  { actor, find }: Pick<DecideContext, 'actor' | 'find'>,
): Rejection | undefined {
  const notice = find('notices', noticeId);
  if (!notice || !seesOutlet(actor, notice.outletId)) return { code: 'notice-not-found' };
  if (notice.state === 'converted') return { code: 'notice-converted', detail: notice.orderId ?? '' };
  if (notice.state === 'refused') return { code: 'notice-refused', detail: notice.reason ?? '' };
  return undefined;
}

export function objectionToRefusal({ orderId }: Refusal, context: DecideContext): Rejection | undefined {
  if (!may(context.actor, 'orders.create')) return { code: 'not-permitted', detail: 'orders.create' };
  return objectionToDeciding(orderId, context);
}

interface Deed {
  readonly by: string;
  /** ISO instant by the server's clock. */
  readonly at: string;
}

export const converted = (notice: Notice, orderId: string, { by, at }: Deed): Notice => ({
  ...notice,
  state: 'converted',
  orderId,
  decidedBy: by,
  decidedAt: at,
});

export const refused = (notice: Notice, reason: string, { by, at }: Deed): Notice => ({
  ...notice,
  state: 'refused',
  reason,
  decidedBy: by,
  decidedAt: at,
});
