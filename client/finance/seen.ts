// What a clerk saw when he decided: the server refuses where it is something else by now.
import type { Order } from '#schemas/orders/order.ts';

export const seenIn = ({ finance }: Pick<Order, 'finance'>): { seenFen?: number } =>
  finance.amountFen === undefined ? {} : { seenFen: finance.amountFen };
