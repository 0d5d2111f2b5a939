// evolve(state, event) → state: the fold that makes an order out of its events. It judges nothing.
import type { AttentionCode } from '../core/codes.ts';
import type { OrderPatch, RepairPatch } from './commands.ts';
import type { Handover } from '../finance/cash/cash.ts';
import { confirmationAfter } from './confirmation.ts';
import type { OrderEvent } from './events.ts';
import { submitted } from './sent-back.ts';
import { declinedBy, offerEnd, type Offer } from './offer.ts';
import {
  recencyOf,
  type FinanceStage,
  type Order,
  type OrderFinance,
  type OrderStatus,
  type TimelineEntry,
} from './order.ts';

/** The order after the event. `version` is left as it was: it is the database's to give. */
export function evolve(order: Order | null, event: OrderEvent): Order {
  if (event.type === 'create-order') return created(event);
  if (!order) throw new Error(`Event ${event.id} has no order to change`);
  const timeline = [...order.timeline, entryOf(event)];
  const next = withCash({ ...applied(order, event), timeline }, event);
  return withConfirmation(withStatus(next, event), event);
}

/** The status a timeline tells: what every order's `status` has to equal. */
export function statusOf(timeline: readonly TimelineEntry[]): OrderStatus {
  return timeline.reduce<OrderStatus>((status, entry) => entry.status ?? status, 'pending');
}

function created(event: Extract<OrderEvent, { type: 'create-order' }>): Order {
  return {
    ...withoutUndefined(event.payload),
    id: event.orderId,
    number: event.number ?? '',
    status: 'pending',
    ...(event.targets && { targets: event.targets }),
    timeline: [entryOf(event)],
    attention: [],
    finance: { stage: 'unverified' },
    ...(event.awaitsConfirmation && { confirmation: { state: 'expected' as const } }),
    createdAt: event.recordedAt,
    createdBy: event.by,
    recency: recencyOf(event.recordedAt, event.orderId),
    version: 0,
  };
}

function applied(order: Order, event: OrderEvent): Order {
  switch (event.type) {
    case 'edit-order':
      return patched(order, event.payload.patch);
    case 'dispatch': {
      const { vehicleId, driverId } = event.payload;
      return { ...order, assignment: { vehicleId, driverId }, attention: withoutDeclined(order) };
    }
    case 'recall':
      return unassigned(order);
    case 'accept': {
      const { assignment } = event;
      return assignment ? { ...order, assignment, attention: withoutDeclined(order) } : order;
    }
    case 'offer':
      return { ...order, offer: offerOf(event), attention: withoutDeclined(order) };
    case 'withdraw-offer':
      return withOffer(order, undefined);
    case 'repair-order':
      return repaired(order, event);
    case 'rate':
      return { ...order, rating: { ...withoutUndefined(event.payload), at: event.recordedAt } };
    case 'decline': {
      if (!event.status)
        return withOffer(order, order.offer && declinedBy(order.offer, event.by, event.payload.reason));
      return unassigned(order);
    }
    case 'add-to-statement':
      return { ...order, finance: { ...order.finance, statementId: event.payload.statementId } };
    case 'remove-from-statement': {
      const { statementId: _, ...finance } = order.finance;
      return { ...order, finance };
    }
    case 'repair-finance':
      return financeRepaired(order, event);
    case 'send-back': {
      const { by, recordedAt: at, payload } = event;
      return { ...order, sentBack: { by, at, reason: payload.reason } };
    }
    case 'resubmit':
      return submitted(order);
    case 'verify':
    case 'approve-price':
    case 'post-payment':
    case 'settle-rest':
    case 'reverse-finance':
      return { ...order, finance: financeAfter(order, event) };
    default:
      return order;
  }
}

function unassigned({ assignment: _, ...order }: Order): Order {
  return order;
}

const withoutDeclined = ({ attention }: Order) => attention.filter(({ code }) => code !== 'declined');

function offerOf({ id, by, recordedAt, payload }: Extract<OrderEvent, { type: 'offer' }>): Offer {
  const { to, minutes, note } = payload;
  const until = minutes === undefined ? undefined : offerEnd(recordedAt, minutes);
  return { id, by, at: recordedAt, to, ...(until && { until }), ...(note && { note }) };
}

function withOffer({ offer: _, ...order }: Order, offer: Offer | undefined): Order {
  return offer ? { ...order, offer } : order;
}

/** What the timeline tells by itself (kilometres, cash, times of steps) is nowhere else; status follows below. */
function repaired(order: Order, { payload, changes = [], status }: RepairEvent): Order {
  const fields = new Set(changes.map(({ field }) => field));
  const { status: _status, mileageKm: _km, collectedFen: _fen, steps: _steps, ...details } = payload.patch;
  const wanted = Object.fromEntries(Object.entries(details).filter(([field]) => fields.has(field)));
  const next = patched(order, wanted);
  const isSettled = ['status', 'steps', 'assignment'].some((field) => fields.has(field));
  const { assignment, ...rest } = next;
  return {
    ...rest,
    ...(assignment && status !== 'pending' && { assignment }),
    attention: isSettled ? order.attention.filter(({ code }) => outlastsRepair[code]) : order.attention,
  };
}

/** What another than the repairing person has to be content with. */
const outlastsRepair: Partial<Record<AttentionCode, true>> = { 'low-rating': true, 'sent-back': true };

type RepairEvent = Extract<OrderEvent, { type: 'repair-order' }>;

function patched(order: Order, patch: OrderPatch | RepairPatch): Order {
  const next: Record<string, unknown> = { ...order };
  for (const [field, value] of Object.entries(patch)) {
    if (value === null || value === undefined) delete next[field];
    else next[field] = value;
  }
  return next as Order;
}

/** Its price and payment as they should have been, or back at a stage from which finance goes on. */
function financeRepaired(order: Order, event: Extract<OrderEvent, { type: 'repair-finance' }>): Order {
  const { customerId = order.customerId, stage, ...patch } = event.payload.patch;
  if (event.stage && stage)
    return { ...order, finance: reversed(order.finance, event.stage, order.timeline) };
  const { taken: _, ...finance } = order.finance;
  const { taken } = event;
  return { ...order, customerId, finance: { ...finance, ...patch, ...(taken && { taken }) } };
}

function financeAfter({ finance, timeline }: Order, event: OrderEvent): OrderFinance {
  const stage = event.stage ?? finance.stage;
  switch (event.type) {
    case 'verify': {
      const { lines, amountFen, method } = event.payload;
      const { statementId } = finance;
      return { stage, lines, amountFen, method, verifiedBy: event.by, ...(statementId && { statementId }) };
    }
    case 'approve-price': {
      const { amountFen, lines } = event.payload;
      const others = lines && { lines, verifiedLines: finance.lines ?? [] };
      return { ...finance, ...others, stage, amountFen, approvedBy: event.by };
    }
    case 'post-payment': {
      const { receivedFen, method } = event.payload;
      const { taken } = event;
      return { ...finance, stage, receivedFen, method, postedBy: event.by, ...(taken && { taken }) };
    }
    case 'settle-rest': {
      const { receivedFen, method } = event.payload;
      const rests = [...(finance.rests ?? []), { receivedFen, method }];
      return { ...finance, receivedFen: (finance.receivedFen ?? 0) + receivedFen, rests };
    }
    default:
      return reversed(finance, stage, timeline);
  }
}

/** Back one stage: what that stage had added or replaced is undone; what was verified stays as a proposal. */
function reversed(
  { receivedFen: _received, rests: _rests, postedBy: _posted, taken: _taken, ...finance }: OrderFinance,
  stage: FinanceStage,
  timeline: readonly TimelineEntry[],
): OrderFinance {
  const { amountFen, method } = timeline.findLast(({ type }) => type === 'verify') ?? {};
  const priced = { ...finance, ...(method && { method }) };
  if (stage === 'priced') return { ...priced, stage };
  const { approvedBy: _approved, verifiedLines, ...rest } = priced;
  const verified = {
    ...rest,
    ...(verifiedLines && { lines: verifiedLines }),
    ...(amountFen !== undefined && { amountFen }),
  };
  if (stage === 'verified') return { ...verified, stage };
  const { verifiedBy: _verified, ...proposed } = verified;
  return { ...proposed, stage };
}

function withCash(order: Order, event: OrderEvent): Order {
  const handovers = order.cash?.handovers ?? [];
  if (event.cash) return { ...order, cash: { ...event.cash, handovers } };
  const { cash } = order;
  if (!cash) return order;
  if (event.type === 'count-cash')
    return { ...order, cash: { ...cash, handovers: [...handovers, counted(event)] } };
  if (event.type !== 'reverse-cash-count') return order;
  const reversed = { reason: event.payload.reason, by: event.by, at: event.recordedAt };
  return {
    ...order,
    cash: {
      ...cash,
      handovers: handovers.map((one) => (one.id === event.handoverId ? { ...one, reversed } : one)),
    },
  };
}

function counted(event: Extract<OrderEvent, { type: 'count-cash' }>): Handover {
  const { expectedFen, countedFen, method, reason } = event.payload;
  return {
    ...{ id: event.handoverId ?? event.id, fen: event.settledFen ?? 0, expectedFen, countedFen, method },
    ...(reason && { reason }),
    ...{ by: event.by, at: event.recordedAt },
  };
}

const results = { completed: 'success', 'empty-run': 'empty-run', voided: 'void' } as const;

function withStatus(order: Order, event: OrderEvent): Order {
  const attention = event.flag
    ? [...order.attention, { code: event.flag, at: event.recordedAt }]
    : order.attention;
  if (!event.status) return { ...order, attention };
  // Whatever moves the order ends the asking and the sending back.
  const { result: _, offer: _offer, ...rest } = submitted({ ...order, attention });
  const result = event.status in results ? results[event.status as keyof typeof results] : undefined;
  return { ...rest, status: event.status, ...(result && { result }) };
}

function withConfirmation(order: Order, event: OrderEvent): Order {
  const { confirmation: _, ...rest } = order;
  const confirmation = confirmationAfter(order, event);
  return { ...rest, ...(confirmation && { confirmation }) };
}

/** The event as the order's readers see it: who, when, and what is short enough to show. */
function entryOf(event: OrderEvent): TimelineEntry {
  const { id, type, at, recordedAt, by, status, flag } = event;
  const head = { id, type, at, recordedAt, by, ...(status && { status }), ...(flag && { flag }) };
  switch (event.type) {
    case 'create-order':
      return head;
    case 'edit-order':
      return { ...head, changed: Object.keys(event.payload.patch) };
    case 'dispatch':
    case 'recall': {
      const { seen: _, ...shown } = event.payload;
      return { ...head, ...withoutUndefined(shown) };
    }
    case 'accept':
      return { ...head, ...event.assignment };
    case 'offer': {
      const { to, until, note } = offerOf(event);
      return { ...head, to, ...(until && { until }), ...(note && { note }) };
    }
    case 'verify':
      return { ...head, amountFen: event.payload.amountFen, method: event.payload.method };
    case 'approve-price': {
      const { lines: _, seenFen: _seen, ...shown } = event.payload;
      return { ...head, ...withoutUndefined(shown) };
    }
    case 'post-payment': {
      const { seenFen: _seen, ...shown } = event.payload;
      return { ...head, ...withoutUndefined(shown) };
    }
    case 'settle-rest': {
      const { seenReceivedFen: _seen, ...shown } = event.payload;
      return { ...head, ...withoutUndefined(shown) };
    }
    case 'send-sms': {
      const { phone, text } = event.message ?? { phone: event.payload.phone, text: '' };
      return { ...head, templateId: event.payload.templateId, phone, text };
    }
    case 'add-photo': {
      const { sha256: _hash, bytes: _bytes, kind: _kind, takenAt: _taken, ...shown } = event.payload;
      return { ...head, ...withoutUndefined(shown) };
    }
    case 'count-cash':
      return { ...head, ...(event.settledFen !== undefined && { amountFen: event.settledFen }) };
    case 'repair-order':
      return { ...head, ...repairOf(event) };
    case 'repair-finance': {
      const { reason, into } = event.payload;
      return { ...head, reason, changes: [...(event.changes ?? [])], ...(into && { into }) };
    }
    default:
      return { ...head, ...withoutUndefined(event.payload) };
  }
}

function repairOf({ payload: { patch, reason }, changes = [] }: RepairEvent) {
  const fields = new Set(changes.map(({ field }) => field));
  const { assignment, mileageKm, collectedFen, steps } = patch;
  return {
    reason,
    changes: [...changes],
    ...(assignment && fields.has('assignment') && assignment),
    ...(mileageKm !== undefined && fields.has('mileageKm') && { mileageKm }),
    ...(collectedFen !== undefined && fields.has('collectedFen') && { collectedFen }),
    ...(steps && fields.has('steps') && { steps }),
  };
}

function withoutUndefined<Value extends object>(value: Value): Value {
  return Object.fromEntries(Object.entries(value).filter(([, v]) => v !== undefined)) as Value;
}
