// The life cycle of an order as one total table: for every move, what it means in every status. Guards,
// buttons and the server's decision all derive from it. A fact (something a driver did) has no refusing
// cell: it is recorded, and flagged where the office should look.
//
//   pending → dispatched → accepted → en-route → on-scene → working → towing → at-destination → completed
//      ↑__________decline_____|        (a driver may skip the steps a service doesn't have)
//      ↑__________recall by the office from any of them that is open
//   pending, offered to several → accepted by the first of them
//   any open status → empty-run | voided
//   any status → any other by a repair, which says itself where to
import type { AttentionCode, RejectionCode } from '../core/codes.ts';
import type { OrderStatus } from './order.ts';

/** A command as the life cycle sees it: closing an order is a fact from its driver, an intent from the office. */
export type Move =
  | 'edit'
  | 'dispatch'
  | 'recall'
  | 'offer'
  | 'withdraw-offer'
  | 'accept'
  | 'decline'
  | 'accept-offer'
  | 'decline-offer'
  | 'depart'
  | 'arrive'
  | 'start-work'
  | 'load'
  | 'reach-destination'
  | 'complete-by-driver'
  | 'complete-by-office'
  | 'empty-run-by-driver'
  | 'empty-run-by-office'
  | 'void'
  | 'photo'
  | 'send-sms'
  | 'report-sms'
  | 'confirm'
  | 'rate'
  | 'repair'
  | 'resubmit';

export type Cell =
  /** Happens; `next` is the new status, absent when the status stays. */
  | { readonly go: true; readonly next?: OrderStatus; readonly flag?: AttentionCode }
  | { readonly go: false; readonly code: RejectionCode };

const to = (next: OrderStatus, flag?: AttentionCode): Cell => ({ go: true, next, ...(flag && { flag }) });
const stay: Cell = { go: true };
const note = (flag: AttentionCode): Cell => ({ go: true, flag });
const no = (code: RejectionCode): Cell => ({ go: false, code });

const closedToOffice = {
  completed: no('order-completed'),
  'empty-run': no('order-ended-empty'),
  voided: no('order-voided'),
};

/** The office closes an open order: a rescue may have been arranged by telephone alone. */
const officeCloses = (status: 'completed' | 'empty-run' | 'voided'): Record<OrderStatus, Cell> => ({
  pending: to(status),
  dispatched: to(status),
  accepted: to(status),
  'en-route': to(status),
  'on-scene': to(status),
  working: to(status),
  towing: to(status),
  'at-destination': to(status),
  ...closedToOffice,
});

/** Goes on whatever the status, and leaves it. */
const always: Record<OrderStatus, Cell> = {
  pending: stay,
  dispatched: stay,
  accepted: stay,
  'en-route': stay,
  'on-scene': stay,
  working: stay,
  towing: stay,
  'at-destination': stay,
  completed: stay,
  'empty-run': stay,
  voided: stay,
};

const given = no('already-dispatched');

/** Several are asked as long as nobody has it. */
const whilePending: Record<OrderStatus, Cell> = {
  pending: stay,
  dispatched: given,
  accepted: given,
  'en-route': given,
  'on-scene': given,
  working: given,
  towing: given,
  'at-destination': given,
  ...closedToOffice,
};

const taken = no('offer-taken');

const notEnded = no('order-not-ended');

/** A word on the result, which there has to be first. */
const onResult = (emptyRun: Cell): Record<OrderStatus, Cell> => ({
  pending: notEnded,
  dispatched: notEnded,
  accepted: notEnded,
  'en-route': notEnded,
  'on-scene': notEnded,
  working: notEnded,
  towing: notEnded,
  'at-destination': notEnded,
  completed: stay,
  'empty-run': emptyRun,
  voided: closedToOffice.voided,
});

const road = [
  'dispatched',
  'accepted',
  'en-route',
  'on-scene',
  'working',
  'towing',
  'at-destination',
] as const;

/** A step moves the order forward only; a late one is recorded where it arrives. */
function step(next: (typeof road)[number]): Record<OrderStatus, Cell> {
  const forward = (from: (typeof road)[number]): Cell =>
    road.indexOf(from) < road.indexOf(next) ? to(next) : note('step-out-of-order');
  return {
    pending: note('done-by-previous-driver'),
    dispatched: forward('dispatched'),
    accepted: forward('accepted'),
    'en-route': forward('en-route'),
    'on-scene': forward('on-scene'),
    working: forward('working'),
    towing: forward('towing'),
    'at-destination': forward('at-destination'),
    completed: note('step-after-close'),
    'empty-run': note('step-after-close'),
    voided: note('driving-after-void'),
  };
}

const driverCloses = (
  status: 'completed' | 'empty-run',
  afterVoid: AttentionCode,
): Record<OrderStatus, Cell> => ({
  pending: to(status, 'done-by-previous-driver'),
  dispatched: to(status),
  accepted: to(status),
  'en-route': to(status),
  'on-scene': to(status),
  working: to(status),
  towing: to(status),
  'at-destination': to(status),
  completed: note('closed-twice'),
  'empty-run': note('closed-twice'),
  voided: to(status, afterVoid),
});

export const lifecycle: Record<Move, Record<OrderStatus, Cell>> = {
  edit: {
    pending: stay,
    dispatched: stay,
    accepted: stay,
    'en-route': stay,
    'on-scene': stay,
    working: stay,
    towing: stay,
    'at-destination': stay,
    ...closedToOffice,
  },
  dispatch: {
    pending: to('dispatched'),
    dispatched: to('dispatched'),
    accepted: to('dispatched'),
    'en-route': to('dispatched'),
    'on-scene': to('dispatched'),
    working: to('dispatched'),
    towing: to('dispatched'),
    'at-destination': to('dispatched'),
    ...closedToOffice,
  },
  recall: {
    pending: no('not-dispatched'),
    dispatched: to('pending'),
    accepted: to('pending'),
    'en-route': to('pending'),
    'on-scene': to('pending'),
    working: to('pending'),
    towing: to('pending'),
    'at-destination': to('pending'),
    ...closedToOffice,
  },
  accept: {
    pending: no('not-dispatched'),
    dispatched: to('accepted'),
    accepted: no('already-accepted'),
    'en-route': no('already-departed'),
    'on-scene': no('already-departed'),
    working: no('already-departed'),
    towing: no('already-departed'),
    'at-destination': no('already-departed'),
    ...closedToOffice,
  },
  decline: {
    pending: no('not-dispatched'),
    dispatched: to('pending', 'declined'),
    accepted: to('pending', 'declined'),
    'en-route': no('already-departed'),
    'on-scene': no('already-departed'),
    working: no('already-departed'),
    towing: no('already-departed'),
    'at-destination': no('already-departed'),
    ...closedToOffice,
  },
  offer: whilePending,
  'withdraw-offer': whilePending,
  'accept-offer': {
    pending: to('accepted'),
    dispatched: taken,
    accepted: taken,
    'en-route': taken,
    'on-scene': taken,
    working: taken,
    towing: taken,
    'at-destination': taken,
    completed: taken,
    'empty-run': taken,
    voided: closedToOffice.voided,
  },
  // Who did not want it need not hear that somebody else has it.
  'decline-offer': always,
  depart: step('en-route'),
  arrive: step('on-scene'),
  'start-work': step('working'),
  load: step('towing'),
  'reach-destination': step('at-destination'),
  'complete-by-driver': driverCloses('completed', 'completed-after-void'),
  'complete-by-office': officeCloses('completed'),
  'empty-run-by-driver': driverCloses('empty-run', 'empty-run-after-void'),
  'empty-run-by-office': officeCloses('empty-run'),
  void: officeCloses('voided'),
  photo: always,
  'send-sms': always,
  'report-sms': always,
  confirm: onResult(stay),
  rate: onResult(closedToOffice['empty-run']),
  repair: always,
  resubmit: onResult(stay),
};
