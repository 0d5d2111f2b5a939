// Every move as somebody would say it, and an order at every finance stage.
import { approved, continued, line, posted, priced, verified, type Person } from './rules.ts';
import { restOf } from '#schemas/finance/rest.ts';
import type { FinanceStage, Order } from '#schemas/orders/order.ts';

const reason = { reason: '客户取消' };

/** Vehicle and driver are of the outlet that the person sees, so that only order and person decide. */
export const officeLines = (one: Person) =>
  ({
    edit: line(one, 'edit-order', { patch: { note: '尽快' }, base: {} }),
    dispatch: line(one, 'dispatch', { vehicleId: 'vehicle-1', driverId: 'staff-driver1' }),
    recall: line(one, 'recall', {}),
    offer: line(one, 'offer', {
      to: [
        { vehicleId: 'vehicle-1', driverId: 'staff-driver1' },
        { vehicleId: 'vehicle-1', driverId: 'staff-driver2' },
      ],
    }),
    'withdraw-offer': line(one, 'withdraw-offer', {}),
    'complete-by-office': line(one, 'complete', {}),
    'empty-run-by-office': line(one, 'empty-run', reason),
    void: line(one, 'void', reason),
    'send-sms': line(one, 'send-sms', { templateId: 'sms-rate', phone: '13900000000' }),
    confirm: line(one, 'confirm-result', { returnRemark: '无异议' }),
    resubmit: line(one, 'resubmit', {}),
    repair: line(one, 'repair-order', { patch: { note: '补记' }, base: {}, reason: '漏录' }),
  }) as const;
export const officeMoves = [
  ...([
    'edit',
    'dispatch',
    'recall',
    'offer',
    'withdraw-offer',
    'complete-by-office',
    'empty-run-by-office',
    'void',
  ] as const),
  ...(['send-sms', 'confirm', 'repair', 'resubmit'] as const),
];

export const driverLines = (one: Person) =>
  ({
    accept: line(one, 'accept', {}),
    decline: line(one, 'decline', reason),
    depart: line(one, 'depart', {}),
    arrive: line(one, 'arrive', {}),
    'start-work': line(one, 'start-work', {}),
    load: line(one, 'load', {}),
    'reach-destination': line(one, 'reach-destination', {}),
    'complete-by-driver': line(one, 'complete', {}),
    'empty-run-by-driver': line(one, 'empty-run', reason),
  }) as const;
export const driverMoves = [
  ...(['accept', 'decline', 'depart', 'arrive', 'start-work', 'load', 'reach-destination'] as const),
  ...(['complete-by-driver', 'empty-run-by-driver'] as const),
];

/** @param order of which the rest is settled exactly */
export const financeLines = (one: Person, order?: Order) =>
  ({
    'send-back': line(one, 'send-back', reason),
    verify: line(one, 'verify', priced),
    'approve-price': line(one, 'approve-price', { amountFen: 1 }),
    'post-payment': line(one, 'post-payment', { receivedFen: 1, method: 'settlement-cash' }),
    'settle-rest': line(one, 'settle-rest', {
      receivedFen: order ? restOf(order) : 1,
      method: 'settlement-cash',
      seenReceivedFen: order?.finance.receivedFen ?? 0,
    }),
    'reverse-finance': line(one, 'reverse-finance', reason),
  }) as const;
export const financeTypes = [
  'send-back',
  'verify',
  'approve-price',
  'post-payment',
  'settle-rest',
  'reverse-finance',
] as const;

export const atStage: Record<FinanceStage, (order: Order) => Order> = {
  unverified: (order) => order,
  verified: (order) => continued(order, verified),
  priced: (order) => continued(order, verified, approved),
  posted: (order) => continued(order, verified, approved, posted),
};
