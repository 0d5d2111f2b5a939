// What lists of orders are narrowed by.
import { differs, type Ground } from '../finance/differences.ts';
import { restOf } from '../finance/rest.ts';
import { offeredTo } from './offer.ts';
import type { FinanceStage, Order, OrderStatus } from './order.ts';
import { awaitsDispatch } from './reservation.ts';

export type ConfirmationState = NonNullable<Order['confirmation']>['state'];

export interface OrderFilter {
  readonly outletId?: string;
  readonly statuses?: readonly OrderStatus[];
  readonly driverId?: string;
  /** A driver who is asked, with others, whether he takes it. */
  readonly offeredTo?: string;
  /** Only what several drivers are asked for. */
  readonly onOffer?: boolean;
  readonly customerId?: string;
  readonly serviceIds?: readonly string[];
  /** Instants; the order was taken from the first on and before the second. */
  readonly from?: string;
  readonly to?: string;
  readonly financeStages?: readonly FinanceStage[];
  /** Those that are with their outlet to be put right; false: all but these. */
  readonly sentBack?: boolean;
  readonly statementId?: string;
  readonly onStatement?: boolean;
  /** Those of whose amounts or kilometres two are not the same, by what these are measured by. */
  readonly differing?: Ground;
  /** Posted, and paid less than the price, or more. */
  readonly open?: boolean;
  readonly attention?: boolean;
  /** Those that need a third party's word, by how far it has come. */
  readonly confirmation?: readonly ConfirmationState[];
  /** Those whose drivers took cash. */
  readonly collected?: boolean;
  readonly rated?: boolean;
  readonly repaired?: boolean;
  /** Only reservations that nobody is sent to yet; false: all but these. */
  readonly reserved?: boolean;
  /** Any part of the number, plate, phone, name, VIN or the customer's own number. */
  readonly text?: string;
}

export function matchesFilter(order: Order, filter: OrderFilter): boolean {
  return (
    (!filter.outletId || order.outletId === filter.outletId) &&
    (!filter.statuses || filter.statuses.includes(order.status)) &&
    (!filter.driverId || order.assignment?.driverId === filter.driverId) &&
    (!filter.offeredTo || offeredTo(order, filter.offeredTo) !== undefined) &&
    (!filter.onOffer || order.offer !== undefined) &&
    (!filter.customerId || order.customerId === filter.customerId) &&
    (!filter.serviceIds || filter.serviceIds.includes(order.serviceId)) &&
    (!filter.from || filter.from <= order.createdAt) &&
    (!filter.to || order.createdAt < filter.to) &&
    (!filter.financeStages || filter.financeStages.includes(order.finance.stage)) &&
    (filter.sentBack === undefined || filter.sentBack === (order.sentBack !== undefined)) &&
    (!filter.statementId || order.finance.statementId === filter.statementId) &&
    (filter.onStatement === undefined || filter.onStatement === (order.finance.statementId !== undefined)) &&
    (!filter.differing || differs(order, filter.differing)) &&
    (!filter.open || restOf(order) !== 0) &&
    (!filter.attention || order.attention.length > 0) &&
    (!filter.confirmation || isAmong(order.confirmation?.state, filter.confirmation)) &&
    (!filter.collected || order.cash !== undefined) &&
    (!filter.rated || order.rating !== undefined) &&
    (!filter.repaired || order.timeline.some(({ type }) => type === 'repair-order')) &&
    (filter.reserved === undefined || filter.reserved === awaitsDispatch(order)) &&
    (!filter.text || matchesText(order, filter.text))
  );
}

const isAmong = (state: ConfirmationState | undefined, wanted: readonly ConfirmationState[]) =>
  state !== undefined && wanted.includes(state);

function matchesText(order: Order, text: string): boolean {
  const wanted = normaliseSearch(text);
  return searchedTexts(order).some((field) => field.includes(wanted));
}

/** What an order is found by, as `normaliseSearch` writes it. */
export function searchedTexts(order: Order): string[] {
  const { number, car, contact, requester, customerOrderNumber } = order;
  const texts = [
    number,
    car.plate,
    car.vin,
    contact.phone,
    contact.name,
    requester?.phone,
    customerOrderNumber,
  ];
  return texts.filter((text) => text !== undefined).map(normaliseSearch);
}

/** People type plates and phone numbers with and without spaces, dots and dashes. */
export const normaliseSearch = (text: string): string => text.toUpperCase().replaceAll(/[\s.·-]/g, '');
