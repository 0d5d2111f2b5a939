// Where an order stands among others; /orders/ID is its own page.
import type { Order } from '#schemas/orders/order.ts';
import { awaitsDispatch } from '#schemas/orders/reservation.ts';

/** Beside the board; a reservation stands among its like until somebody is sent. */
export const orderPath = (order: Pick<Order, 'id' | 'kind' | 'status'>): string =>
  awaitsDispatch(order) ? `/reservations?order=${order.id}` : `/orders?order=${order.id}`;
