// Where an order is looked at.
import type { Order } from '#schemas/orders/order.ts';
import { awaitsDispatch } from '#schemas/orders/reservation.ts';

/** A reservation stands among its like until somebody is sent. */
export const orderPath = (order: Pick<Order, 'id' | 'kind' | 'status'>): string =>
  awaitsDispatch(order) ? `/reservations?order=${order.id}` : `/orders/${order.id}`;
